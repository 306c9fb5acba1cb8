import { beforeEach, describe, expect, test } from "vitest"
import { lookUp } from "#app/domain/agreement/lookup.server.ts"
import { days } from "#app/domain/kernel/clock.ts"
import { revokeCertificateOfLearning } from "#app/domain/programme/certificate/revocation.server.ts"
import { renderCertificate } from "#app/domain/programme/certificate/typst.server.ts"
import { checkCode } from "#app/domain/signature/code-check.server.ts"
import { contractReport, verifyFile } from "#app/domain/signature/file-check.server.ts"
import { revokeCertificatesOfMandate } from "#app/domain/signature/revocation.server.ts"
import { inTransaction } from "#db/transaction.ts"
import { type Exchange, exchangeOf, type Learner, prepare, revocationOf, sealAs } from "#tests/support/certificates.ts"
import { createWorld, type World } from "#tests/support/world.ts"

let world: World
let exchange: Exchange
let learner: Learner

beforeEach(async () => {
  world = await createWorld()
  exchange = await exchangeOf(world)
  learner = await exchange.learner()
  await prepare(world, exchange, learner.id)
})

const certificate = () => world.db.selectFrom("learningCertificate").selectAll().executeTakeFirstOrThrow()
const file = async (sha256: string) => Uint8Array.from((await world.services.files.get(sha256))!)
const seal = () => sealAs(world, exchange.officer, learner.id)
const revoke = async () =>
  revokeCertificateOfLearning(
    await world.as(exchange.host.approver),
    learner.id,
    await revocationOf(world, exchange, learner.id),
  )
const check = (bytes: Uint8Array, now = world.clock.now()) => verifyFile(world.visitor({ now }), bytes)
const sealedFile = async () => file((await certificate()).sha256!)

describe("an uploaded file", () => {
  test("that is the sealed certificate is valid and registered, in the shape of the contract", async () => {
    await seal()
    const { verifyCode } = await certificate()
    expect(contractReport(await check(await sealedFile()))).toEqual({
      verdict: "valid",
      registered: true,
      agreement: null,
      certificate: verifyCode,
      signatures: [
        {
          signer: "Drs. Asep Permana, M.Si.",
          signedAt: "2026-03-02T03:00:00.000Z",
          intact: true,
          coversWholeFile: true,
          changesAfter: "none",
          trusted: true,
          reasons: [],
        },
      ],
    })
  })

  test("stays valid when the officer's mandate ends later, and when every certificate has expired", async () => {
    await seal()
    world.clock.turn(days(1))
    await inTransaction(world.db, (trx) =>
      revokeCertificatesOfMandate(trx, world.visitor(), exchange.officer.mandateId, "Masa jabatan berakhir"),
    )
    world.clock.turn(days(4_000))
    const { report, registered } = await check(await sealedFile())
    expect([report.verdict, registered]).toEqual(["valid", true])
  })

  test("that was revoked is known as revoked with its class, and no longer registered", async () => {
    await seal()
    const bytes = await sealedFile()
    await revoke()
    const { report, registered, entry } = await check(bytes)
    expect([report.verdict, registered]).toEqual(["valid", false])
    expect(entry).toMatchObject({ kind: "certificate", status: "revoked", revokeClass: "content", standing: "same" })
    expect(JSON.stringify(entry)).not.toContain("Ratna")
  })

  test("without its seal is unsigned before, and cut off after it was sealed", async () => {
    const { baseSha256 } = await certificate()
    const base = await file(baseSha256)
    const before = await check(base)
    expect([before.report.verdict, before.registered, before.entry?.status]).toEqual(["unsigned", false, "prepared"])
    await seal()
    const after = await check(base)
    expect([after.report.verdict, after.registered, after.entry?.standing]).toEqual(["changed", false, "sealsMissing"])
  })

  test("with one byte flipped anywhere is never registered, and never valid", async () => {
    await seal()
    const bytes = await sealedFile()
    for (const at of [200, Math.floor(bytes.length / 3), Math.floor(bytes.length / 2), bytes.length - 40]) {
      const flipped = Uint8Array.from(bytes)
      flipped[at] = (flipped[at] ?? 0) ^ 1
      const { report, registered } = await check(flipped)
      expect(registered).toBe(false)
      expect(report.verdict).not.toBe("valid")
    }
  })

  test("whose second page was replaced by more hours is changed", async () => {
    await seal()
    const row = await certificate()
    const input = JSON.parse(row.input)
    const forged = renderCertificate({ ...input, hours: 60, subjects: [{ ...input.subjects[0], hours: 60 }] })
    // Another second page under the old one's object number, in a later update of the file.
    const sealed = Buffer.from(await sealedFile())
    const text = sealed.toString("latin1")
    const pages = [
      ...new Set([...text.matchAll(/(\d+) 0 obj\s*<<[^>]*?\/Type\s*\/Page\b[^s]/g)].map((match) => match[1])),
    ]
    expect(pages).toHaveLength(2)
    const start = Number(text.match(/startxref\s+(\d+)\s+%%EOF\s*$/)?.[1])
    const at = sealed.length + 1
    const stream = "BT /F0 12 Tf 100 400 Td (60 JP) Tj ET"
    const size = Number([...text.matchAll(/\/Size (\d+)/g)].at(-1)?.[1])
    const root = [...text.matchAll(/\/Root (\d+) 0 R/g)].at(-1)?.[1]
    const object = `${pages[1]} 0 obj\n<< /Type /Page /Parent 1 0 R /MediaBox [0 0 842 595] /Contents ${size} 0 R >>\nendobj\n`
    const content = `${size} 0 obj\n<< /Length ${stream.length} >>\nstream\n${stream}\nendstream\nendobj\n`
    const table = `xref\n${pages[1]} 1\n${String(at).padStart(10, "0")} 00000 n \n${size} 1\n${String(at + object.length).padStart(10, "0")} 00000 n \n`
    const trailer = `trailer\n<< /Size ${size + 1} /Root ${root} 0 R /Prev ${start} >>\nstartxref\n${at + object.length + content.length}\n%%EOF\n`
    const replaced = Buffer.concat([sealed, Buffer.from(`\n${object}${content}${table}${trailer}`, "latin1")])
    const { report, registered, entry } = await check(replaced)
    expect(report.verdict).toBe("changed")
    expect([registered, entry?.standing]).toEqual([false, "continued"])
    expect(report.signatures[0]?.changesAfter).toBe("forbidden")
    // And a file made from scratch with the same words belongs to nothing.
    const made = await check(forged.pdf)
    expect([made.report.verdict, made.registered, made.entry]).toEqual(["unsigned", false, null])
  })
})

