import type { Ctx } from "#app/domain/kernel/context.ts"
import { attachFile } from "#app/domain/proposal/attachments.server.ts"
import { acceptProposal, declineProposal } from "#app/domain/proposal/decision.server.ts"
import { readDraft } from "#app/domain/proposal/draft.server.ts"
import { saveProposal } from "#app/domain/proposal/drafting.server.ts"
import { fingerprintsOf } from "#app/domain/proposal/merge.server.ts"
import { getNeed } from "#app/domain/proposal/need-queries.server.ts"
import { needForm } from "#app/domain/proposal/need-schema.ts"
import { closeNeed, discardNeed, publishNeed } from "#app/domain/proposal/need-steps.server.ts"
import { startNeed } from "#app/domain/proposal/need-writing.server.ts"
import { answerInvitation, invitePartner } from "#app/domain/proposal/partners.server.ts"
import { pointsOf } from "#app/domain/proposal/points.server.ts"
import { getProposal } from "#app/domain/proposal/queries.server.ts"
import { askRevision, openReview } from "#app/domain/proposal/review.server.ts"
import { draftForm } from "#app/domain/proposal/schema.ts"
import { startProposal } from "#app/domain/proposal/start.server.ts"
import { submitProposal } from "#app/domain/proposal/submission.server.ts"
import { withdrawProposal } from "#app/domain/proposal/withdrawal.server.ts"
import type { AccountTable, NeedStatus, ProposalStatus } from "#db/schema.ts"
import { government, type Side } from "./agreements.ts"
import type { World } from "./world.ts"

/** An organisation that proposes or contributes, with its people. */
export type Contributor = {
  readonly organisation: { readonly id: string; readonly slug: string; readonly name: string }
  readonly drafter: AccountTable
  readonly approver: AccountTable
  readonly member: AccountTable
}

/** The region that is asked, the organisation that proposes, one that contributes, and one that has no part in it. */
export type Sides = {
  readonly region: Side
  readonly campus: Contributor
  readonly firm: Contributor
  readonly stranger: Contributor
}

async function contributor(world: World, name: string, slug: string, strand: "A" | "B" | "M"): Promise<Contributor> {
  const { create } = world
  const organisation = await create.organisation({ name, slug, strand })
  return {
    organisation,
    drafter: await create.member(organisation.id, "drafter", { name: `Perancang ${name}` }),
    approver: await create.member(organisation.id, "approver", { name: `Penyetuju ${name}` }),
    member: await create.member(organisation.id, "member", { name: `Anggota ${name}` }),
  }
}

export const proposalSides = async (world: World, region?: Side): Promise<Sides> => ({
  region: region ?? (await government(world, "33.71", "Wali Kota Magelang")),
  campus: await contributor(world, "Universitas Contoh", "universitas-contoh", "A"),
  firm: await contributor(world, "PT Contoh Karya", "pt-contoh-karya", "B"),
  stranger: await contributor(world, "Media Contoh", "media-contoh", "M"),
})

/** What the form of a need holds, complete unless a test leaves something out. */
export const needFields = (overrides: Record<string, unknown> = {}) => ({
  title: "Pendampingan talenta aparatur kelurahan",
  problem: "Camat dan lurah belum memiliki cara yang sama untuk mengenali dan membina pegawai yang menonjol.",
  affair: "education",
  regionCode: "33.71",
  place: "Tiga kecamatan di Kota Magelang",
  kinds: ["expertise", "data"],
  periodFrom: "2026-01-01",
  periodUntil: "2026-12-31",
  ...overrides,
})

/** A need of the region, brought into `status`. Answers its id. */
export async function needIn(
  world: World,
  region: Side,
  status: NeedStatus,
  overrides: Record<string, unknown> = {},
): Promise<string> {
  const ctx = await world.as(region.approver)
  const id = await startNeed(ctx, needForm.parse(needFields(overrides)))
  const seen = async () => ({ lockVersion: (await getNeed(ctx, id)).lockVersion })
  if (status === "draft") return id
  if (status === "discarded") {
    await discardNeed(ctx, id, await seen())
    return id
  }
  await publishNeed(ctx, id, await seen())
  if (status === "closed") await closeNeed(ctx, id, { ...(await seen()), reason: "Sudah terpenuhi." })
  return id
}

/** An open need of the region, with its slug. */
export async function openNeed(
  world: World,
  region: Side,
  overrides: Record<string, unknown> = {},
): Promise<{ id: string; slug: string }> {
  const id = await needIn(world, region, "open", overrides)
  const { slug } = await getNeed(await world.as(region.approver), id)
  return { id, slug }
}

