import { execFile, execFileSync } from "node:child_process"
import { createHash } from "node:crypto"
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { promisify } from "node:util"
import { PDF } from "@libpdf/core"
import forge from "node-forge"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { issueRevocationList } from "#app/domain/signature/engine/revocation-list.server.ts"
import { verifyPdf } from "#app/domain/signature/engine/verification/verify.server.ts"
import { appendForeignSignature } from "#tests/domain/signature/foreign-signature.ts"
import { handmadePdf, holes, replaceText, withBytes } from "#tests/domain/signature/handmade-pdf.ts"
import { NOW, type Signer, seal, twoSigners, verify } from "#tests/domain/signature/signers.ts"

const run = promisify(execFile)

function installed(command: string, argument: string): boolean {
  try {
    execFileSync(command, [argument], { stdio: "ignore" })
    return true
  } catch {
    return false
  }
}

const openssl = installed("openssl", "version")
const pdfsig = installed("pdfsig", "-v")

let signers: Awaited<ReturnType<typeof twoSigners>>
let twice: Uint8Array
let folder: string

beforeAll(async () => {
  signers = await twoSigners()
  twice = await seal(await seal(handmadePdf(), signers.governor), signers.mayor)
  folder = await mkdtemp(join(tmpdir(), "simpul-interop-"))
})

afterAll(() => rm(folder, { recursive: true, force: true }))

async function file(name: string, bytes: Uint8Array | string): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, bytes)
  return path
}

/** The CMS of a signature and the bytes it covers, taken from the file with nothing of the portal's. */
function taken(pdf: Uint8Array, index: number): { cms: Buffer; covered: Buffer } {
  const text = Buffer.from(pdf).toString("latin1")
  const range = [...text.matchAll(/\/ByteRange \[0 (\d+) +(\d+) +(\d+) *\]/g)][index]!.slice(1).map(Number)
  const [hole, resume, rest] = range as [number, number, number]
  const padded = Buffer.from(text.slice(hole + 1, resume - 1), "hex")
  // A DER element of this size says its length in two bytes.
  return {
    cms: padded.subarray(0, 4 + padded.readUInt16BE(2)),
    covered: Buffer.concat([pdf.subarray(0, hole), pdf.subarray(resume, resume + rest)]),
  }
}

/** The file with a word on page 1 changed in place. */
const withWrongText = (pdf: Uint8Array) => withBytes(pdf, Buffer.from(pdf).indexOf("sepakat"), "sepakit")

const pem = (label: string, der: Uint8Array) =>
  `-----BEGIN ${label}-----\n${Buffer.from(der)
    .toString("base64")
    .match(/.{1,64}/g)!
    .join("\n")}\n-----END ${label}-----\n`

