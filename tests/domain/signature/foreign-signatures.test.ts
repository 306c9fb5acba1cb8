import forge from "node-forge"
import { beforeAll, describe, expect, test } from "vitest"
import { verifyPdf } from "#app/domain/signature/engine/verification/verify.server.ts"
import {
  AUTHORITY,
  appendForeignSignature,
  type ForgeIdentity,
  forgeCms,
  forgeIdentity,
  LEAF,
} from "./foreign-signature.ts"
import { handmadePdf } from "./handmade-pdf.ts"
import { NOW, reasonsOf } from "./signers.ts"

let root: ForgeIdentity
let leaf: ForgeIdentity

beforeAll(() => {
  root = forgeIdentity({ commonName: "Otoritas Uji", extensions: AUTHORITY })
  leaf = forgeIdentity({ commonName: "Direktur Usaha", issuer: root })
})

type CmsOptions = Parameters<typeof forgeCms>[2]

function report(
  signer: ForgeIdentity,
  options: CmsOptions = {},
  pdfOptions: Parameters<typeof appendForeignSignature>[2] = {},
  trust: Partial<Parameters<typeof verifyPdf>[1]> = {},
) {
  const pdf = appendForeignSignature(handmadePdf(), (covered) => forgeCms(covered, signer, options), pdfOptions)
  return verifyPdf(pdf, { trustAnchors: [root.der], revoked: [], judgedAt: NOW, ...trust })
}

describe("signatures that other software made", () => {
  test("a detached PKCS#7 signature is valid; its time may come from the dictionary or from the message", () => {
    expect(report(leaf)).toMatchObject({
      verdict: "valid",
      signatures: [{ signer: "Direktur Usaha", signedAt: "2025-06-01T00:00:00.000Z", intact: true, trusted: true }],
    })
    expect(report(leaf, {}, { entries: "" }).signatures[0]!.signedAt).toBe("2025-06-01T00:00:00.000Z")
    expect(report(leaf, { chain: [root.certificate] }).verdict).toBe("valid")
  })

  test("the same message as PAdES lacks the attribute that names the certificate", () => {
    const pades = report(leaf, {}, { subFilter: "ETSI.CAdES.detached" })
    expect(pades.verdict).toBe("invalid")
    expect(reasonsOf(pades)).toEqual(["certificateMismatch"])
  })

  test("formats that are not checked here are said to be so", () => {
    for (const subFilter of ["adbe.pkcs7.sha1", "adbe.x509.rsa_sha1", "Lain"]) {
      const other = report(leaf, {}, { subFilter })
      expect(other.verdict).toBe("invalid")
      expect(reasonsOf(other)).toContain("formatUnsupported")
    }
  })

  test("SHA-1 and MD5 prove nothing", () => {
    for (const digest of [forge.pki.oids.sha1!, forge.pki.oids.md5!]) {
      const weak = report(leaf, { digest })
      expect(weak.verdict).toBe("invalid")
      expect(reasonsOf(weak)).toEqual(["algorithmWeak"])
      expect(weak.signatures[0]).toMatchObject({ intact: false, trusted: false })
    }
  })

  test("no signer, two signers, content inside", () => {
    expect(reasonsOf(report(leaf, { signers: 2 }, { room: 12000 }))).toEqual(["signerCount"])
    expect(reasonsOf(report(leaf, { signers: 0 }))).toEqual(["signerCount"])
    expect(reasonsOf(report(leaf, { detached: false }))).toContain("attributesInvalid")
  })

  test("a message for other bytes, something that is no message, a message in another encoding", () => {
    const of = (makeCms: (covered: Uint8Array) => Uint8Array) =>
      verifyPdf(appendForeignSignature(handmadePdf(), makeCms), {
        trustAnchors: [root.der],
        revoked: [],
        judgedAt: NOW,
      })
    const other = of(() => forgeCms(Buffer.from("lain"), leaf))
    expect(other.verdict).toBe("changed")
    expect(reasonsOf(other)).toEqual(["contentChanged"])
    for (const junk of [
      Buffer.from("junk"),
      Buffer.alloc(0),
      Buffer.from("3000", "hex"),
      Buffer.from("308000", "hex"),
    ]) {
      expect(of(() => junk).verdict).toBe("invalid")
      expect(reasonsOf(of(() => junk))).toEqual(["cmsUnreadable"])
    }
    // The outer length in a longer form than needed: BER, not DER.
    const lengthened = of((covered) => {
      const der = Buffer.from(forgeCms(covered, leaf))
      return Buffer.concat([Buffer.from([0x30, 0x83, 0x00]), der.subarray(2)])
    })
    expect(reasonsOf(lengthened)).toEqual(["cmsUnreadable"])
    expect(reasonsOf(of((covered) => Buffer.concat([forgeCms(covered, leaf), Buffer.from("0500", "hex")])))).toEqual([
      "paddingNotZero",
    ])
  })

  test("the name inside the PDF is never shown, and text from strangers is cleaned", () => {
    const odd = forgeIdentity({ commonName: "Wali\u202Eatok\u0007 Kota", issuer: root })
    const shown = report(odd, {}, { entries: "/Name (Presiden) /Reason (Baik\\012 sekali)" })
    expect(JSON.stringify(shown)).not.toContain("Presiden")
    expect(shown.signatures[0]!.details.purpose).toBe("Baik  sekali")
    expect(shown.signatures[0]!.signer).toMatch(/^[\p{L}\p{P}\p{Zs}\p{S}\p{N}]*$/u)
  })
})

