import { expect, it } from "vitest"
import { verifyAudit } from "#app/domain/audit/verify.server.ts"
import { isDomainError } from "#app/domain/kernel/errors.ts"
import { acceptProposal, declineProposal } from "#app/domain/proposal/decision.server.ts"
import { readDraft } from "#app/domain/proposal/draft.server.ts"
import { saveProposal } from "#app/domain/proposal/drafting.server.ts"
import { getProposal } from "#app/domain/proposal/queries.server.ts"
import type { DraftInput } from "#app/domain/proposal/schema.ts"
import { draftTyped, proposalIn, proposalSides, reasons, seenOf } from "#tests/support/proposals.ts"
import { createWorld } from "#tests/support/world.ts"

const rounds = 200

it("takes one of two decisions given at once, and tells the other reviewer", async () => {
  const world = await createWorld()
  const sides = await proposalSides(world)
  const second = await world.create.member(sides.region.organisation.id, "approver")
  const reviewers = await Promise.all([world.as(sides.region.approver), world.as(second)])
  for (let round = 1; round <= rounds; round += 1) {
    const code = await proposalIn(world, sides, "in_review")
    const seen = await seenOf(reviewers[0]!, code)
    const outcomes = await Promise.allSettled([
      acceptProposal(reviewers[0]!, code, { ...seen, remark: "" }),
      declineProposal(reviewers[1]!, code, { ...seen, reason: reasons.decline }),
    ])
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"])
    const refused = outcomes.find((outcome) => outcome.status === "rejected")!
    expect(isDomainError(refused.reason) && refused.reason.code).toBe("conflict")
    const { id, status } = await getProposal(reviewers[0]!, code)
    expect(status).toBe(outcomes[0]!.status === "fulfilled" ? "accepted" : "declined")
    const decisions = await world.db
      .selectFrom("auditEvent")
      .select("type")
      .where("subjectId", "=", id)
      .where("type", "in", ["proposal.accepted", "proposal.declined"])
      .execute()
    expect(decisions).toEqual([{ type: `proposal.${status}` }])
  }
  expect((await verifyAudit(world.db)).faults).toEqual([])
}, 240_000)

it("keeps every word of two authors saving at once: the later one gets both texts and saves on top", async () => {
  const world = await createWorld()
  const sides = await proposalSides(world)
  const code = await proposalIn(world, sides, "draft", { partner: true })
  const authors = await Promise.all([world.as(sides.campus.drafter), world.as(sides.firm.drafter)])
  const names = ["summary", "plan"] as const
  const before = (await getProposal(authors[0]!, code)).draftNumber
  let late = 0
  for (let round = 1; round <= rounds; round += 1) {
    const typed = await Promise.all(
      authors.map((ctx, index) => draftTyped(ctx, code, { [names[index]!]: `Putaran ${round} dari ${index}.` })),
    )
    await Promise.all(
      authors.map(async (ctx, index) => {
        let form: DraftInput = typed[index]!
        for (;;) {
          const outcome = await saveProposal(ctx, code, form)
          if ("saved" in outcome) return
          late += 1
          expect(outcome.stale.conflicts).toEqual([])
          const { merged, newest, seen } = outcome.stale
          form = { ...merged, draftNumber: newest, seen: JSON.stringify(seen) }
        }
      }),
    )
    const { draft, draftNumber } = await getProposal(authors[0]!, code)
    expect(readDraft(draft)).toMatchObject({ summary: `Putaran ${round} dari 0.`, plan: `Putaran ${round} dari 1.` })
    expect(draftNumber).toBe(before + 2 * round)
  }
  expect(late).toBe(rounds)
  expect((await verifyAudit(world.db)).faults).toEqual([])
}, 240_000)
