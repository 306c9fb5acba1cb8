import { expect, it } from "vitest"
import { verifyAudit } from "#app/domain/audit/verify.server.ts"
import { startForm, updateForm } from "#app/domain/initiative/schema.ts"
import { startInitiative } from "#app/domain/initiative/start.server.ts"
import { postUpdate } from "#app/domain/initiative/updates.server.ts"
import { isDomainError } from "#app/domain/kernel/errors.ts"
import { newId } from "#app/domain/kernel/ids.ts"
import { initiativeArena, initiativeFields, initiativeIn } from "#tests/support/initiatives.ts"
import { proposalIn } from "#tests/support/proposals.ts"

const rounds = 50

it("makes one of two initiatives begun at once from the same proposals, and nothing of the other", async () => {
  const { world, sides } = await initiativeArena()
  const people = [await world.as(sides.region.drafter), await world.as(sides.region.approver)]
  for (let round = 1; round <= rounds; round += 1) {
    const codes = [await proposalIn(world, sides, "accepted"), await proposalIn(world, sides, "accepted")]
    const outcomes = await Promise.allSettled(
      // Each names them in another order.
      people.map((ctx, index) => {
        const proposals = index === 0 ? codes : codes.toReversed()
        return startInitiative(ctx, startForm.parse(initiativeFields({ proposals })))
      }),
    )
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"])
    const refused = outcomes.find((outcome) => outcome.status === "rejected")!
    expect(isDomainError(refused.reason) && [refused.reason.code, refused.reason.key]).toEqual([
      "conflict",
      "initiative.proposalTaken",
    ])
    const count = async (table: "initiative" | "initiativeProposal" | "initiativePartner") =>
      (await world.db.selectFrom(table).select("id").execute()).length
    expect([await count("initiative"), await count("initiativeProposal"), await count("initiativePartner")]).toEqual([
      round,
      2 * round,
      2 * round,
    ])
  }
  expect((await verifyAudit(world.db)).faults).toEqual([])
}, 240_000)

it("keeps every update of organisations that post at once, and one of a form that is sent twice", async () => {
  const { world, sides } = await initiativeArena()
  const id = await initiativeIn(world, sides, "running")
  const authors = await Promise.all(
    [sides.region.drafter, sides.campus.drafter, sides.firm.drafter].map((person) => world.as(person)),
  )
  for (let round = 1; round <= rounds; round += 1) {
    const key = newId()
    const words = { title: `Putaran ${round}`, body: "Kelas dibuka kembali." }
    const posted = await Promise.all([
      ...authors.map((ctx) => postUpdate(ctx, id, { ...updateForm.parse(words), picture: null })),
      ...[1, 2].map(() => postUpdate(authors[0]!, id, { ...updateForm.parse({ ...words, id: key }), picture: null })),
    ])
    expect(new Set(posted).size).toBe(4)
  }
  const rows = await world.db.selectFrom("initiativeUpdate").select("id").execute()
  expect(rows).toHaveLength(4 * rounds)
  expect((await verifyAudit(world.db)).faults).toEqual([])
}, 240_000)
