import { lastDayOfTerm } from "#app/domain/agreement/particulars.ts"
import { addMilliseconds, days, officialDay } from "#app/domain/kernel/clock.ts"
import type { Ctx } from "#app/domain/kernel/context.ts"
import { newRowKey } from "#app/domain/proposal/codes.ts"
import { acceptProposal, declineProposal } from "#app/domain/proposal/decision.server.ts"
import { readDraft } from "#app/domain/proposal/draft.server.ts"
import { saveProposal } from "#app/domain/proposal/drafting.server.ts"
import { getNeed } from "#app/domain/proposal/need-queries.server.ts"
import { publishNeed } from "#app/domain/proposal/need-steps.server.ts"
import { startNeed } from "#app/domain/proposal/need-writing.server.ts"
import { answerInvitation, invitePartner } from "#app/domain/proposal/partners.server.ts"
import { openPoints, pointsOf } from "#app/domain/proposal/points.server.ts"
import { getProposal } from "#app/domain/proposal/queries.server.ts"
import { askRevision, openReview } from "#app/domain/proposal/review.server.ts"
import { startProposal } from "#app/domain/proposal/start.server.ts"
import { submitProposal } from "#app/domain/proposal/submission.server.ts"
import { withdrawProposal } from "#app/domain/proposal/withdrawal.server.ts"
import { as, type DemoNetwork, slugOf } from "./demo-actor.server.ts"
import { type DemoNeed, type DemoProposal, demoNeeds, demoProposals } from "./demo-contribution-texts.ts"

/** Who acts for each organisation of the network in what follows. */
export const demoActors: Readonly<Record<string, string>> = {
  jabar: "kerjasama@jabar.example",
  magelang: "kerjasama@magelang.example",
  kampus: "dosen@kampus.example",
  usaha: "direktur@usaha.example",
  komunitas: "ketua@komunitas.example",
  media: "redaksi@media.example",
}

export const actAs = (network: DemoNetwork, organisation: string): Promise<Ctx> =>
  as(network, demoActors[organisation]!, organisation)

/** Two needs, and proposals in every state. Answers the codes of the proposals by their keys. */
export async function loadContributions(network: DemoNetwork): Promise<ReadonlyMap<string, string>> {
  const needs = new Map<string, string>()
  for (const need of demoNeeds) needs.set(need.key, await loadNeed(network, need))
  const codes = new Map<string, string>()
  for (const proposal of demoProposals) codes.set(proposal.key, await loadProposal(network, needs, proposal))
  return codes
}

/** Writes and publishes a need; answers its slug. */
async function loadNeed(network: DemoNetwork, { key: _key, by, until, ...words }: DemoNeed): Promise<string> {
  const now = network.services.clock.now()
  const ctx = await actAs(network, by)
  const id = await startNeed(ctx, {
    ...words,
    periodFrom: officialDay(now),
    periodUntil: officialDay(addMilliseconds(now, days(until))),
  })
  const { slug, lockVersion } = await getNeed(ctx, id)
  await publishNeed(ctx, id, { lockVersion })
  return slug
}

const seen = async (ctx: Ctx, code: string) => ({ lockVersion: (await getProposal(ctx, code)).lockVersion })

/** Takes a proposal as far as its outcome says, through every step on the way. */
async function loadProposal(
  network: DemoNetwork,
  needs: ReadonlyMap<string, string>,
  proposal: DemoProposal,
): Promise<string> {
  const author = () => actAs(network, proposal.by)
  const region = () => actAs(network, proposal.to)
  const { title, outcome, words = "" } = proposal
  const need = proposal.need === undefined ? undefined : needs.get(proposal.need)
  const code = await startProposal(
    await author(),
    need === undefined ? { title, recipient: await slugOf(network, proposal.to) } : { title, need },
  )
  for (const { key, part, answers } of proposal.partners ?? []) {
    await invitePartner(await author(), code, {
      ...(await seen(await author(), code)),
      organisation: await slugOf(network, key),
      part,
    })
    if (!answers) continue
    const partner = await actAs(network, key)
    await answerInvitation(partner, code, { ...(await seen(partner, code)), answer: "accept" })
  }
  await write(await author(), code, proposal)
  if (outcome === "draft") return code
  if (outcome === "withdrawn") {
    await withdrawProposal(await author(), code, { ...(await seen(await author(), code)), reason: words })
    return code
  }
  await submitProposal(await author(), code, await seen(await author(), code))
  if (outcome === "submitted") return code
  await openReview(await region(), code, await seen(await region(), code))
  if (outcome === "in_review") return code
  if (proposal.points) {
    const points = proposal.points.map(({ part, text }) => ({ part, text }))
    await askRevision(await region(), code, { ...(await seen(await region(), code)), points })
    if (outcome === "revision") return code
    await answer(await author(), code, proposal)
    await submitProposal(await author(), code, await seen(await author(), code))
    await openReview(await region(), code, await seen(await region(), code))
  }
  const at = await seen(await region(), code)
  if (outcome === "accepted") await acceptProposal(await region(), code, { ...at, remark: words })
  else await declineProposal(await region(), code, { ...at, reason: words })
  return code
}

/** Saves the text of a proposal as it was first submitted: what the region asked about was not in it yet. */
async function write(ctx: Ctx, code: string, proposal: DemoProposal): Promise<void> {
  const today = officialDay(ctx.now)
  const asked = new Set(proposal.points?.map(({ part }) => part))
  await save(ctx, code, {
    title: proposal.title,
    summary: proposal.summary,
    plan: proposal.plan,
    periodFrom: today,
    periodUntil: lastDayOfTerm(today, proposal.months),
    contributions: proposal.contributions.map(({ kind, description, amount }) => ({
      ...{ key: newRowKey(), kind, description },
      valued: amount === undefined || asked.has("contributions") ? ("inKind" as const) : ("valued" as const),
      amount: asked.has("contributions") ? "" : (amount ?? ""),
    })),
    answers: [],
  })
}

/** Answers every point, and writes into the text what it asked for. */
async function answer(ctx: Ctx, code: string, proposal: DemoProposal): Promise<void> {
  const row = await getProposal(ctx, code)
  const draft = readDraft(row.draft)
  const points = openPoints(await pointsOf(ctx.db, row.id), row.versionNumber)
  await save(ctx, code, {
    ...draft,
    plan: `${draft.plan}\n\nBila relawan berhalangan, relawan cadangan dari kelurahan tetangga menggantikannya.`,
    contributions: draft.contributions.map((contribution, index) => {
      const amount = proposal.contributions[index]?.amount
      return amount === undefined ? contribution : { ...contribution, valued: "valued" as const, amount }
    }),
    answers: points.map(({ id }, index) => ({ key: id, text: proposal.points?.[index]?.answer ?? "" })),
  })
}

async function save(ctx: Ctx, code: string, content: ReturnType<typeof readDraft>): Promise<void> {
  const { draftNumber } = await getProposal(ctx, code)
  const outcome = await saveProposal(ctx, code, { ...content, draftNumber, seen: "" })
  if (!("saved" in outcome)) throw new Error(`Somebody else saved ${code}`)
}
