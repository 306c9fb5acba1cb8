import { createHash } from "node:crypto"
import { PDF } from "@libpdf/core"
import { beforeEach, describe, expect, test } from "vitest"
import { verifyAudit } from "#app/domain/audit/verify.server.ts"
import { certificateFile } from "#app/domain/programme/certificate/files.server.ts"
import { preparationView, prepareCertificate } from "#app/domain/programme/certificate/preparation.server.ts"
import { getCertificateCase } from "#app/domain/programme/certificate/queries.server.ts"
import { revokeCertificateOfLearning } from "#app/domain/programme/certificate/revocation.server.ts"
import { preparationForm } from "#app/domain/programme/certificate/schema.ts"
import {
  type Exchange,
  exchangeOf,
  type Learner,
  officerOf,
  preparationOf,
  prepare,
  revocationOf,
  sealAs,
} from "#tests/support/certificates.ts"
import { createWorld, type World } from "#tests/support/world.ts"

let world: World
let exchange: Exchange
let learner: Learner

beforeEach(async () => {
  world = await createWorld()
  exchange = await exchangeOf(world)
  learner = await exchange.learner()
})

const certificates = () => world.db.selectFrom("learningCertificate").selectAll().orderBy("id").execute()
const refusal = (key: string) => expect.objectContaining({ key })
const onField = (field: string, key: string) => expect.objectContaining({ code: "invalid", fields: { [field]: [key] } })

describe("a certificate is prepared", () => {
  test("from what was counted, as a file without a seal that the drafter can read", async () => {
    const id = await prepare(world, exchange, learner.id)
    const [row] = await certificates()
    expect(row).toMatchObject({ id, learnerId: learner.id, status: "prepared", hours: 16, sha256: null, pages: 2 })
    const bytes = await world.services.files.get(row!.baseSha256)
    expect(createHash("sha256").update(bytes!).digest("hex")).toBe(row!.baseSha256)
    const [first = "", second = ""] = (await PDF.load(bytes!))
      .extractText()
      .map(({ text }) => text.replace(/\s+/g, " "))
    for (const expected of [
      row!.number,
      "Ratna Widyaningsih, S.IP.",
      "Lurah Kramat Selatan",
      "Kelurahan Kramat Selatan",
      "Pemerintah Kota Magelang",
      "Penata Tingkat I (III/d)",
      "Belajar Manajemen Talenta",
      "20 Januari 2026 sampai dengan 20 Februari 2026",
      "16 (enam belas) jam pelajaran",
      exchange.agreementCode,
      "Bandung, 2 Maret 2026",
      "Drs. Asep Permana, M.Si.",
      "Ditandatangani secara elektronik oleh:",
      row!.verifyCode,
    ])
      expect(first).toContain(expected)
    expect(second).toContain("Patok banding (studi tiru) 10")
    expect(second).toContain("Pelatihan 6")
    expect(second).toContain("Jumlah 16")
    // The number tells a birth date and a sex: only its end is printed.
    expect(first).toContain("• 001")
    expect(first + second).not.toContain("19860926")
    const file = await certificateFile(await world.as(exchange.host.drafter), learner.id)
    expect(file).toEqual({ sha256: row!.baseSha256, name: `sertifikat-${row!.verifyCode}-belum-disegel.pdf` })
  })

  test("and is on record without a name, and the officer is told without one", async () => {
    await prepare(world, exchange, learner.id)
    const [event] = await world.db
      .selectFrom("auditEvent")
      .selectAll()
      .where("subjectType", "=", "learningCertificate")
      .execute()
    expect(event).toMatchObject({
      type: "learning_certificate.prepared",
      organisationId: exchange.host.organisation.id,
    })
    const mails = (await world.mails()).filter(({ kind }) => kind === "learning-certificate-prepared")
    expect(mails.map(({ to }) => to)).toEqual([exchange.officer.account.email])
    for (const text of [event!.data, JSON.stringify(mails)]) expect(text).not.toContain("Ratna")
    expect((await verifyAudit(world.db)).faults).toEqual([])
  })

  test("whatever looks like markup in a name stays text", async () => {
    const hostile = await exchange.learner({ name: '#strong[Budi] $x^2$ *tebal* @a <b> \\ "#{1+1}"' })
    await prepare(world, exchange, hostile.id)
    const row = (await certificates()).find(({ learnerId }) => learnerId === hostile.id)
    const bytes = await world.services.files.get(row!.baseSha256)
    const text = (await PDF.load(bytes!)).extractText()[0]!.text.replace(/\s+/g, "")
    expect(text).toContain('#strong[Budi]$x^2$*tebal*@a<b>\\"#{1+1}"')
  })

  test("again after a revocation, under another number", async () => {
    await prepare(world, exchange, learner.id)
    const revocation = await revocationOf(world, exchange, learner.id)
    await revokeCertificateOfLearning(await world.as(exchange.host.approver), learner.id, revocation)
    await prepare(world, exchange, learner.id)
    const { live, revoked } = await getCertificateCase(await world.as(exchange.host.drafter), learner.id)
    expect([live?.status, revoked.map(({ status }) => status)]).toEqual(["prepared", ["revoked"]])
  })
})

