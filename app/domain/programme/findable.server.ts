import { isPractice, practices } from "#content/practices/titles.ts"
import type { FindableReader } from "../search/findable.ts"
import { modulesOf, visibleProgrammes } from "./queries.server.ts"

/** Programmes of the learning exchange that were opened; nothing of who learns. Two queries. */
export const findableProgrammes: FindableReader = {
  async read(ctx, id) {
    const programme = await visibleProgrammes(ctx)
      .selectAll("programme")
      .select(["host.name as hostName", "host.regionCode as hostRegion"])
      .select(["sender.name as senderName", "sender.regionCode as senderRegion"])
      .where("programme.id", "=", id)
      .where("programme.publishedAt", "is not", null)
      .executeTakeFirst()
    if (!programme) return null
    const modules = await modulesOf(ctx.db, id)
    const learned = [...new Set(modules.map(({ practice }) => practice))]
    return {
      key: programme.slug,
      title: programme.title,
      context: [programme.hostName, programme.senderName],
      hidden: ["program belajar pembelajaran pelatihan"],
      body: [
        programme.summary,
        programme.aims,
        ...learned.map((practice) => (isPractice(practice) ? practices[practice].id : "")),
      ]
        .filter((part) => part !== "")
        .join("\n\n"),
      status: programme.status,
      strands: ["G"],
      regionCodes: [programme.hostRegion, programme.senderRegion],
      organisationIds: [programme.hostId, programme.senderId],
      at: programme.publishedAt,
      demo: programme.demoSince !== null,
    }
  },
  async ids(ctx, after, limit) {
    const rows = await visibleProgrammes(ctx)
      .select("programme.id")
      .where("programme.id", ">", after)
      .where("programme.publishedAt", "is not", null)
      .orderBy("programme.id")
      .limit(limit)
      .execute()
    return rows.map(({ id }) => id)
  },
}
