import { execFile, execFileSync } from "node:child_process"
import { mkdtemp, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { promisify } from "node:util"
import { PDF } from "@libpdf/core"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { exchangeOf, prepare, sealAs } from "#tests/support/certificates.ts"
import { createWorld } from "#tests/support/world.ts"

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

let sealed: Buffer
let authority: string
let folder: string
let at: string

beforeAll(async () => {
  const world = await createWorld()
  const exchange = await exchangeOf(world)
  const learner = await exchange.learner()
  await prepare(world, exchange, learner.id)
  await sealAs(world, exchange.officer, learner.id)
  const { sha256 } = await world.db.selectFrom("learningCertificate").select("sha256").executeTakeFirstOrThrow()
  sealed = Buffer.from((await world.services.files.get(sha256!))!)
  authority = (await world.db.selectFrom("authority").select("certificate").executeTakeFirstOrThrow()).certificate
  at = String(Date.parse(world.clock.now()) / 1000 + 60)
  folder = await mkdtemp(join(tmpdir(), "simpul-certificate-"))
})

afterAll(() => rm(folder, { recursive: true, force: true }))

async function file(name: string, bytes: Uint8Array | string): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, bytes)
  return path
}

/** The CMS of the seal and the bytes it covers, taken from the file with nothing of the portal's. */
function taken(pdf: Buffer): { cms: Buffer; covered: Buffer } {
  const text = pdf.toString("latin1")
  const [hole = 0, resume = 0, rest = 0] = /\/ByteRange \[0 (\d+) +(\d+) +(\d+) *\]/.exec(text)!.slice(1).map(Number)
  const padded = Buffer.from(text.slice(hole + 1, resume - 1), "hex")
  // A DER element of this size says its length in two bytes.
  return {
    cms: padded.subarray(0, 4 + padded.readUInt16BE(2)),
    covered: Buffer.concat([pdf.subarray(0, hole), pdf.subarray(resume, resume + rest)]),
  }
}

/** The words that a reader of another make finds on each page. */
test("an independent reader finds both pages and their words in the sealed file", async () => {
  const pages = (await PDF.load(sealed)).extractText().map(({ text }) => text.replace(/\s+/g, " "))
  expect(pages).toHaveLength(2)
  expect(pages[0]).toContain("SERTIFIKAT")
  expect(pages[1]).toContain("Daftar Mata Pembelajaran")
})

describe.runIf(openssl)("the seal, checked by OpenSSL", () => {
  const judge = async (pdf: Buffer) => {
    const { cms, covered } = taken(pdf)
    const pem = `-----BEGIN CERTIFICATE-----\n${authority.match(/.{1,64}/g)!.join("\n")}\n-----END CERTIFICATE-----\n`
    return run("openssl", [
      ...["cms", "-verify", "-cades", "-binary", "-inform", "DER", "-in", await file("seal.cms", cms)],
      ...["-content", await file("covered.bin", covered), "-CAfile", await file("trusted.pem", pem)],
      ...["-purpose", "any", "-attime", at, "-out", join(folder, "out.bin")],
    ])
  }

  test("is accepted as it is, and refused with one byte flipped", async () => {
    expect((await judge(sealed)).stderr).toContain("CAdES Verification successful")
    const flipped = Buffer.from(sealed)
    const { covered } = taken(sealed)
    flipped[Math.floor(covered.length / 3)]! ^= 1
    await expect(judge(flipped)).rejects.toThrow(/verification failure/)
  })
})

describe.runIf(pdfsig)("the seal, checked by poppler", () => {
  const report = async (name: string, pdf: Buffer) => (await run("pdfsig", ["-nocert", await file(name, pdf)])).stdout

  test("is one valid signature over the whole document, by the officer, for this certificate", async () => {
    const said = await report("sealed.pdf", sealed)
    expect(said.match(/Signature #\d/g)).toEqual(["Signature #1"])
    expect(said).toContain("Signature is Valid.")
    expect(said).toContain("ETSI.CAdES.detached")
    expect(said).toContain("Total document signed")
    expect(said).toContain("Drs. Asep Permana, M.Si.")
  })

  test("is not valid any more with one byte flipped", async () => {
    const flipped = Buffer.from(sealed)
    flipped[Math.floor(sealed.length / 3)]! ^= 1
    expect(await report("flipped.pdf", flipped)).not.toContain("Signature is Valid.")
  })
})
