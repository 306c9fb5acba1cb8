export type SignatureEvents = {
  "authority.created": { commonName: string }
  "certificate.issued": { serial: string; subject: string }
  "certificate.revoked": { serial: string; reason: string }
}
