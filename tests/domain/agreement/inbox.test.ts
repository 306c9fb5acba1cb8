import { expect, it } from "vitest"
import { agreementInbox } from "#app/domain/agreement/inbox.server.ts"
import { hours } from "#app/domain/kernel/clock.ts"
import {
  agreementIn,
  approve,
  giveNumber,
  lock,
  saveChange,
  sealWithoutKey,
  twoRegions,
  typeInto,
} from "#tests/support/agreements.ts"
import { createWorld } from "#tests/support/world.ts"

it("shows each person what waits for him, since when and by when, along the whole way", async () => {
  const world = await createWorld()
  const sides = await twoRegions(world)
  const { jabar, magelang } = sides
  const waiting = async () => {
    const people = {
      jd: jabar.drafter,
      ja: jabar.approver,
      jh: jabar.head,
      md: magelang.drafter,
      ma: magelang.approver,
      mh: magelang.head,
    }
    const entries = await Promise.all(
      Object.entries(people).map(async ([who, account]) =>
        (await agreementInbox(await world.as(account))).map(
          ({ kind, since, due }) => `${who} ${kind.slice(10)} ${since.slice(11, 16)}${due ? ` ≤${due}` : ""}`,
        ),
      ),
    )
    return entries.flat()
  }
  const draft = await agreementIn(world, sides, "draft")
  expect(await waiting()).toEqual(["jd finish 03:00", "ja finish 03:00"])
  await world.db
    .deleteFrom("agreementVersion")
    .where("agreementId", "in", (q) => q.selectFrom("agreement").select("id").where("code", "=", draft))
    .execute()

  const code = await agreementIn(world, sides, "negotiation")
  expect(await waiting()).toEqual(["ja approve 03:00", "md read 03:00", "ma approve 03:00"])
  world.clock.turn(hours(1))
  await saveChange(await world.as(magelang.drafter), code, typeInto("objek", "Dari Magelang."))
  expect(await waiting()).toEqual(["jd read 04:00", "ja approve 04:00", "ma approve 04:00"])
  world.clock.turn(hours(1))
  await approve(world, magelang, code)
  expect(await waiting()).toEqual(["jd read 04:00", "ja approve 05:00"])
  world.clock.turn(hours(1))
  await approve(world, jabar, code)
  const number = (who: string) => `${who} number 06:00 ≤2026-03-10`
  expect(await waiting()).toEqual([number("jd"), number("ja"), number("md"), number("ma")])
  world.clock.turn(hours(1))
  await giveNumber(world, jabar, code)
  expect(await waiting()).toEqual([number("md"), number("ma")])
  await giveNumber(world, magelang, code)
  expect(await waiting()).toEqual(["ja lock 07:00 ≤2026-03-10", "ma lock 07:00 ≤2026-03-10"])
  world.clock.turn(hours(1))
  await lock(world, jabar, code)
  expect(await waiting()).toEqual(["jh sign 08:00 ≤2026-03-10", "mh sign 08:00 ≤2026-03-10"])
  await sealWithoutKey(world, jabar, code)
  expect(await waiting()).toEqual(["mh sign 08:00 ≤2026-03-10"])
  await sealWithoutKey(world, magelang, code)
  expect(await waiting()).toEqual([])
})

it("asks for the missing particulars once both have agreed", async () => {
  const world = await createWorld()
  const sides = await twoRegions(world)
  await agreementIn(world, sides, "agreed", { place: "" })
  expect((await agreementInbox(await world.as(sides.magelang.drafter))).map(({ kind }) => kind)).toEqual([
    "agreement.complete",
  ])
})

it("shows nothing of another organisation, of one he does not act for now, and to visitors", async () => {
  const world = await createWorld()
  const sides = await twoRegions(world)
  await agreementIn(world, sides, "negotiation")
  const other = await world.create.organisation()
  await world.create.membership(sides.jabar.approver.id, other.id, "admin")
  expect(await agreementInbox(await world.as(sides.jabar.approver, other.id))).toEqual([])
  expect(await agreementInbox(await world.as(sides.jabar.approver, sides.jabar.organisation.id))).toHaveLength(1)
  expect(await agreementInbox(world.visitor())).toEqual([])
})
