import { beforeEach, describe, expect, test } from "vitest"
import { declineAgreement } from "#app/domain/agreement/decline.server.ts"
import { lapseDueAgreements } from "#app/domain/agreement/in-force.server.ts"
import { getAgreement } from "#app/domain/agreement/queries.server.ts"
import { voidLock } from "#app/domain/agreement/voiding.server.ts"
import { addMilliseconds, days } from "#app/domain/kernel/clock.ts"
import { contractReport, verifyFile } from "#app/domain/signature/file-check.server.ts"
import { revokeCertificatesOfMandate } from "#app/domain/signature/revocation.server.ts"
import { inTransaction } from "#db/transaction.ts"
import { agreementIn, seenBy } from "#tests/support/agreements.ts"
import { type Signer, sign, twoSigners } from "#tests/support/signers.ts"
import { createWorld, type World } from "#tests/support/world.ts"

let world: World
let jabar: Signer
let magelang: Signer
let code: string

beforeEach(async () => {
  world = await createWorld()
  const sides = await twoSigners(world)
  jabar = sides.jabar
  magelang = sides.magelang
  code = await agreementIn(world, sides, "signing", { periodUntil: "2027-03-09" })
})

async function signBoth() {
  await sign(world, jabar, code)
  world.clock.turn(days(1))
  await sign(world, magelang, code)
}

async function file(ordinal: number): Promise<Uint8Array> {
  const row = await world.db
    .selectFrom("agreementRevision")
    .select("sha256")
    .where("ordinal", "=", ordinal)
    .executeTakeFirstOrThrow()
  return Uint8Array.from((await world.services.files.get(row.sha256))!)
}

/** The verification, with its entry as one of an agreement. */
async function check(bytes: Uint8Array) {
  const verification = await verifyFile(world.visitor(), bytes)
  const { entry } = verification
  if (entry !== null && entry.kind !== "agreement") throw new Error(entry.kind)
  return { ...verification, entry }
}

describe("the registered document", () => {
  test("is valid and registered, in the shape of the public contract and nothing else", async () => {
    await signBoth()
    expect(contractReport(await check(await file(2)))).toEqual({
      verdict: "valid",
      registered: true,
      agreement: code,
      signatures: [
        {
          signer: "Pejabat 32",
          signedAt: "2026-03-02T03:00:00.000Z",
          intact: true,
          coversWholeFile: false,
          changesAfter: "permitted",
          trusted: true,
          reasons: [],
        },
        {
          signer: "Pejabat 33.71",
          signedAt: "2026-03-03T03:00:00.000Z",
          intact: true,
          coversWholeFile: true,
          changesAfter: "none",
          trusted: true,
          reasons: [],
        },
      ],
    })
  })

  test("stays valid when a mandate ends between the seals, after them, and when every certificate has expired", async () => {
    const end = ({ mandateId }: Signer) =>
      inTransaction(world.db, (trx) =>
        revokeCertificatesOfMandate(trx, world.visitor(), mandateId, "Masa jabatan berakhir"),
      )
    await sign(world, jabar, code)
    world.clock.turn(days(1))
    await end(jabar)
    await sign(world, magelang, code)
    expect((await check(await file(2))).report.verdict).toBe("valid")
    world.clock.turn(days(1))
    await end(magelang)
    expect((await check(await file(2))).report.verdict).toBe("valid")
    world.clock.turn(days(4000))
    expect((await check(await file(2))).report.verdict).toBe("valid")
  })

  test("stays valid when the key is withdrawn in the millisecond of its seal, or by a request that began before it", async () => {
    const withdraw = ({ mandateId }: Signer, now: string) =>
      inTransaction(world.db, (trx) =>
        revokeCertificatesOfMandate(trx, { ...world.visitor(), now }, mandateId, "Masa jabatan berakhir"),
      )
    const { now } = world.visitor()
    await sign(world, jabar, code)
    await withdraw(jabar, now)
    expect((await check(await file(1))).report.signatures[0]?.reasons).toEqual([])
    expect(await sign(world, magelang, code)).toBe("in_force")
    await withdraw(magelang, addMilliseconds(now, -1))
    const { report, registered } = await check(await file(2))
    expect({ verdict: report.verdict, registered }).toEqual({ verdict: "valid", registered: true })
  })

  test("stays registered after the agreement has lapsed", async () => {
    await signBoth()
    world.clock.set("2027-04-01T00:00:00.000Z")
    await lapseDueAgreements(world.services)
    const { registered, entry } = await check(await file(2))
    expect({ registered, status: entry?.status }).toEqual({ registered: true, status: "lapsed" })
  })
})

describe("an earlier file of the document", () => {
  test("with the second seal cut off is called what it is", async () => {
    await signBoth()
    const { report, registered, entry } = await check(await file(1))
    expect(report.verdict).toBe("changed")
    expect(report.reasons).toEqual(["verification.reason.sealsMissing"])
    expect(report.signatures.map(({ intact, trusted }) => ({ intact, trusted }))).toEqual([
      { intact: true, trusted: true },
    ])
    expect(registered).toBe(false)
    expect(entry).toMatchObject({ code, standing: "sealsMissing", ordinal: 1, sealed: 2, complete: 2, isPublic: true })
  })

  test("without any seal has none and is not the registered one", async () => {
    await signBoth()
    const { report, registered, entry } = await check(await file(0))
    expect(report.verdict).toBe("changed")
    expect(report.reasons).toEqual(["verification.reason.sealsMissing"])
    expect(registered).toBe(false)
    expect(entry).toMatchObject({ ordinal: 0, sealed: 2 })
  })
})