describe("the code beside the QR", () => {
  const code = async () => (await certificate()).verifyCode
  const shown = async () => {
    const checked = await checkCode(world.visitor(), await code())
    if (checked.kind !== "certificate") throw new Error(checked.kind)
    return checked
  }

  test("tells of a prepared certificate that it is not sealed, and nothing that it says", async () => {
    const checked = await shown()
    expect(checked).toEqual({
      kind: "certificate",
      verifyCode: await code(),
      state: "prepared",
      since: world.clock.now(),
      demo: false,
      revokeClass: null,
      certificate: null,
    })
  })

  test("tells programme, host, hours, days, seal and initials; neither name nor number nor supervisor", async () => {
    await seal()
    const { number, sha256 } = await certificate()
    const checked = await shown()
    expect(checked.certificate).toMatchObject({
      number,
      initials: "R. W.",
      programme: "Belajar Manajemen Talenta",
      host: "Pemerintah Provinsi Jawa Barat",
      from: "2026-01-20",
      until: "2026-02-20",
      hours: 16,
      sha256,
      seal: { office: "Kepala Badan Kepegawaian Daerah Provinsi Jawa Barat", signedAt: world.clock.now() },
    })
    const told = JSON.stringify(checked)
    for (const secret of ["Ratna", "Widyaningsih", "001", "Lurah", "Kramat", "Atasan"])
      expect(told).not.toContain(secret)
  })

  test("tells of a revoked one the class of the reason and nothing else", async () => {
    await seal()
    world.clock.turn(days(3))
    await revoke()
    const checked = await shown()
    expect(checked).toMatchObject({
      state: "revoked",
      since: world.clock.now(),
      revokeClass: "content",
      certificate: null,
    })
    expect(JSON.stringify(checked)).not.toContain("dieja")
  })

  test("is found as anybody types it, and leads the search to its page", async () => {
    const stored = await code()
    const typed = stored.replaceAll("-", " ").toLowerCase().replaceAll("0", "o").replaceAll("1", "l")
    expect((await checkCode(world.visitor(), typed)).verifyCode).toBe(stored)
    expect(await lookUp(world.visitor(), typed)).toEqual({ verifyCode: stored })
  })
})
