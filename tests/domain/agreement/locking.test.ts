import { createHash } from "node:crypto"
import { describe, expect, it } from "vitest"
import { approvalsOf } from "#app/domain/agreement/approval.server.ts"
import { documentsOf, liveDocument, workingFile } from "#app/domain/agreement/documents.server.ts"
import { lockAgreement } from "#app/domain/agreement/locking.server.ts"
import { getAgreement } from "#app/domain/agreement/queries.server.ts"
import { voidLock } from "#app/domain/agreement/voiding.server.ts"
import { timelineOf } from "#app/domain/audit/timeline.server.ts"
import {
  agreementIn,
  approve,
  giveNumber,
  lock,
  sealWithoutKey,
  seenBy,
  twoRegions,
} from "#tests/support/agreements.ts"
import { createWorld } from "#tests/support/world.ts"

async function ready(overrides: Record<string, string> = {}, options: { demo?: boolean } = {}) {
  const world = await createWorld(options)
  const sides = await twoRegions(world)
  const code = await agreementIn(world, sides, "agreed", overrides)
  const ctx = await world.as(sides.jabar.approver)
  const seen = () => seenBy(ctx, code)
  const number = async () => {
    await giveNumber(world, sides.jabar, code, "1/JABAR")
    await giveNumber(world, sides.magelang, code, "2/MAGELANG")
  }
  return { world, sides, code, ctx, seen, number }
}

