import { beforeEach, describe, expect, test } from "vitest"
import { agreementIn } from "#tests/support/agreements.ts"
import { openApp, type TestApp } from "#tests/support/app.ts"
import { type Signer, sign, twoSigners } from "#tests/support/signers.ts"

let app: TestApp

beforeEach(async () => {
  app = await openApp()
})

/** A program: no cookies, no origin, nothing that a browser adds. */
const send = (init: RequestInit) => app.visitor().send("/api/v1/verify", init)

const upload = (bytes: Uint8Array<ArrayBuffer>, field = "file") => {
  const form = new FormData()
  form.append(field, new File([bytes], "naskah.pdf", { type: "application/pdf" }))
  return send({ method: "POST", body: form })
}

async function sealedAgreement(): Promise<{ code: string; sides: { jabar: Signer; magelang: Signer } }> {
  const sides = await twoSigners(app.world)
  const code = await agreementIn(app.world, sides, "signing")
  await sign(app.world, sides.jabar, code)
  await sign(app.world, sides.magelang, code)
  return { code, sides }
}

async function file(ordinal: number): Promise<Uint8Array<ArrayBuffer>> {
  const { sha256 } = await app.world.db
    .selectFrom("agreementRevision")
    .select("sha256")
    .where("ordinal", "=", ordinal)
    .executeTakeFirstOrThrow()
  return Uint8Array.from((await app.world.services.files.get(sha256))!)
}

const problem = async (answer: Awaited<ReturnType<typeof send>>) => {
  expect(answer.headers.get("Content-Type")).toBe("application/problem+json")
  const body = JSON.parse(answer.text)
  expect(body).toMatchObject({ type: "about:blank", status: answer.status })
  expect(typeof body.title).toBe("string")
  expect(typeof body.detail).toBe("string")
  return body
}

test("answers the registered document with exactly the report of the contract", async () => {
  const { code } = await sealedAgreement()
  const answer = await upload(await file(2))
  expect(answer.status).toBe(200)
  expect(answer.headers.get("Content-Type")).toMatch(/^application\/json/)
  expect(answer.headers.get("Cache-Control")).toBe("no-store")
  const report = JSON.parse(answer.text)
  expect(Object.keys(report)).toEqual(["verdict", "registered", "agreement", "signatures"])
  expect(report).toMatchObject({ verdict: "valid", registered: true, agreement: code })
  for (const signature of report.signatures)
    expect(Object.keys(signature).sort()).toEqual(
      ["changesAfter", "coversWholeFile", "intact", "reasons", "signedAt", "signer", "trusted"].sort(),
    )
})

test("answers a file without its second seal as changed and not registered", async () => {
  const { code } = await sealedAgreement()
  const report = JSON.parse((await upload(await file(1))).text)
  expect(report).toMatchObject({ verdict: "changed", registered: false, agreement: code })
})

test("answers what is no PDF as unreadable, which is no error", async () => {
  const answer = await upload(new TextEncoder().encode("bukan PDF"))
  expect(answer.status).toBe(200)
  expect(JSON.parse(answer.text)).toEqual({ verdict: "unreadable", registered: false, agreement: null, signatures: [] })
})

describe("refuses with problem details", () => {
  test("415 for what is no multipart form", async () => {
    for (const type of ["application/json", "text/plain", "application/pdf", "application/x-www-form-urlencoded"])
      expect(
        (await problem(await send({ method: "POST", body: "a=b", headers: { "Content-Type": type } }))).status,
      ).toBe(415)
  })

  test("400 for a broken multipart body", async () => {
    const headers = { "Content-Type": "multipart/form-data; boundary=x" }
    expect((await problem(await send({ method: "POST", body: "--x\r\nrusak", headers }))).status).toBe(400)
    const without = { "Content-Type": "multipart/form-data" }
    expect((await problem(await send({ method: "POST", body: "--x", headers: without }))).status).toBe(400)
  })

  test("413 for a file over 25 MB", async () => {
    expect((await problem(await upload(new Uint8Array(25_000_001)))).status).toBe(413)
    expect((await problem(await upload(new Uint8Array(27_000_000)))).status).toBe(413)
  })

  test("422 where the field is missing or holds text", async () => {
    const missing = await problem(await upload(new Uint8Array([1]), "berkas"))
    expect(missing).toMatchObject({ status: 422, code: "form", errors: { file: ["Choose a file."] } })
    const form = new FormData()
    form.append("file", "hanya teks")
    expect((await problem(await send({ method: "POST", body: form }))).status).toBe(422)
  })

  test("405 for every other method, naming the one that works", async () => {
    for (const method of ["GET", "PUT", "PATCH", "DELETE"]) {
      const answer = await send({ method })
      expect((await problem(answer)).status).toBe(405)
      expect(answer.headers.get("Allow")).toBe("POST")
    }
  })

  test("429 with Retry-After after sixty files from one address", async () => {
    for (let n = 0; n < 60; n += 1) expect((await upload(new Uint8Array([1]))).status).toBe(200)
    const answer = await upload(new Uint8Array([1]))
    expect((await problem(answer)).status).toBe(429)
    expect(Number(answer.headers.get("Retry-After"))).toBeGreaterThan(0)
  })
})

test("takes a post from anywhere, and a session counts for nothing", async () => {
  const person = await app.as(await app.world.create.account())
  const form = new FormData()
  form.append("file", new File(["bukan PDF"], "x.pdf"))
  const headers = { Origin: "https://lain.example", "Sec-Fetch-Site": "cross-site" }
  expect((await person.send("/api/v1/verify", { method: "POST", body: form, headers })).status).toBe(200)
})

describe("the authority", () => {
  test("hands out its certificate and its revocation list as DER", async () => {
    const certificate = await app.visitor().get("/pki/ca.crt")
    expect([certificate.status, certificate.headers.get("Content-Type")]).toEqual([200, "application/pkix-cert"])
    const list = await app.visitor().get("/pki/ca.crl")
    expect([list.status, list.headers.get("Content-Type")]).toEqual([200, "application/pkix-crl"])
    expect(list.headers.get("Content-Disposition")).toContain("attachment")
  })

  test("is explained in both languages: what it is, and that it is no recognised provider", async () => {
    const indonesian = await app.visitor().get("/pki")
    expect(indonesian.text).toContain("Simpul CA 127.0.0.1")
    expect(indonesian.text).toContain("tidak tersertifikasi")
    expect(indonesian.text).toMatch(/([0-9A-F]{2}:){31}[0-9A-F]{2}/)
    const english = await app.visitor().get("/en/pki")
    expect(english.text).toContain("uncertified")
    expect(english.text).toContain('href="/en/verifikasi"')
  })
})
