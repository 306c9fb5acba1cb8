import { addMilestone } from "#app/domain/initiative/milestones.server.ts"
import { addOutcome } from "#app/domain/initiative/outcomes.server.ts"
import { addPartner } from "#app/domain/initiative/partners.server.ts"
import { getInitiative } from "#app/domain/initiative/queries.server.ts"
import { milestoneForm, outcomeForm, startForm } from "#app/domain/initiative/schema.ts"
import { startInitiative } from "#app/domain/initiative/start.server.ts"
import {
  beginInitiative,
  completeInitiative,
  publishInitiative,
  stopInitiative,
} from "#app/domain/initiative/steps.server.ts"
import type { Ctx } from "#app/domain/kernel/context.ts"
import type { InitiativeStatus } from "#db/schema.ts"
import { agreementIn, government, type Side } from "./agreements.ts"
import { proposalIn, proposalSides, type Sides } from "./proposals.ts"
import { createWorld, type World } from "./world.ts"

/** What the form of a new initiative holds, complete unless a test leaves something out. */
export const initiativeFields = (overrides: Record<string, unknown> = {}) => ({
  title: "Kelas talenta kelurahan",
  summary: "Camat dan lurah belajar mengenali dan membina pegawai yang menonjol di kantornya sendiri.",
  affair: "education",
  regionCode: "33.71",
  place: "Tiga kecamatan di Kota Magelang",
  startsOn: "2026-04-01",
  endsOn: "2026-09-30",
  ...overrides,
})

export const stopReason = "Anggaran pendampingan tidak tersedia tahun ini."

export const seenAt = async (ctx: Ctx, id: string): Promise<{ lockVersion: number }> => ({
  lockVersion: (await getInitiative(ctx, id)).lockVersion,
})

/** A world with the region, those who propose and contribute, and a stranger. */
export async function initiativeArena(): Promise<{ world: World; sides: Sides }> {
  const world = await createWorld()
  return { world, sides: await proposalSides(world) }
}

/** Begins an initiative of the region from a proposal that it accepted (with the firm as a partner). Answers its id. */
export async function started(
  world: World,
  sides: Sides,
  overrides: Record<string, unknown> = {},
  person: { id: string } = sides.region.drafter,
): Promise<string> {
  const proposals = overrides.proposals ?? [await proposalIn(world, sides, "accepted", { partner: true })]
  return startInitiative(await world.as(person), startForm.parse(initiativeFields({ ...overrides, proposals })))
}

/** An initiative of the region, brought into `status` by the steps that lead there. */
export async function initiativeIn(
  world: World,
  sides: Sides,
  status: InitiativeStatus,
  options: { published?: boolean; fields?: Record<string, unknown> } = {},
): Promise<string> {
  const id = await started(world, sides, options.fields)
  const ctx = await world.as(sides.region.approver)
  const seen = () => seenAt(ctx, id)
  if (options.published) await publishInitiative(ctx, id, await seen())
  if (status === "stopped") await stopInitiative(ctx, id, { ...(await seen()), reason: stopReason })
  if (status === "running" || status === "completed") await beginInitiative(ctx, id, await seen())
  if (status === "completed") await completeInitiative(ctx, id, await seen())
  return id
}

/** A second government and an agreement in force between it and the region of `sides`. */
export async function agreementWith(world: World, sides: Sides): Promise<{ other: Side; code: string }> {
  const other = await government(world, "32", "Gubernur Jawa Barat")
  return { other, code: await agreementIn(world, { jabar: other, magelang: sides.region }, "in_force") }
}

export async function milestoneIn(world: World, sides: Sides, id: string, dueOn = "2026-05-01"): Promise<string> {
  const ctx = await world.as(sides.region.drafter)
  const title = `Tonggak ${dueOn}`
  await addMilestone(ctx, id, milestoneForm.parse({ title, dueOn, ...(await seenAt(ctx, id)) }))
  return newest(world, "milestone", id)
}

export async function outcomeIn(
  world: World,
  sides: Sides,
  id: string,
  overrides: Record<string, string> = {},
): Promise<string> {
  const ctx = await world.as(sides.region.drafter)
  const typed = {
    indicator: "Pegawai yang dinilai bersama",
    unit: "orang",
    baseline: "0",
    target: "1.250",
    source: "Laporan BKPSDM",
    ...overrides,
    ...(await seenAt(ctx, id)),
  }
  await addOutcome(ctx, id, outcomeForm.parse(typed))
  return newest(world, "outcome", id)
}

/** The stranger taken in by the lead. */
export async function strangerIn(world: World, sides: Sides, id: string): Promise<void> {
  const ctx = await world.as(sides.region.drafter)
  const { slug } = sides.stranger.organisation
  await addPartner(ctx, id, { ...(await seenAt(ctx, id)), organisation: slug, part: "Meliput kegiatan" })
}

async function newest(world: World, table: "milestone" | "outcome", initiativeId: string): Promise<string> {
  const row = await world.db
    .selectFrom(table)
    .select("id")
    .where("initiativeId", "=", initiativeId)
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirstOrThrow()
  return row.id
}

/** The same context on a handle that counts what is asked of the database. */
export function counting(ctx: Ctx): { ctx: Ctx; queries: () => number } {
  let count = 0
  const db = ctx.db.withPlugin({
    transformQuery: ({ node }) => node,
    // Of a query within a query the first hook is asked as well; this one once for what is sent.
    transformResult: async ({ result }) => {
      count += 1
      return result
    },
  })
  return { ctx: { ...ctx, db: db as typeof ctx.db }, queries: () => count }
}