/** What a complete draft says. */
export const proposalWords = (overrides: Record<string, unknown> = {}) => ({
  title: "Kelas talenta untuk kelurahan",
  summary: "Dosen kami mendampingi camat dan lurah mengenali talenta di kantornya selama enam bulan.",
  plan: "Kami datang **setiap bulan**:\n\n1. memetakan pegawai;\n2. melatih atasan;\n3. menilai hasilnya bersama.",
  periodFrom: "2026-04-01",
  periodUntil: "2026-09-30",
  contributions: [
    { key: "b-00000001", kind: "expertise", description: "Enam dosen pendamping", valued: "inKind", amount: "" },
    { key: "b-00000002", kind: "money", description: "Biaya perjalanan", valued: "valued", amount: "Rp12.500.000" },
  ],
  answers: [] as { key: string; text: string }[],
  ...overrides,
})

/** The drafting form as it stands for a reader of this moment, with `changes` typed into it. */
export async function draftTyped(ctx: Ctx, code: string, changes: Record<string, unknown> = {}) {
  const { draft, draftNumber } = await getProposal(ctx, code)
  const standing = readDraft(draft)
  return draftForm.parse({ ...standing, ...changes, draftNumber, seen: JSON.stringify(fingerprintsOf(standing)) })
}

export const seenOf = async (ctx: Ctx, code: string): Promise<{ lockVersion: number }> => ({
  lockVersion: (await getProposal(ctx, code)).lockVersion,
})

/** A PDF by its first bytes; `mark` makes another file of it. */
export const pdfBytes = (mark = ""): Uint8Array => new TextEncoder().encode(`%PDF-1.7\n% ${mark}\n%%EOF\n`)

export const points = [
  { part: "plan" as const, text: "Jelaskan jadwal setiap kecamatan." },
  { part: "contributions" as const, text: "Rinci biaya perjalanan." },
]

/** Answers to every point that is open, typed into the draft and saved. */
export async function answerPoints(ctx: Ctx, code: string, text = "Sudah kami rinci di rencana."): Promise<void> {
  const { id } = await getProposal(ctx, code)
  const open = (await pointsOf(ctx.db, id)).filter(({ answeredAt }) => answeredAt === null)
  const answers = open.map((point) => ({ key: point.id, text }))
  await saveProposal(ctx, code, await draftTyped(ctx, code, { answers }))
}

/** The firm invited into a proposal that is being written; with `accept`, it takes part. */
export async function partnerIn(world: World, sides: Sides, code: string, accept = true): Promise<void> {
  const campus = await world.as(sides.campus.drafter)
  await invitePartner(campus, code, {
    ...(await seenOf(campus, code)),
    organisation: sides.firm.organisation.slug,
    part: "Menyediakan ruang latihan",
  })
  if (!accept) return
  const firm = await world.as(sides.firm.drafter)
  await answerInvitation(firm, code, { ...(await seenOf(firm, code)), answer: "accept" })
}

export const reasons = {
  decline: "Anggaran pendampingan tahun ini sudah terpakai.",
  withdraw: "Dosen kami berpindah tugas.",
} as const

/**
 * A proposal of the campus to the region, brought into `status` by the steps that lead there: from a need, with the
 * firm as a partner or with a file where told so. Answers its code.
 */
export async function proposalIn(
  world: World,
  sides: Sides,
  status: ProposalStatus,
  options: { need?: string; partner?: boolean; file?: boolean; words?: Record<string, unknown> } = {},
): Promise<string> {
  const campus = await world.as(sides.campus.drafter)
  const words = proposalWords(options.words)
  const code = await startProposal(campus, {
    title: words.title,
    ...(options.need ? { need: options.need } : { recipient: sides.region.organisation.slug }),
  })
  await saveProposal(campus, code, await draftTyped(campus, code, words))
  if (options.partner) await partnerIn(world, sides, code)
  if (options.file) await attachFile(campus, code, { name: "rencana.pdf", bytes: pdfBytes(code) })
  const seen = () => seenOf(campus, code)
  if (status === "draft") return code
  if (status === "withdrawn") {
    await withdrawProposal(campus, code, { ...(await seen()), reason: reasons.withdraw })
    return code
  }
  await submitProposal(campus, code, await seen())
  if (status === "submitted") return code
  const region = await world.as(sides.region.approver)
  await openReview(region, code, await seen())
  if (status === "revision") await askRevision(region, code, { ...(await seen()), points })
  if (status === "accepted") await acceptProposal(region, code, { ...(await seen()), remark: "Terima kasih." })
  if (status === "declined") await declineProposal(region, code, { ...(await seen()), reason: reasons.decline })
  return code
}
