import type { Trx } from "#db/transaction.ts"
import type { Ctx } from "../kernel/context.ts"
import { newId } from "../kernel/ids.ts"
import { initiativeLimits } from "./limits.ts"

/** An organisation that takes part, with what it does. */
export type Participant = { readonly organisationId: string; readonly part: string }

/** A text in at most `most` characters; what is cut off ends in an ellipsis at a word where there is one. */
export function shortened(text: string, most: number = initiativeLimits.part): string {
  if (text.length <= most) return text
  const cut = text.slice(0, most - 1)
  const whole = cut.replace(/\s+\S*$/, "")
  // A half of a surrogate pair is no character.
  return `${(whole.length > most / 2 ? whole : cut).replace(/[\ud800-\udbff]$/, "").replace(/[\s,;.]+$/, "")}…`
}

/** One row for each organisation, in order of first mention: what it does in several places stands in one text. */
export function gathered(participants: readonly Participant[]): Participant[] {
  const parts = new Map<string, string[]>()
  for (const { organisationId, part } of participants) {
    const known = parts.get(organisationId) ?? []
    parts.set(organisationId, part === "" || known.includes(part) ? known : [...known, part])
  }
  return [...parts].map(([organisationId, texts]) => ({ organisationId, part: shortened(texts.join("; ")) }))
}

/** Lets organisations take part from now on; one that had left takes its old row up again. The initiative is touched. */
export async function enter(
  trx: Trx,
  ctx: Pick<Ctx, "now">,
  initiativeId: string,
  participants: readonly Participant[],
): Promise<void> {
  for (const { organisationId, part } of participants)
    await trx
      .insertInto("initiativePartner")
      .values({ id: newId(), initiativeId, organisationId, part, joinedAt: ctx.now, leftAt: null })
      .onConflict((known) =>
        known.columns(["initiativeId", "organisationId"]).doUpdateSet({ part, joinedAt: ctx.now, leftAt: null }),
      )
      .execute()
}