describe("preparing is refused", () => {
  test.each(["nominated", "confirmed", "withdrawn", "declined"] as const)("for a learner who is %s", async (status) => {
    const other = await exchange.learner({ status })
    const input = await preparationOf(world, exchange, other.id)
    const ctx = await world.as(exchange.host.drafter)
    await expect(prepareCertificate(ctx, other.id, input)).rejects.toEqual(refusal("certificate.notCompleted"))
    expect(await certificates()).toEqual([])
  })

  test("without any hour that counts", async () => {
    const other = await exchange.learner({ attended: false })
    const ctx = await world.as(exchange.host.drafter)
    const input = await preparationOf(world, exchange, other.id)
    await expect(prepareCertificate(ctx, other.id, input)).rejects.toEqual(refusal("certificate.noHours"))
  })

  test("while another one counts or waits", async () => {
    await prepare(world, exchange, learner.id)
    const ctx = await world.as(exchange.host.drafter)
    const input = await preparationOf(world, exchange, learner.id)
    await expect(prepareCertificate(ctx, learner.id, input)).rejects.toEqual(refusal("certificate.alreadyPrepared"))
    await sealAs(world, exchange.officer, learner.id)
    await expect(prepareCertificate(ctx, learner.id, input)).rejects.toEqual(refusal("certificate.alreadyPrepared"))
  })

  test("under a number that the programme has given, in whatever case, revoked ones included", async () => {
    await prepare(world, exchange, learner.id)
    const [row] = await certificates()
    const other = await exchange.learner()
    const ctx = await world.as(exchange.host.drafter)
    const input = { ...(await preparationOf(world, exchange, other.id)), number: row!.number.toLowerCase() }
    await expect(prepareCertificate(ctx, other.id, input)).rejects.toEqual(onField("number", "certificate.numberTaken"))
    const revocation = await revocationOf(world, exchange, learner.id)
    await revokeCertificateOfLearning(await world.as(exchange.host.approver), learner.id, revocation)
    await expect(prepareCertificate(ctx, other.id, input)).rejects.toEqual(onField("number", "certificate.numberTaken"))
  })

  test("under a mandate for something else, of another organisation, or over", async () => {
    const ctx = await world.as(exchange.host.drafter)
    const input = await preparationOf(world, exchange, learner.id)
    const elsewhere = await officerOf(world, exchange.sender.organisation.id)
    for (const mandateId of [exchange.host.mandateId, elsewhere.mandateId])
      await expect(prepareCertificate(ctx, learner.id, { ...input, mandateId })).rejects.toEqual(
        onField("mandateId", "certificate.issuerUnknown"),
      )
    await world.db
      .updateTable("mandate")
      .set({ validUntil: "2026-03-01" })
      .where("id", "=", exchange.officer.mandateId)
      .execute()
    expect((await preparationView(ctx, learner.id)).obstacle).toBe("certificate.noIssuer")
    await expect(prepareCertificate(ctx, learner.id, input)).rejects.toEqual(refusal("certificate.noIssuer"))
  })

  test("from a page older than the learner", async () => {
    const input = await preparationOf(world, exchange, learner.id)
    await world.db.updateTable("learner").set({ lockVersion: 7 }).where("id", "=", learner.id).execute()
    const ctx = await world.as(exchange.host.drafter)
    await expect(prepareCertificate(ctx, learner.id, input)).rejects.toEqual(refusal("stale"))
    expect(await certificates()).toEqual([])
  })

  test("to all but the host's drafters, approvers and administrators; strangers find nothing", async () => {
    const input = await preparationOf(world, exchange, learner.id)
    for (const person of [exchange.officer.account, exchange.sender.drafter, learner.account, learner.supervisor])
      await expect(prepareCertificate(await world.as(person), learner.id, input)).rejects.toMatchObject({
        code: "forbidden",
      })
    const stranger = await world.create.member((await world.create.pemda("33.08")).id, "admin")
    for (const ctx of [await world.as(stranger), world.visitor(), await world.as(exchange.host.drafter, null)])
      await expect(prepareCertificate(ctx, learner.id, input)).rejects.toMatchObject({ code: "not_found" })
    expect(await certificates()).toEqual([])
  })
})

test("the form refuses what cannot be printed or chosen, field by field", () => {
  const good = {
    lockVersion: "0",
    number: "893.3/1",
    place: "Bandung",
    mandateId: "0190f5d8-0000-7000-8000-000000000000",
  }
  expect(preparationForm.safeParse(good).success).toBe(true)
  for (const [field, value] of [
    ["number", "1"],
    ["number", "x".repeat(61)],
    ["place", ""],
    ["place", "Ban\u202edung"],
    ["mandateId", "x"],
    ["lockVersion", "-1"],
  ] as const) {
    const parsed = preparationForm.safeParse({ ...good, [field]: value })
    expect(parsed.error?.issues.map(({ path }) => path[0])).toEqual([field])
  }
})
