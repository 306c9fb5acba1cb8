import { addMilliseconds, days } from "#app/domain/kernel/clock.ts"
import { createAuthority, issueCertificate, newSerialNumber } from "#app/domain/signature/engine/authority.server.ts"
import { generateSigningKey } from "#app/domain/signature/engine/key-pair.server.ts"
import { protectPrivateKey } from "#app/domain/signature/engine/key-protection.server.ts"

const passphrase = "frasa sandi pengukuran"

/** Two signers with keys at full cost, and the authority that vouches for them. */
export async function benchSigners() {
  const now = new Date().toISOString()
  const notBefore = addMilliseconds(now, -days(1))
  const notAfter = addMilliseconds(now, days(30))
  const authority = await createAuthority({
    subject: { commonName: "Simpul Bench CA", organisation: "Simpul", country: "ID" },
    notBefore: addMilliseconds(notBefore, -days(1)),
    notAfter: addMilliseconds(notAfter, days(1)),
    serial: newSerialNumber(),
  })
  const signers = await Promise.all(
    ["Gubernur", "Wali Kota"].map(async (office) => {
      const { publicKey, privateKey } = await generateSigningKey()
      const certificate = await issueCertificate(authority, {
        subject: { commonName: `${office} (peraga)`, title: office, organisation: "Pemerintah Daerah", country: "ID" },
        publicKey,
        notBefore,
        notAfter,
        serial: newSerialNumber(),
        crlUrl: "http://127.0.0.1:3000/pki/ca.crl",
      })
      const keyEnvelope = await protectPrivateKey(privateKey, passphrase, office)
      return { certificate, chain: [authority.certificate], keyId: office, keyEnvelope, passphrase, name: office }
    }),
  )
  return { signers, trustAnchors: [authority.certificate] }
}