describe("the seal, checked by node-forge", () => {
  /** The message, taken apart by node-forge's schema and judged by its cryptography. */
  function judge(pdf: Uint8Array, index: number) {
    const { cms, covered } = taken(pdf, index)
    const message = forge.pkcs7.messageFromAsn1(forge.asn1.fromDer(cms.toString("latin1"))) as unknown as {
      certificates: forge.pki.Certificate[]
      rawCapture: { signature: string; authenticatedAttributes: forge.asn1.Asn1[]; serial: string }
    }
    const { rawCapture, certificates } = message
    const signer = certificates.find(({ serialNumber }) => serialNumber === forge.util.bytesToHex(rawCapture.serial))!
    const { Class, Type, create, toDer } = forge.asn1
    const attributes = create(Class.UNIVERSAL, Type.SET, true, rawCapture.authenticatedAttributes)
    const digest = forge.md.sha256.create().update(toDer(attributes).getBytes())
    const values = new Map(
      rawCapture.authenticatedAttributes.map((attribute) => {
        const [type, set] = attribute.value as forge.asn1.Asn1[]
        return [forge.asn1.derToOid(type!.value as string), (set!.value as forge.asn1.Asn1[])[0]!]
      }),
    )
    return {
      signer,
      certificates,
      values,
      signatureRight: rsaVerify(signer, digest.digest().getBytes(), rawCapture.signature),
      digestRight:
        String(values.get("1.2.840.113549.1.9.4")!.value) ===
        forge.md.sha256.create().update(covered.toString("latin1")).digest().getBytes(),
    }
  }

  /** node-forge throws for what does not even decrypt to a padded digest. */
  function rsaVerify(signer: forge.pki.Certificate, digest: string, signature: string): boolean {
    try {
      return (signer.publicKey as forge.pki.rsa.PublicKey).verify(digest, signature)
    } catch {
      return false
    }
  }

  test("both signatures are right, over the right bytes, by the right certificate under the authority", () => {
    for (const [index, signer] of [signers.governor, signers.mayor].entries()) {
      const judged = judge(twice, index)
      expect(judged.signatureRight).toBe(true)
      expect(judged.digestRight).toBe(true)
      expect(judged.signer.subject.getField("CN").value).toBe(signer.name)
      const root = judged.certificates.find((certificate) => certificate !== judged.signer)!
      expect(root.verify(judged.signer)).toBe(true)
      expect([...judged.values.keys()].toSorted()).toEqual([
        "1.2.840.113549.1.9.16.2.47",
        "1.2.840.113549.1.9.3",
        "1.2.840.113549.1.9.4",
        "1.2.840.113549.1.9.52",
      ])
      const named = forge.asn1.toDer(judged.values.get("1.2.840.113549.1.9.16.2.47")!).toHex()
      expect(named).toContain(createHash("sha256").update(signer.certificate).digest("hex"))
    }
  })

  test("a changed byte is wrong for it as well", () => {
    const judged = judge(withWrongText(twice), 0)
    expect(judged.signatureRight).toBe(true)
    expect(judged.digestRight).toBe(false)
    const { start } = holes(twice)[0]!
    const { cms } = taken(twice, 0)
    const last = start + 1 + 2 * cms.length - 2
    const flipped = twice[last] === 0x61 ? "b" : "a"
    expect(judge(withBytes(twice, last, flipped), 0).signatureRight).toBe(false)
  })
})

describe.runIf(openssl)("the seal, checked by OpenSSL", () => {
  const verifyArguments = async (index: number, pdf = twice) => {
    const { cms, covered } = taken(pdf, index)
    const at = String(Date.parse(NOW) / 1000)
    const list = await issueRevocationList(signers.authority, {
      number: 1,
      thisUpdate: "2025-06-30T00:00:00.000Z",
      nextUpdate: "2025-07-30T00:00:00.000Z",
      revoked: [{ serial: signers.mayor.serial, revokedAt: "2025-06-30T00:00:00.000Z", reason: "affiliationChanged" }],
    })
    const trusted = pem("CERTIFICATE", signers.authority.certificate) + pem("X509 CRL", list)
    return [
      ...["cms", "-verify", "-cades", "-binary", "-inform", "DER", "-in", await file(`${index}.cms`, cms)],
      ...["-content", await file(`${index}.bin`, covered), "-CAfile", await file("trusted.pem", trusted)],
      ...["-purpose", "any", "-attime", at, "-out", join(folder, "out.bin")],
    ]
  }

  test("cms -verify -cades accepts both", async () => {
    for (const index of [0, 1]) {
      const { stderr } = await run("openssl", await verifyArguments(index))
      expect(stderr).toContain("CAdES Verification successful")
    }
  })

  test("and refuses changed content, and a certificate that the list names", async () => {
    await expect(run("openssl", await verifyArguments(0, withWrongText(twice)))).rejects.toThrow(/verification failure/)
    const withList = async (index: number) => run("openssl", [...(await verifyArguments(index)), "-crl_check"])
    expect((await withList(0)).stderr).toContain("successful")
    await expect(withList(1)).rejects.toThrow(/certificate revoked/)
  })

  test("reads authority, signer's certificate and revocation list", async () => {
    const root = await file("ca.der", signers.authority.certificate)
    const text = async (kind: string, path: string, ...more: string[]) =>
      (await run("openssl", [kind, "-inform", "DER", "-in", path, "-noout", "-text", ...more])).stdout
    expect(await text("x509", root)).toMatch(/CA:TRUE, pathlen:0[\s\S]*Certificate Sign, CRL Sign/)
    const leaf = await text("x509", await file("leaf.der", signers.mayor.certificate))
    expect(leaf).toMatch(/CA:FALSE[\s\S]*Digital Signature, Non Repudiation/)
    expect(leaf).toContain("URI:https://simpul.example/pki/ca.crl")
    const list = await issueRevocationList(signers.authority, {
      number: 300,
      thisUpdate: "2025-06-30T00:00:00.000Z",
      nextUpdate: "2025-07-30T00:00:00.000Z",
      revoked: [{ serial: "00abcd", revokedAt: "2025-06-29T00:00:00.000Z", reason: "superseded" }],
    })
    const path = await file("ca.crl", list)
    const trusted = await file("ca.pem", pem("CERTIFICATE", signers.authority.certificate))
    const read = await text("crl", path)
    expect(read).toMatch(/CRL Number:\s+300[\s\S]*Serial Number: ABCD[\s\S]*Superseded/)
    const checked = await run("openssl", ["crl", "-inform", "DER", "-in", path, "-noout", "-CAfile", trusted])
    expect(checked.stderr + checked.stdout).toContain("verify OK")
  })
})

