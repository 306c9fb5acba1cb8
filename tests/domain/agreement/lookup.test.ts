import { beforeEach, describe, expect, test } from "vitest"
import { declineAgreement } from "#app/domain/agreement/decline.server.ts"
import { lapseDueAgreements } from "#app/domain/agreement/in-force.server.ts"
import { lookUp } from "#app/domain/agreement/lookup.server.ts"
import { getAgreement } from "#app/domain/agreement/queries.server.ts"
import { voidLock } from "#app/domain/agreement/voiding.server.ts"
import { checkCode } from "#app/domain/signature/code-check.server.ts"
import { agreementIn, approve, lock, seenBy } from "#tests/support/agreements.ts"
import { type Signer, sign, twoSigners } from "#tests/support/signers.ts"
import { createWorld, type World } from "#tests/support/world.ts"

let world: World
let jabar: Signer
let magelang: Signer
let code: string

const secretTitle = "Rencana yang Belum Boleh Diketahui"

beforeEach(async () => {
  world = await createWorld()
  const sides = await twoSigners(world)
  jabar = sides.jabar
  magelang = sides.magelang
  code = await agreementIn(world, sides, "signing", { title: secretTitle, periodUntil: "2027-03-09" })
})

const verifyCode = async () =>
  (
    await world.db
      .selectFrom("agreementDocument")
      .select("verifyCode")
      .orderBy("round", "desc")
      .limit(1)
      .executeTakeFirstOrThrow()
  ).verifyCode
const check = async (typed?: string) => {
  const shown = await checkCode(world.visitor(), typed ?? (await verifyCode()))
  if (shown.kind !== "agreement") throw new Error(shown.kind)
  return shown
}

describe("the code beside the QR", () => {
  test("tells of a document in signing how far it is, and nothing of what it says", async () => {
    await sign(world, jabar, code)
    const shown = await check()
    expect(shown).toEqual({
      kind: "agreement",
      verifyCode: await verifyCode(),
      state: "signing",
      since: world.clock.now(),
      sealed: 1,
      complete: 2,
      demo: false,
      agreement: null,
      supersededBy: null,
    })
    expect(JSON.stringify(shown)).not.toContain(secretTitle)
    expect(JSON.stringify(shown)).not.toContain(code)
  })

  test("tells everything public once the agreement is in force, and after it has lapsed", async () => {
    await sign(world, jabar, code)
    await sign(world, magelang, code)
    const shown = await check()
    expect(shown).toMatchObject({ state: "in_force", sealed: 2, complete: 2 })
    expect(shown.agreement).toMatchObject({ code, title: secretTitle, periodUntil: "2027-03-09" })
    expect(shown.agreement?.seals.map(({ office }) => office)).toEqual(["Gubernur Jawa Barat", "Wali Kota Magelang"])
    const newest = await world.db.selectFrom("agreementRevision").select("sha256").where("ordinal", "=", 2).execute()
    expect(newest).toEqual([{ sha256: shown.agreement?.sha256 }])
    world.clock.set("2027-04-01T00:00:00.000Z")
    await lapseDueAgreements(world.services)
    expect(await check()).toMatchObject({ state: "lapsed", since: "2027-04-01T00:00:00.000Z" })
  })

  test("tells of a declined document that it never came into force", async () => {
    const ctx = await world.as(magelang.head)
    const { lockVersion } = await getAgreement(ctx, code)
    await declineAgreement(ctx, code, { lockVersion, reason: "Rahasia di balik penolakan" })
    const shown = await check()
    expect(shown).toMatchObject({ state: "declined", agreement: null })
    expect(JSON.stringify(shown)).not.toContain("Rahasia")
  })

  test("tells of a voided document that it is void, and leads to the later one once that is public", async () => {
    const first = await verifyCode()
    const approver = await world.as(jabar.approver)
    await voidLock(approver, code, { ...(await seenBy(approver, code)), reason: "Salah tulis." })
    expect(await check(first)).toMatchObject({ state: "voided", agreement: null, supersededBy: null })
    await approve(world, jabar, code)
    await approve(world, magelang, code)
    await lock(world, jabar, code)
    expect(await check(first)).toMatchObject({ state: "voided", supersededBy: null })
    await sign(world, jabar, code)
    await sign(world, magelang, code)
    expect(await check(first)).toMatchObject({ state: "superseded", agreement: null, supersededBy: code })
    expect(await check()).toMatchObject({ state: "in_force" })
  })

  test("is read in any case, with any separators, and with letters for the digits they look like", async () => {
    const known = await verifyCode()
    for (const typed of [known.toLowerCase(), known.replaceAll("-", ""), ` ${known.replaceAll("-", " ")} `])
      expect((await check(typed)).verifyCode).toBe(known)
  })

  test("that nobody gave is not found, and whoever goes on guessing is stopped", async () => {
    for (let n = 0; n < 120; n += 1) await expect(check("0000-0000-0000")).rejects.toMatchObject({ code: "not_found" })
    await expect(check("0000-0000-0000")).rejects.toMatchObject({ code: "rate_limited" })
    await expect(check("' or 1=1 --")).rejects.toMatchObject({ code: "rate_limited" })
    expect((await check()).state).toBe("signing")
  })
})

describe("searching", () => {
  const find = async (typed: string) => {
    const answer = await lookUp(world.visitor(), typed)
    return "found" in answer ? answer.found.map((one) => one.code) : answer.verifyCode
  }
  const number = async () =>
    (await world.db.selectFrom("agreementParty").select("number").where("ordinal", "=", 1).executeTakeFirstOrThrow())
      .number

  test("finds a public agreement by its code, by either number and by a part of one", async () => {
    await sign(world, jabar, code)
    await sign(world, magelang, code)
    for (const typed of [
      code,
      code.toLowerCase(),
      code.replaceAll("-", ""),
      await number(),
      (await number()).slice(2, 8),
    ])
      expect(await find(typed)).toEqual([code])
    expect(await find("nomor yang tidak ada")).toEqual([])
  })

  test("leads from the code of a document to that document, public or not", async () => {
    expect(await find(await verifyCode())).toBe(await verifyCode())
  })

  test("finds nothing of an agreement that is not public", async () => {
    expect(await find(code)).toEqual([])
    expect(await find(await number())).toEqual([])
  })

  test("takes signs of the database's own language as what they are", async () => {
    await sign(world, jabar, code)
    await sign(world, magelang, code)
    for (const typed of ["%", "_", "\\", "'", "%%%"]) expect(await find(typed)).toEqual([])
  })
})
