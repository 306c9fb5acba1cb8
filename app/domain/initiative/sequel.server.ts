import type { Ctx } from "../kernel/context.ts"
import { authorize } from "../policy/table.ts"
import { change } from "./change.server.ts"
import { assertDeed } from "./flow.ts"
import { getInitiative } from "./queries.server.ts"
import type { SequelInput } from "./schema.ts"

/** Writes what happened after an initiative was completed or stopped; it can be written anew, and emptied. */
export async function writeSequel(ctx: Ctx, id: string, { lockVersion, sequel }: SequelInput): Promise<void> {
  const initiative = await getInitiative(ctx, id)
  authorize(ctx.actor, "initiative.sequel", initiative)
  assertDeed("sequel", initiative.status)
  const event = { type: "initiative.sequel_written", data: { length: sequel.length } } as const
  await change(ctx, initiative, lockVersion, event, async (trx) => {
    await trx.updateTable("initiative").set({ sequel }).where("id", "=", id).execute()
  })
}