describe("trust", () => {
  const reasons = (signer: ForgeIdentity, options: CmsOptions = {}, trust: Parameters<typeof report>[3] = {}) => {
    const judged = report(signer, options, {}, trust)
    expect(judged.signatures[0]!.intact).toBe(true)
    expect(judged.signatures[0]!.trusted).toBe(reasonsOf(judged).length === 0)
    return reasonsOf(judged)
  }

  test("depends on the time that is asked about", () => {
    expect(reasons(leaf, {}, { judgedAt: "2026-12-31T00:00:00.000Z" })).toEqual([])
    expect(reasons(leaf, {}, { judgedAt: "2027-02-01T00:00:00.000Z" })).toEqual(["certificateExpired"])
    expect(reasons(leaf, {}, { judgedAt: "2024-02-01T00:00:00.000Z" })).toEqual(["certificateNotYetValid"])
  })

  test("can be asked for each revision's own time", () => {
    const times: string[] = []
    const judgedAt = (revision: string) => {
      times.push(revision)
      return "2025-06-01T00:00:00.000Z"
    }
    const judged = report(leaf, {}, {}, { judgedAt })
    expect(judged.verdict).toBe("valid")
    expect(times).toEqual([judged.signatures[0]!.details.revision!.sha256])
    expect(times).toEqual([judged.sha256])
  })

  test("ends with revocation, not before", () => {
    const revoked = [{ serial: leaf.certificate.serialNumber.toUpperCase(), revokedAt: "2025-06-15T00:00:00.000Z" }]
    expect(reasons(leaf, {}, { revoked })).toEqual(["certificateRevoked"])
    expect(reasons(leaf, {}, { revoked, judgedAt: "2025-06-14T23:59:59.000Z" })).toEqual([])
    expect(reasons(leaf, {}, { revoked, judgedAt: "2025-06-15T00:00:00.000Z" })).toEqual(["certificateRevoked"])
    expect(reasons(leaf, {}, { revoked: [{ serial: "99", revokedAt: "2025-06-15T00:00:00.000Z" }] })).toEqual([])
  })

  test("outlives a revocation where that revision is known to have been signed before it", () => {
    const revoked = [{ serial: leaf.certificate.serialNumber, revokedAt: "2025-06-15T00:00:00.000Z" }]
    const signed = report(leaf, {}, {}, { revoked, stood: () => true })
    expect(signed.signatures[0]?.reasons).toEqual([])
    expect(reasons(leaf, {}, { revoked, stood: (revision) => revision !== signed.sha256 })).toEqual([
      "certificateRevoked",
    ])
  })

  test("needs an anchor", () => {
    expect(reasons(leaf, {}, { trustAnchors: [] })).toEqual(["certificateUntrusted"])
    expect(reasons(leaf, { chain: [root.certificate] }, { trustAnchors: [] })).toEqual(["certificateUntrusted"])
    const self = forgeIdentity({ commonName: "Otoritas Uji" })
    expect(reasons(self)).toEqual(["certificateUntrusted"])
  })

  test("may pass through an authority in between, which must be one", () => {
    const between = forgeIdentity({ commonName: "Antara", issuer: root, extensions: AUTHORITY })
    const far = forgeIdentity({ commonName: "Jauh", issuer: between })
    expect(reasons(far, { chain: [between.certificate] })).toEqual([])
    expect(reasons(far)).toEqual(["certificateUntrusted"])
    const revoked = [{ serial: between.certificate.serialNumber, revokedAt: "2025-02-01T00:00:00.000Z" }]
    expect(reasons(far, { chain: [between.certificate] }, { revoked })).toEqual(["certificateRevoked"])
    const noAuthority = forgeIdentity({ commonName: "Bukan", issuer: root })
    const child = forgeIdentity({ commonName: "Anak", issuer: noAuthority })
    expect(reasons(child, { chain: [noAuthority.certificate] })).toEqual(["certificateUntrusted"])
    const noSigning = forgeIdentity({
      commonName: "Tanpa hak",
      issuer: root,
      extensions: [
        { name: "basicConstraints", cA: true, critical: true },
        { name: "keyUsage", cRLSign: true },
      ],
    })
    const grandchild = forgeIdentity({ commonName: "Cucu", issuer: noSigning })
    expect(reasons(grandchild, { chain: [noSigning.certificate] })).toEqual(["certificateUntrusted"])
  })

  test("respects the path length", () => {
    const short = forgeIdentity({
      commonName: "Pendek",
      extensions: [{ name: "basicConstraints", cA: true, pathLenConstraint: 0, critical: true }, AUTHORITY[1]!],
    })
    const direct = forgeIdentity({ commonName: "Langsung", issuer: short })
    expect(reasons(direct, {}, { trustAnchors: [short.der] })).toEqual([])
    const between = forgeIdentity({ commonName: "Antara", issuer: short, extensions: AUTHORITY })
    const far = forgeIdentity({ commonName: "Jauh", issuer: between })
    expect(reasons(far, { chain: [between.certificate] }, { trustAnchors: [short.der] })).toEqual([
      "certificateUntrusted",
    ])
  })

  test("needs a certificate that is meant for signing documents and is understood", () => {
    const signed = (extensions: object[]) => reasons(forgeIdentity({ commonName: "Penanda", issuer: root, extensions }))
    expect(signed([])).toEqual([])
    expect(signed([{ name: "keyUsage", keyEncipherment: true, critical: true }])).toEqual(["certificateUsage"])
    expect(signed([...LEAF, { name: "extKeyUsage", serverAuth: true }])).toEqual(["certificateUsage"])
    expect(signed([...LEAF, { name: "extKeyUsage", emailProtection: true }])).toEqual([])
    expect(signed(AUTHORITY)).toEqual(["certificateUsage"])
    const unknown = { id: "1.2.3.4.5", critical: true, value: "\x05\x00" }
    expect(signed([...LEAF, unknown])).toEqual(["certificateExtension"])
  })

  test("needs strong keys and signatures", () => {
    expect(reasons(forgeIdentity({ commonName: "Lemah", issuer: root, bits: 1024 }))).toEqual(["certificateWeak"])
    expect(reasons(forgeIdentity({ commonName: "Tua", issuer: root, digest: "sha1" }))).toEqual(["certificateWeak"])
  })

  test("is not given for a certificate whose key did not sign", () => {
    const impostor = { certificate: leaf.certificate, key: forgeIdentity({ commonName: "x" }).key }
    const pdf = appendForeignSignature(handmadePdf(), (covered) => forgeCms(covered, impostor))
    const judged = verifyPdf(pdf, { trustAnchors: [root.der], revoked: [], judgedAt: NOW })
    expect(judged).toMatchObject({ verdict: "invalid", signatures: [{ intact: false, trusted: false }] })
    expect(reasonsOf(judged)).toEqual(["signatureWrong"])
  })

  test("a certificate that came along and was altered is seen", () => {
    const altered = forge.pki.certificateFromPem(forge.pki.certificateToPem(root.certificate))
    altered.signature = `${altered.signature.slice(0, -1)}${altered.signature.endsWith("a") ? "b" : "a"}`
    const judged = report(leaf, { chain: [altered] })
    expect(judged.verdict).toBe("invalid")
    expect(reasonsOf(judged)).toContain("certificateAltered")
  })
})
