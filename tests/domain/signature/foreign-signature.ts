import { generateKeyPairSync } from "node:crypto"
import forge from "node-forge"
import { appendUpdate, bodyOf, holes, PART } from "./handmade-pdf.ts"

/** Certificates and signatures made by node-forge, which has no part in making or checking ours. */
export interface ForgeIdentity {
  certificate: forge.pki.Certificate
  key: forge.pki.rsa.PrivateKey
  der: Uint8Array
  pkcs8: Buffer
}

export interface ForgeOrder {
  commonName: string
  issuer?: ForgeIdentity
  bits?: number
  notBefore?: string
  notAfter?: string
  extensions?: object[]
  digest?: "sha1" | "sha256"
}

export const AUTHORITY = [
  { name: "basicConstraints", cA: true, critical: true },
  { name: "keyUsage", keyCertSign: true, cRLSign: true, critical: true },
  { name: "subjectKeyIdentifier" },
]
export const LEAF = [{ name: "keyUsage", digitalSignature: true, nonRepudiation: true, critical: true }]

let serial = 0x10

export function forgeIdentity(order: ForgeOrder): ForgeIdentity {
  const pair = generateKeyPairSync("rsa", { modulusLength: order.bits ?? 2048 })
  const key = forge.pki.privateKeyFromPem(pair.privateKey.export({ type: "pkcs1", format: "pem" }).toString())
  const certificate = forge.pki.createCertificate()
  certificate.publicKey = forge.pki.rsa.setPublicKey(key.n, key.e)
  serial += 1
  certificate.serialNumber = serial.toString(16).padStart(4, "0")
  certificate.validity.notBefore = new Date(order.notBefore ?? "2025-01-01T00:00:00Z")
  certificate.validity.notAfter = new Date(order.notAfter ?? "2027-01-01T00:00:00Z")
  certificate.setSubject([{ name: "commonName", value: order.commonName }])
  certificate.setIssuer(
    order.issuer?.certificate.subject.attributes ?? [{ name: "commonName", value: order.commonName }],
  )
  certificate.setExtensions(order.extensions ?? LEAF)
  certificate.sign(
    order.issuer?.key ?? key,
    order.digest === "sha1" ? forge.md.sha1.create() : forge.md.sha256.create(),
  )
  const der = Buffer.from(forge.asn1.toDer(forge.pki.certificateToAsn1(certificate)).getBytes(), "latin1")
  return { certificate, key, der, pkcs8: pair.privateKey.export({ type: "pkcs8", format: "der" }) }
}

/** A CMS over `content` as node-forge makes it. */
export function forgeCms(
  content: Uint8Array,
  signer: { certificate: forge.pki.Certificate; key: forge.pki.rsa.PrivateKey },
  options: { digest?: string; chain?: forge.pki.Certificate[]; signers?: number; detached?: boolean } = {},
): Uint8Array {
  const message = forge.pkcs7.createSignedData()
  message.content = forge.util.createBuffer(Buffer.from(content).toString("latin1"))
  for (const certificate of [signer.certificate, ...(options.chain ?? [])]) message.addCertificate(certificate)
  for (let count = options.signers ?? 1; count > 0; count -= 1) {
    message.addSigner({
      key: signer.key,
      certificate: signer.certificate,
      digestAlgorithm: options.digest ?? forge.pki.oids.sha256!,
      authenticatedAttributes: [
        { type: forge.pki.oids.contentType!, value: forge.pki.oids.data! },
        { type: forge.pki.oids.messageDigest! },
        { type: forge.pki.oids.signingTime!, value: new Date("2025-06-01T00:00:00Z") as unknown as string },
      ],
    })
  }
  message.sign({ detached: options.detached ?? true })
  return Buffer.from(forge.asn1.toDer(message.toAsn1()).getBytes(), "latin1")
}

/** Appends a signature to a handmade PDF (with no form yet), of which `makeCms` makes the value from the covered bytes. */
export function appendForeignSignature(
  pdf: Uint8Array,
  makeCms: (covered: Uint8Array) => Uint8Array,
  options: { subFilter?: string; type?: string; entries?: string; room?: number } = {},
): Buffer {
  const catalog = bodyOf(pdf, PART.catalog).replace("/Type /Catalog", "/Type /Catalog /AcroForm 500 0 R")
  const room = options.room ?? 8000
  const value = `<< /Type /${options.type ?? "Sig"} /Filter /Adobe.PPKLite /SubFilter /${options.subFilter ?? "adbe.pkcs7.detached"} ${options.entries ?? "/M (D:20250601070000+07'00')"} /ByteRange [0 1111111111 2222222222 3333333333] /Contents <${"00".repeat(room)}> >>`
  const updated = appendUpdate(pdf, {
    [PART.catalog]: catalog,
    500: "<< /Fields [501 0 R] /SigFlags 3 >>",
    501: "<< /Type /Annot /Subtype /Widget /FT /Sig /T (Asing) /V 502 0 R /F 132 /Rect [0 0 0 0] /P 3 0 R >>",
    502: value,
  })
  const hole = holes(updated).at(-1)!
  const fill = (mark: string, number: number) => {
    updated.write(String(number).padEnd(10), updated.indexOf(mark, pdf.length, "latin1"), "latin1")
  }
  fill("1111111111", hole.start)
  fill("2222222222", hole.end)
  fill("3333333333", updated.length - hole.end)
  const cms = makeCms(Buffer.concat([updated.subarray(0, hole.start), updated.subarray(hole.end)]))
  updated.write(Buffer.from(cms).toString("hex"), hole.start + 1, "latin1")
  return updated
}