describe("a document on its way", () => {
  test("with one seal of two is no registered document yet", async () => {
    await sign(world, jabar, code)
    const { report, registered, entry } = await check(await file(1))
    expect(report.verdict).toBe("valid")
    expect(registered).toBe(false)
    expect(entry).toMatchObject({
      standing: "same",
      ordinal: 1,
      sealed: 1,
      complete: 2,
      isPublic: false,
      status: "signing",
    })
  })

  test("that was declined is not registered", async () => {
    await sign(world, jabar, code)
    const ctx = await world.as(magelang.head)
    const { lockVersion } = await getAgreement(ctx, code)
    await declineAgreement(ctx, code, { lockVersion, reason: "Anggaran belum disetujui." })
    const { registered, entry } = await check(await file(1))
    expect({ registered, status: entry?.status }).toEqual({ registered: false, status: "declined" })
  })

  test("whose lock was voided is known as void", async () => {
    const approver = await world.as(jabar.approver)
    await voidLock(approver, code, { ...(await seenBy(approver, code)), reason: "Salah tulis." })
    const { registered, entry } = await check(await file(0))
    expect({ registered, voidedAt: entry?.voidedAt }).toEqual({ registered: false, voidedAt: world.clock.now() })
  })
})

describe("a document that was tampered with", () => {
  test("by one byte in the text is changed, and still traced to its agreement by the seal before", async () => {
    await signBoth()
    const bytes = await file(2)
    const first = await file(1)
    bytes[first.length + 20] = (bytes[first.length + 20] ?? 0) ^ 1
    const { report, registered, entry } = await check(bytes)
    expect(report.verdict).not.toBe("valid")
    expect(registered).toBe(false)
    expect(entry).toMatchObject({ code, standing: "continued", ordinal: null })
  })

  test("by one byte in the part that both seals cover belongs to nothing", async () => {
    await signBoth()
    const bytes = await file(2)
    bytes[200] = (bytes[200] ?? 0) ^ 1
    const { report, registered, entry } = await check(bytes)
    expect(["changed", "unreadable"]).toContain(report.verdict)
    expect(registered).toBe(false)
    expect(entry).toBe(null)
  })

  test("by bytes behind its end is changed and not as registered", async () => {
    await signBoth()
    const bytes = Buffer.concat([await file(2), Buffer.from("\n% tambahan\n")])
    const { report, registered, entry } = await check(bytes)
    expect(report.verdict).toBe("changed")
    expect(report.reasons).toContain("verification.reason.notAsRegistered")
    expect(registered).toBe(false)
    expect(entry?.standing).toBe("continued")
  })
})

describe("a file that the register does not know", () => {
  test("gets a report and no agreement", async () => {
    for (const bytes of [new Uint8Array(), Buffer.from("bukan PDF"), Buffer.from("%PDF-1.7\n%%EOF\n")]) {
      const { report, registered, entry } = await check(bytes)
      expect({ verdict: report.verdict, registered, entry }).toEqual({
        verdict: "unreadable",
        registered: false,
        entry: null,
      })
    }
  })

  test("sealed by the same authority elsewhere is judged for the present", async () => {
    await signBoth()
    const bytes = await file(2)
    const other = await createWorld()
    const [authority] = await world.db.selectFrom("authority").selectAll().execute()
    await other.db.insertInto("authority").values(authority!).execute()
    const now = { now: world.clock.now() }
    expect((await verifyFile(other.visitor(now), bytes)).report.verdict).toBe("valid")
    const later = await verifyFile(other.visitor({ now: "2040-01-01T00:00:00.000Z" }), bytes)
    expect(later.report.verdict).toBe("invalid")
    expect(later.report.signatures[0]?.reasons).toEqual(["verification.reason.certificateExpired"])
    expect(later.registered).toBe(false)
  })

  test("sealed by an authority that nobody here believes is not trusted", async () => {
    await signBoth()
    const bytes = await file(2)
    const { report } = await verifyFile((await createWorld()).visitor({ now: world.clock.now() }), bytes)
    expect(report.verdict).toBe("invalid")
    expect(report.signatures.map(({ intact, trusted, reasons }) => ({ intact, trusted, reasons }))).toEqual(
      Array.from({ length: 2 }, () => ({
        intact: true,
        trusted: false,
        reasons: ["verification.reason.certificateUntrusted"],
      })),
    )
  })
})

test("one address may check sixty files in a quarter of an hour", async () => {
  const bytes = Buffer.from("bukan PDF")
  for (let n = 0; n < 60; n += 1) await check(bytes)
  await expect(check(bytes)).rejects.toMatchObject({ code: "rate_limited" })
  await verifyFile(world.visitor({ clientAddress: "192.0.2.8" }), bytes)
})
