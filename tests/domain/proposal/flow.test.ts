import { describe, expect, it } from "vitest"
import { verifyAudit } from "#app/domain/audit/verify.server.ts"
import { statesOf, stepsFrom } from "#app/domain/kernel/flow.ts"
import { acceptProposal, declineProposal } from "#app/domain/proposal/decision.server.ts"
import { detachNeed } from "#app/domain/proposal/detaching.server.ts"
import { saveProposal } from "#app/domain/proposal/drafting.server.ts"
import { type ProposalStep, proposalFlow } from "#app/domain/proposal/flow.ts"
import { type NeedStep, needFlow } from "#app/domain/proposal/need-flow.ts"
import { getNeed } from "#app/domain/proposal/need-queries.server.ts"
import { needEditForm } from "#app/domain/proposal/need-schema.ts"
import { closeNeed, discardNeed, publishNeed, reopenNeed } from "#app/domain/proposal/need-steps.server.ts"
import { editNeed } from "#app/domain/proposal/need-writing.server.ts"
import { getProposal } from "#app/domain/proposal/queries.server.ts"
import { askRevision, openReview } from "#app/domain/proposal/review.server.ts"
import { draftForm } from "#app/domain/proposal/schema.ts"
import { submitProposal } from "#app/domain/proposal/submission.server.ts"
import { withdrawProposal } from "#app/domain/proposal/withdrawal.server.ts"
import type { ProposalStatus } from "#db/schema.ts"
import {
  answerPoints,
  needFields,
  needIn,
  openNeed,
  points,
  proposalIn,
  proposalSides,
  proposalWords,
  reasons,
} from "#tests/support/proposals.ts"
import { createWorld, type World } from "#tests/support/world.ts"

describe.each(statesOf(needFlow))("a need that is %s", (status) => {
  it.each(Object.keys(needFlow.steps) as NeedStep[])("%s", async (step) => {
    const world = await createWorld()
    const { region } = await proposalSides(world)
    const id = await needIn(world, region, status)
    const ctx = await world.as(region.approver)
    const { lockVersion } = await getNeed(ctx, id)
    const edit = () =>
      editNeed(ctx, id, needEditForm.parse({ ...needFields({ title: "Judul yang lain" }), lockVersion }))
    const work: Record<NeedStep, () => Promise<void>> = {
      edit,
      amend: edit,
      correct: edit,
      publish: () => publishNeed(ctx, id, { lockVersion }),
      close: () => closeNeed(ctx, id, { lockVersion, reason: "" }),
      reopen: () => reopenNeed(ctx, id, { lockVersion }),
      discard: () => discardNeed(ctx, id, { lockVersion }),
    }
    // Editing is one form: which of its three steps is meant follows from the state.
    const open = stepsFrom(needFlow, status)
    const editing: readonly NeedStep[] = ["edit", "amend", "correct"]
    const meant = editing.includes(step) ? open.find((one) => editing.includes(one)) : step
    if (meant && open.includes(meant)) {
      await work[step]()
      expect((await getNeed(ctx, id)).status).toBe(needFlow.steps[meant].to)
    } else {
      await expect(work[step]()).rejects.toMatchObject({ code: "conflict", key: "flow.step" })
      expect(await getNeed(ctx, id)).toMatchObject({ status, lockVersion })
    }
    expect((await verifyAudit(world.db)).faults).toEqual([])
  })
})

/** The status that follows from the dated columns and rows alone; a decision does not say which way it went. */
async function stageByFacts(world: World, code: string): Promise<readonly ProposalStatus[]> {
  const row = await world.db.selectFrom("proposal").selectAll().where("code", "=", code).executeTakeFirstOrThrow()
  const waiting = await world.db
    .selectFrom("proposalPoint")
    .select("id")
    .where("proposalId", "=", row.id)
    .where("answeredAt", "is", null)
    .execute()
  if (row.endedAt !== null) return ["withdrawn"]
  if (row.decidedAt !== null) return ["accepted", "declined"]
  if (row.versionNumber === 0) return ["draft"]
  if (waiting.length > 0) return ["revision"]
  return [row.openedAt === null ? "submitted" : "in_review"]
}

describe.each(statesOf(proposalFlow))("a proposal that is %s", (status) => {
  it.each(Object.keys(proposalFlow.steps) as ProposalStep[])("%s", async (step) => {
    const world = await createWorld()
    const sides = await proposalSides(world)
    const need = step === "detach" ? { need: (await openNeed(world, sides.region)).slug } : {}
    const code = await proposalIn(world, sides, status, { partner: true, ...need })
    const campus = await world.as(sides.campus.approver)
    const region = await world.as(sides.region.approver)
    if (status === "revision" && step === "submit") await answerPoints(campus, code)
    const { lockVersion, draftNumber, submittedAt } = await getProposal(campus, code)
    const save = () =>
      saveProposal(campus, code, draftForm.parse({ ...proposalWords({ title: "Judul yang lain" }), draftNumber }))
    const work: Record<ProposalStep, () => Promise<unknown>> = {
      save,
      amend: save,
      detach: () => detachNeed(campus, code, { lockVersion }),
      submit: () => submitProposal(campus, code, { lockVersion }),
      open: () => openReview(region, code, { lockVersion }),
      revise: () => askRevision(region, code, { lockVersion, points }),
      accept: () => acceptProposal(region, code, { lockVersion, remark: "" }),
      decline: () => declineProposal(region, code, { lockVersion, reason: reasons.decline }),
      withdraw: () => withdrawProposal(campus, code, { lockVersion, reason: "" }),
    }
    const open = stepsFrom(proposalFlow, status)
    const meant = step === "save" || step === "amend" ? open.find((one) => one === "save" || one === "amend") : step
    if (meant && open.includes(meant)) {
      await work[step]()
      expect((await getProposal(campus, code)).status).toBe(proposalFlow.steps[meant].to)
    } else {
      const ofRegion = ["open", "revise", "accept", "decline"].includes(step)
      // The region does not know of what was never submitted.
      const unknown = ofRegion && submittedAt === null
      await expect(work[step]()).rejects.toMatchObject(
        unknown ? { code: "not_found" } : { code: "conflict", key: "flow.step" },
      )
      expect(await getProposal(campus, code)).toMatchObject({ status, lockVersion })
    }
    expect(await stageByFacts(world, code)).toContain((await getProposal(campus, code)).status)
    expect((await verifyAudit(world.db)).faults).toEqual([])
  })
})
