import type { Ctx } from "../kernel/context.ts"
import { notFound } from "../kernel/errors.ts"
import type { QueuedMail } from "./mail.ts"

export type MailboxEntry = { readonly id: string; readonly createdAt: string; readonly mail: QueuedMail }

/**
 * The newest messages of the outbox, readable by anybody who can reach the evaluation installation: it has no mail
 * server and listens on loopback only. Anywhere else there is no such page (not_found).
 */
export async function readMailbox(ctx: Ctx, options: { to?: string; limit?: number } = {}): Promise<MailboxEntry[]> {
  if (!ctx.settings.demo) throw notFound()
  const rows = await ctx.db
    .selectFrom("outbox")
    .select(["id", "createdAt", "payload"])
    .where("kind", "=", "mail")
    .orderBy("createdAt", "desc")
    .orderBy("id", "desc")
    .limit(200)
    .execute()
  return rows
    .map(({ id, createdAt, payload }) => ({ id, createdAt, mail: JSON.parse(payload) as QueuedMail }))
    .filter(({ mail }) => mail.to !== undefined && (!options.to || mail.to === options.to))
    .slice(0, options.limit ?? 50)
}