describe("locking", () => {
  it("renders the text with numbers, place, date and signatories, and opens it for signing", async () => {
    const { world, code, ctx, number, sides } = await ready()
    await number()
    await lock(world, sides.jabar, code)
    const agreement = await getAgreement(ctx, code)
    expect(agreement).toMatchObject({ status: "signing", round: 1, lockedAt: world.clock.now() })
    const [document, ...rest] = await documentsOf(ctx, agreement)
    expect(rest).toEqual([])
    expect(document).toMatchObject({ round: 1, versionNumber: 1, voidedAt: null, newest: { ordinal: 0 } })
    expect(document?.verifyCode).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/)
    expect(document?.pages).toBeGreaterThan(1)
    expect(document?.input).toMatchObject({
      code,
      verifyUrl: `http://127.0.0.1:3000/v/${document?.verifyCode}`,
      place: "Bandung",
      date: "2026-03-10",
      demo: false,
      createdAt: world.clock.now(),
      parties: [
        {
          label: "PIHAK KESATU",
          regionName: "Provinsi Jawa Barat",
          office: "Gubernur Jawa Barat",
          holder: "Pejabat 32",
          number: "1/JABAR",
        },
        {
          label: "PIHAK KEDUA",
          regionName: "Kota Magelang",
          office: "Wali Kota Magelang",
          holder: "Pejabat 33.71",
          number: "2/MAGELANG",
        },
      ],
    })
    const bytes = await ctx.files.get(document?.newest.sha256 ?? "")
    expect(createHash("sha256").update(bytes!).digest("hex")).toBe(document?.newest.sha256)
    expect(Buffer.from(bytes!.subarray(0, 5)).toString()).toBe("%PDF-")
    expect(document?.newest.size).toBe(bytes?.byteLength)
    expect((await timelineOf(world.db, "agreement", agreement.id)).at(-1)).toMatchObject({
      type: "agreement.locked",
      data: { version: 1, round: 1, sha256: document?.newest.sha256 },
    })
  })

  it("tells both sides and those who will sign", async () => {
    const { world, code, number, sides } = await ready()
    await number()
    await world.db.deleteFrom("outbox").execute()
    await lock(world, sides.jabar, code)
    expect((await world.mails()).map(({ to, kind }) => `${kind} ${to}`).sort()).toEqual(
      [sides.jabar.drafter, sides.jabar.head, sides.magelang.drafter, sides.magelang.approver, sides.magelang.head]
        .map(({ email }) => `agreement-locked ${email}`)
        .sort(),
    )
  })

  it("prints the mark of a demonstration for demo parties and in a demo installation", async () => {
    for (const demo of ["party", "installation"]) {
      const { world, code, ctx, number, sides } = await ready({}, { demo: demo === "installation" })
      if (demo === "party") await world.db.updateTable("agreement").set({ demoSince: world.clock.now() }).execute()
      await number()
      await lock(world, sides.jabar, code)
      expect((await documentsOf(ctx, await getAgreement(ctx, code)))[0]?.input.demo).toBe(true)
    }
  })

  it("refuses with what is missing first: place, dates, term, numbers", async () => {
    const cases: [Record<string, string>, string][] = [
      [{ place: "" }, "agreement.placeMissing"],
      [{ signingDate: "" }, "agreement.signingDateMissing"],
      [{ periodFrom: "" }, "agreement.periodFromMissing"],
      [{ periodUntil: "" }, "agreement.periodUntilMissing"],
    ]
    for (const [overrides, key] of cases) {
      const { code, ctx, seen, number } = await ready(overrides)
      await number()
      await expect(lockAgreement(ctx, code, await seen())).rejects.toMatchObject({ code: "conflict", key })
    }
    const { world, sides, code, ctx, seen } = await ready()
    await giveNumber(world, sides.jabar, code)
    await expect(lockAgreement(ctx, code, await seen())).rejects.toMatchObject({
      key: "agreement.numberMissing",
      parameters: { region: "Kota Magelang" },
    })
  })

  it("refuses where a side has no mandate that counts, whatever is wrong with it", async () => {
    const wrong = {
      unverified: { status: "entered" },
      refused: { status: "refused" },
      ended: { status: "ended" },
      expired: { validUntil: "2026-03-01" },
      "not yet begun": { validFrom: "2026-03-03" },
      delegate: { officeKind: "delegate" },
      "other instrument": { instruments: JSON.stringify(["perjanjian_kerja_sama"]) },
    } as const
    for (const [what, change] of Object.entries(wrong)) {
      const { world, sides, code, ctx, seen, number } = await ready()
      await number()
      await world.db.updateTable("mandate").set(change).where("id", "=", sides.magelang.mandateId).execute()
      await expect(lockAgreement(ctx, code, await seen()), what).rejects.toMatchObject({
        key: "agreement.mandateMissing",
        parameters: { region: "Kota Magelang" },
      })
    }
  })

  it("takes a mandate on its first and its last day, by the official zone", async () => {
    // 2026-03-02T17:30Z is already 3 March in Jakarta.
    const { world, sides, code, ctx, seen, number } = await ready()
    await number()
    await world.db
      .updateTable("mandate")
      .set({ validFrom: "2026-03-03", validUntil: "2026-03-03" })
      .where("id", "=", sides.magelang.mandateId)
      .execute()
    await expect(lockAgreement(ctx, code, await seen())).rejects.toMatchObject({ key: "agreement.mandateMissing" })
    await lockAgreement({ ...ctx, now: "2026-03-02T17:30:00.000Z" }, code, await seen())
  })

  it("prints the stand-in whose mandate began last, with Plt. before the office", async () => {
    const { world, sides, code, ctx, number } = await ready()
    const acting = await world.create.member(sides.magelang.organisation.id, "member")
    await world.create.mandate(acting.id, sides.magelang.organisation.id, {
      office: "Wali Kota Magelang",
      holderName: "Sekretaris Daerah",
      standIn: "plt",
      validFrom: "2026-02-01",
    })
    await number()
    await lock(world, sides.jabar, code)
    const [document] = await documentsOf(ctx, await getAgreement(ctx, code))
    expect(document?.input.parties[1]).toMatchObject({ holder: "Sekretaris Daerah", standIn: "Plt." })
  })

  it("refuses while a party is suspended", async () => {
    const { world, sides, code, ctx, seen, number } = await ready()
    await number()
    await world.db
      .updateTable("organisation")
      .set({ status: "suspended" })
      .where("id", "=", sides.magelang.organisation.id)
      .execute()
    await expect(lockAgreement(ctx, code, await seen())).rejects.toMatchObject({ key: "agreement.partyNotVerified" })
  })

  it("makes one document of a double click", async () => {
    const { world, code, ctx, seen, number } = await ready()
    await number()
    const form = await seen()
    const outcomes = await Promise.allSettled([lockAgreement(ctx, code, form), lockAgreement(ctx, code, form)])
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"])
    await expect(lockAgreement(ctx, code, form)).rejects.toMatchObject({ code: "conflict" })
    expect(await world.db.selectFrom("agreementDocument").select("round").execute()).toEqual([{ round: 1 }])
    expect(await world.db.selectFrom("agreementRevision").select("ordinal").execute()).toEqual([{ ordinal: 0 }])
  })

  it("leaves only an orphan file where the process ends between the file and the row", async () => {
    const { world, code, ctx, seen, number } = await ready()
    await number()
    let stored = ""
    const dying = {
      ...ctx,
      files: {
        ...ctx.files,
        put: async (bytes: Uint8Array) => {
          stored = await ctx.files.put(bytes)
          throw new Error("power cut")
        },
      },
    }
    await expect(lockAgreement(dying, code, await seen())).rejects.toThrow("power cut")
    expect(await ctx.files.has(stored)).toBe(true)
    expect(await world.db.selectFrom("agreementDocument").selectAll().execute()).toEqual([])
    expect((await getAgreement(ctx, code)).status).toBe("agreed")
    await lockAgreement(ctx, code, await seen())
    expect((await getAgreement(ctx, code)).status).toBe("signing")
  })

  it("refuses when the mandate that was printed ended while the file was made", async () => {
    const { world, sides, code, ctx, seen, number } = await ready()
    await number()
    const slow = {
      ...ctx,
      files: {
        ...ctx.files,
        put: async (bytes: Uint8Array) => {
          await world.db
            .updateTable("mandate")
            .set({ status: "ended" })
            .where("id", "=", sides.magelang.mandateId)
            .execute()
          return ctx.files.put(bytes)
        },
      },
    }
    await expect(lockAgreement(slow, code, await seen())).rejects.toMatchObject({ key: "stale" })
    expect((await getAgreement(ctx, code)).status).toBe("agreed")
  })

  it("is forbidden to drafters, and tells nobody's file to outsiders", async () => {
    const { world, sides, code, seen, number } = await ready()
    await number()
    await expect(lockAgreement(await world.as(sides.jabar.drafter), code, await seen())).rejects.toMatchObject({
      code: "forbidden",
    })
    await lock(world, sides.jabar, code)
    await expect(workingFile(world.visitor(), code)).rejects.toMatchObject({ code: "not_found" })
    expect((await workingFile(await world.as(sides.magelang.drafter), code)).name).toBe(
      `${code}-putaran-1-belum-disegel.pdf`,
    )
  })
})

