import { beforeEach, expect, test } from "vitest"
import { certificateInbox } from "#app/domain/programme/certificate/inbox.server.ts"
import { type Exchange, exchangeOf, prepare, sealAs } from "#tests/support/certificates.ts"
import { createWorld, type World } from "#tests/support/world.ts"

let world: World
let exchange: Exchange

beforeEach(async () => {
  world = await createWorld()
  exchange = await exchangeOf(world)
})

test("learners who have completed wait for the host's staff, certificates for the officer they were prepared for", async () => {
  const [one] = [await exchange.learner(), await exchange.learner(), await exchange.learner({ status: "confirmed" })]
  const inbox = async (person: { id: string }) => certificateInbox(await world.as(person))
  const { host, sender, officer, cohortId } = exchange
  expect(await inbox(host.drafter)).toEqual([
    {
      kind: "certificate.prepare",
      title: "Belajar Manajemen Talenta",
      values: { cohort: "Angkatan I", count: "2" },
      ids: { id: cohortId },
      since: world.clock.now(),
    },
  ])
  expect(await inbox(officer.account)).toEqual([])
  await prepare(world, exchange, one.id)
  expect((await inbox(host.drafter))[0]?.values).toEqual({ cohort: "Angkatan I", count: "1" })
  const waiting = await inbox(officer.account)
  expect(waiting.map(({ kind, ids }) => [kind, ids.id])).toEqual([["certificate.seal", one.id]])
  expect(JSON.stringify(waiting)).not.toContain("Ratna")
  for (const person of [sender.drafter, one.account, host.head]) expect(await inbox(person)).toEqual([])
  expect(await certificateInbox(world.visitor())).toEqual([])
  await sealAs(world, officer, one.id)
  expect(await inbox(officer.account)).toEqual([])
})