describe.runIf(openssl)("signatures that OpenSSL makes, checked by the portal", () => {
  const kinds: [string, string[], string[]][] = [
    ["ECDSA P-256", ["EC", "-pkeyopt", "ec_paramgen_curve:P-256"], []],
    ["ECDSA P-384 with SHA-384", ["EC", "-pkeyopt", "ec_paramgen_curve:P-384"], ["-md", "sha384"]],
    ["RSA", ["RSA", "-pkeyopt", "rsa_keygen_bits:2048"], ["-md", "sha512"]],
    [
      "RSA-PSS",
      ["RSA", "-pkeyopt", "rsa_keygen_bits:2048"],
      ["-md", "sha256", "-keyopt", "rsa_padding_mode:pss", "-keyopt", "rsa_mgf1_md:sha256"],
    ],
  ]

  test.each(kinds)("%s", async (name, algorithm, options) => {
    const stem = name.replaceAll(/\W/g, "")
    const key = join(folder, `${stem}.key`)
    await run("openssl", ["genpkey", "-algorithm", ...algorithm, "-out", key])
    const request = ["req", "-x509", "-new", "-key", key, "-days", "30", "-subj", "/CN=OpenSSL", "-out"]
    const root = join(folder, `${stem}.crt`)
    await run("openssl", [...request, root, "-addext", "keyUsage=critical,keyCertSign"])
    const leafKey = join(folder, `${stem}-leaf.key`)
    await run("openssl", ["genpkey", "-algorithm", ...algorithm, "-out", leafKey])
    const leafRequest = join(folder, `${stem}-leaf.csr`)
    await run("openssl", ["req", "-new", "-key", leafKey, "-subj", "/CN=Penanda", "-out", leafRequest])
    const leaf = join(folder, `${stem}-leaf.crt`)
    await run("openssl", ["x509", "-req", "-in", leafRequest, "-CA", root, "-CAkey", key, "-days", "20", "-out", leaf])
    const pdf = appendForeignSignature(
      handmadePdf(),
      (covered) =>
        execFileSync(
          "openssl",
          ["cms", "-sign", "-cades", "-binary", "-outform", "DER", "-signer", leaf, "-inkey", leafKey, ...options],
          { input: covered },
        ),
      { subFilter: "ETSI.CAdES.detached" },
    )
    const anchor = execFileSync("openssl", ["x509", "-in", root, "-outform", "DER"])
    const judgedAt = new Date(Date.now() + 60_000).toISOString()
    const report = verifyPdf(pdf, { trustAnchors: [anchor], revoked: [], judgedAt })
    expect(report.signatures[0]).toMatchObject({ signer: "Penanda", reasons: [], intact: true, trusted: true })
    expect(report.verdict).toBe("valid")
    const changed = verifyPdf(withWrongText(pdf), { trustAnchors: [anchor], revoked: [], judgedAt })
    expect(changed.verdict).toBe("changed")
  })
})

