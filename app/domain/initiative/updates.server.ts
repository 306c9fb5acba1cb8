import type { Selectable } from "kysely"
import { countAll } from "#db/portable.ts"
import type { InitiativeUpdateTable } from "#db/schema.ts"
import { notify } from "../agreement/notice.server.ts"
import type { Ctx } from "../kernel/context.ts"
import { conflict, invalid, isDomainError, notFound } from "../kernel/errors.ts"
import { isId, newId } from "../kernel/ids.ts"
import { authorize } from "../policy/table.ts"
import { change } from "./change.server.ts"
import { assertDeed } from "./flow.ts"
import { initiativeLimits } from "./limits.ts"
import { type StoredPicture, storePicture } from "./picture.server.ts"
import { getInitiative, type Initiative } from "./queries.server.ts"
import type { Seen, UpdateInput } from "./schema.ts"

/** Fewest characters that say what a picture shows. */
const leastAlt = 3
const tries = 10

/**
 * Posts an update of the acting organisation, with at most one picture and then a text that says what it shows. The
 * lead is told of a partner's. It depends on nothing that somebody else may have changed meanwhile, so it names no
 * version. The same form sent again (its `id` tells) posts nothing. Answers the update's id.
 */
export async function postUpdate(
  ctx: Ctx,
  id: string,
  input: UpdateInput & { readonly picture: Uint8Array | null },
): Promise<string> {
  const before = await getInitiative(ctx, id)
  authorize(ctx.actor, "initiative.report", before)
  assertDeed("report", before.status)
  if (input.picture !== null && input.alt.length < leastAlt)
    throw invalid("form", { fields: { alt: [input.alt === "" ? "initiative.altRequired" : "field.tooShort"] } })
  const now = newId()
  // Keys sort by their moment: one from the future would stand after all that come before it.
  const updateId = input.id !== undefined && input.id <= now ? input.id : now
  if (await postedBefore(ctx, id, updateId)) return updateId
  const picture = input.picture === null ? null : await storePicture(ctx, input.picture)
  for (let turn = 1; ; turn += 1) {
    try {
      await insert(ctx, turn === 1 ? before : await getInitiative(ctx, id), updateId, input, picture)
      return updateId
    } catch (error) {
      if (!isDomainError(error) || error.key !== "stale") throw error
      if (await postedBefore(ctx, id, updateId)) return updateId
      if (turn === tries) throw error
    }
  }
}

/** Whether the actor has posted this already. Refuses (invalid) a key that stands for something else. */
async function postedBefore(ctx: Ctx, initiativeId: string, updateId: string): Promise<boolean> {
  const row = await ctx.db
    .selectFrom("initiativeUpdate")
    .select(["initiativeId", "authorId"])
    .where("id", "=", updateId)
    .executeTakeFirst()
  if (!row) return false
  if (row.initiativeId !== initiativeId || row.authorId !== ctx.actor?.accountId) throw invalid("form")
  return true
}

async function insert(
  ctx: Ctx,
  initiative: Initiative,
  updateId: string,
  { title, body, alt }: UpdateInput,
  picture: StoredPicture | null,
): Promise<void> {
  authorize(ctx.actor, "initiative.report", initiative)
  assertDeed("report", initiative.status)
  const { id } = initiative
  const { organisationId, organisationName: organisation } = ctx.actor!.acting!
  const data = { title, organisation, pictureSha256: picture?.sha256 ?? null }
  const event = { type: "initiative.update_posted", data } as const
  await change(ctx, initiative, initiative.lockVersion, event, async (trx) => {
    // The same form may have come in between the last look and the lock on the row.
    const twin = await trx.selectFrom("initiativeUpdate").select("id").where("id", "=", updateId).executeTakeFirst()
    if (twin) throw conflict("stale")
    const { count } = await trx
      .selectFrom("initiativeUpdate")
      .select(countAll().as("count"))
      .where("initiativeId", "=", id)
      .where("withdrawnAt", "is", null)
      .executeTakeFirstOrThrow()
    if (count >= initiativeLimits.updates)
      throw invalid("initiative.tooManyUpdates", { parameters: { count: initiativeLimits.updates } })
    await trx
      .insertInto("initiativeUpdate")
      .values({
        ...{ id: updateId, initiativeId: id, organisationId, title, body },
        pictureSha256: picture?.sha256 ?? null,
        pictureWidth: picture?.width ?? null,
        pictureHeight: picture?.height ?? null,
        pictureAlt: picture ? alt : "",
        authorId: ctx.actor!.accountId,
        publishedAt: ctx.now,
        withdrawnAt: null,
      })
      .execute()
    if (organisationId === initiative.organisationId) return
    await notify(trx, ctx, { organisationIds: [initiative.organisationId] }, "initiative-update", {
      title: initiative.title,
      ...{ organisation, update: title, id },
    })
  })
}

export type Update = Omit<Selectable<InitiativeUpdateTable>, "authorId"> & { readonly organisationName: string }

/** One update of an initiative, for the page that withdraws it; not found where there is none. */
export async function getUpdate(ctx: Ctx, initiative: Initiative, updateId: string): Promise<Update> {
  const row = isId(updateId)
    ? await ctx.db
        .selectFrom("initiativeUpdate as update")
        .innerJoin("organisation", "organisation.id", "update.organisationId")
        .selectAll("update")
        .select("organisation.name as organisationName")
        .where("update.id", "=", updateId)
        .where("update.initiativeId", "=", initiative.id)
        .executeTakeFirst()
    : undefined
  if (!row) throw notFound()
  const { authorId: _author, ...update } = row
  authorize(ctx.actor, "initiative.withdrawUpdate", { ...initiative, updateOrganisationId: update.organisationId })
  return update
}

/** Takes an update back with its picture, by the organisation that posted it or the lead. Its row stays. */
export async function withdrawUpdate(ctx: Ctx, id: string, updateId: string, seen: Seen): Promise<void> {
  const initiative = await getInitiative(ctx, id)
  const { title, organisationName: organisation, withdrawnAt } = await getUpdate(ctx, initiative, updateId)
  if (withdrawnAt !== null) throw conflict("initiative.updateWithdrawn")
  const event = { type: "initiative.update_withdrawn", data: { title, organisation } } as const
  await change(ctx, initiative, seen.lockVersion, event, async (trx) => {
    await trx.updateTable("initiativeUpdate").set({ withdrawnAt: ctx.now }).where("id", "=", updateId).execute()
  })
}