describe("voiding a lock", () => {
  async function locked() {
    const made = await ready()
    await made.number()
    await lock(made.world, made.sides.jabar, made.code)
    const voidNow = async (reason = "Tanggal pada pembukaan keliru.") =>
      voidLock(made.ctx, made.code, { lockVersion: (await made.seen()).lockVersion, reason })
    return { ...made, voidNow }
  }

  it("keeps the document on record as void, resets approvals, and the next lock is round 2", async () => {
    const { world, sides, code, ctx, voidNow } = await locked()
    await voidNow()
    const agreement = await getAgreement(ctx, code)
    expect(agreement).toMatchObject({ status: "negotiation", lockedAt: null, round: 1 })
    expect(await approvalsOf(ctx, agreement)).toEqual([])
    const [old] = await documentsOf(ctx, agreement)
    expect(old).toMatchObject({ round: 1, voidedAt: world.clock.now(), voidReason: "Tanggal pada pembukaan keliru." })
    expect(agreement.parties.map(({ number }) => number)).toEqual(["1/JABAR", "2/MAGELANG"])

    await approve(world, sides.jabar, code)
    await approve(world, sides.magelang, code)
    await lock(world, sides.magelang, code)
    const documents = await documentsOf(ctx, await getAgreement(ctx, code))
    expect(documents.map(({ round, voidedAt }) => [round, voidedAt !== null])).toEqual([
      [2, false],
      [1, true],
    ])
    expect(documents[0]?.verifyCode).not.toBe(documents[1]?.verifyCode)
    expect(liveDocument(documents)?.round).toBe(2)
    expect((await workingFile(ctx, code)).sha256).toBe(documents[0]?.newest.sha256)
    expect((await workingFile(ctx, code, documents[1]?.newest.sha256)).name).toBe(`${code}-putaran-1-belum-disegel.pdf`)
  })

  it("tells both sides and the signers why", async () => {
    const { world, sides, voidNow } = await locked()
    await world.db.deleteFrom("outbox").execute()
    await voidNow("Salah nama.")
    const mails = await world.mails()
    expect(mails.map(({ to }) => to).sort()).toEqual(
      [sides.jabar.drafter, sides.jabar.head, sides.magelang.drafter, sides.magelang.approver, sides.magelang.head]
        .map(({ email }) => email)
        .sort(),
    )
    expect(new Set(mails.map(({ kind, values }) => `${kind}: ${values.reason}`))).toEqual(
      new Set(["agreement-voided: Salah nama."]),
    )
  })

  it("is refused after the first seal, and a second time", async () => {
    const { world, sides, code, voidNow } = await locked()
    await sealWithoutKey(world, sides.jabar, code)
    await expect(voidNow()).rejects.toMatchObject({ code: "conflict", key: "agreement.alreadySealed" })
    const other = await locked()
    await other.voidNow()
    await expect(other.voidNow()).rejects.toMatchObject({ key: "flow.step" })
  })
})