describe.runIf(openssl)(
  "a document time stamp over the seals, its token made by OpenSSL and its place by libpdf",
  () => {
    /** A time stamp authority of its own, and a function that stamps a SHA-256. */
    async function timestampAuthority() {
      const path = (name: string) => join(folder, name)
      await file(
        "tsa.cnf",
        `[tsa]\nserial=${path("tsa.serial")}\nsigner_digest=sha256\ndefault_policy=1.2.3\ndigests=sha256\ness_cert_id_alg=sha256\n`,
      )
      await file("tsa.serial", "01\n")
      await run("openssl", [
        ...[
          "req",
          "-x509",
          "-new",
          "-newkey",
          "rsa:2048",
          "-nodes",
          "-keyout",
          path("tsa.key"),
          "-out",
          path("tsa.crt"),
        ],
        ...["-days", "30", "-subj", "/CN=Otoritas Waktu", "-addext", "extendedKeyUsage=critical,timeStamping"],
        ...["-addext", "basicConstraints=critical,CA:FALSE", "-addext", "keyUsage=critical,digitalSignature"],
      ])
      const timestamp = async (digest: Uint8Array): Promise<Uint8Array> => {
        await run("openssl", [
          ...[
            "ts",
            "-query",
            "-digest",
            Buffer.from(digest).toString("hex"),
            "-sha256",
            "-cert",
            "-out",
            path("ts.tsq"),
          ],
        ])
        await run("openssl", [
          ...["ts", "-reply", "-config", path("tsa.cnf"), "-section", "tsa", "-queryfile", path("ts.tsq")],
          ...["-inkey", path("tsa.key"), "-signer", path("tsa.crt"), "-token_out", "-out", path("ts.tst")],
        ])
        return readFile(path("ts.tst"))
      }
      return { timestamp }
    }

    test("is intact and permitted; the same token over other bytes is not", async () => {
      const pdf = await PDF.load(twice)
      const { bytes } = await pdf.addTimestamp({ timestampAuthority: await timestampAuthority() })
      expect(Buffer.from(bytes.subarray(0, twice.length)).equals(Buffer.from(twice))).toBe(true)
      const report = verify(bytes, signers.authority)
      expect(report.verdict).toBe("valid")
      expect(report.signatures.map(({ changesAfter }) => changesAfter)).toEqual(["permitted", "permitted"])
      expect(report.signatures[1]!.details.additions).toEqual(["verification.addition.timestamp"])
      expect(report.timestamps).toMatchObject([{ authority: "Otoritas Waktu", intact: true, coversWholeFile: true }])
      expect(Math.abs(Date.parse(report.timestamps[0]!.stampedAt!) - Date.now())).toBeLessThan(600_000)
      // Nobody here believes that authority, which takes nothing from the seals.
      expect(report.timestamps[0]!.trusted).toBe(false)
      const forged = verify(withBytes(bytes, bytes.length - 20, "#"), signers.authority)
      expect(forged.verdict).not.toBe("valid")
      const elsewhere = replaceText(bytes, "/P 3 0 R", "/P 4 0 R", twice.length)
      const changed = verify(elsewhere, signers.authority)
      expect(changed.verdict).toBe("changed")
      expect(changed.timestamps[0]).toMatchObject({
        intact: false,
        reasons: expect.arrayContaining(["verification.reason.contentChanged"]),
      })
    })

    test("validation data that libpdf adds is permitted", async () => {
      const pdf = await PDF.load(twice)
      const list = await issueRevocationList(signers.authority, {
        number: 2,
        thisUpdate: "2025-06-30T00:00:00.000Z",
        nextUpdate: "2025-07-30T00:00:00.000Z",
        revoked: [],
      })
      const { bytes } = await pdf.addValidationData({
        revocationProvider: { getOCSP: async () => null, getCRL: async () => list },
      })
      expect(bytes.length).toBeGreaterThan(twice.length)
      const report = verify(bytes, signers.authority)
      expect(report.verdict).toBe("valid")
      expect(report.signatures[1]!.details.additions).toEqual(["verification.addition.validationData"])
    })
  },
)

describe.runIf(pdfsig)("the seal, checked by poppler's pdfsig", () => {
  const read = async (pdf: Uint8Array, name: string) =>
    (await run("pdfsig", [await file(name, pdf)]).catch((error: { stdout: string }) => error)).stdout

  test("both signatures are valid and the last covers the whole file", async () => {
    const [, first, second] = (await read(twice, "twice.pdf")).split(/Signature #\d:/)
    for (const [part, signer] of [
      [first!, signers.governor],
      [second!, signers.mayor],
    ] as [string, Signer][]) {
      expect(part).toContain("Signature is Valid")
      expect(part).toContain(`Signer Certificate Common Name: ${signer.name}`)
      expect(part).toContain("Signature Type: ETSI.CAdES.detached")
      expect(part).toContain("Signing Hash Algorithm: SHA-256")
    }
    expect(first).toContain("Not total document signed")
    expect(second).toMatch(/ - Total document signed/)
  })

  test("a changed text is refused by both", async () => {
    const changed = withWrongText(twice)
    expect(await read(changed, "changed.pdf")).toContain("Digest Mismatch")
    expect(verify(changed, signers.authority).verdict).toBe("changed")
  })
})
