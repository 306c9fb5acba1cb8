import { z } from "zod"
import { endOfOfficialDay, officialDay } from "../../kernel/clock.ts"
import type { Ctx } from "../../kernel/context.ts"
import { affairs } from "../../proposal/affairs.ts"
import { contributionKinds } from "../../proposal/kinds.ts"
import { publicNeedStates } from "../../proposal/need-queries.server.ts"
import { getPublicNeed, listPublicNeeds, type NeedEntry } from "../../proposal/need-register.server.ts"
import { decodeCursor } from "../../search/cursor.ts"
import { dataLimits } from "../datasets.ts"
import {
  affair,
  contributionKind,
  day,
  demo,
  instant,
  organisation,
  pageUrl,
  publishedAt,
  region,
  slug,
  strand,
  updatedAt,
  words,
} from "../fields.server.ts"
import { listQuery, regionFilter } from "../query.server.ts"
import { defineResource, joined, recordPage } from "../resource.server.ts"

const record = z.strictObject({
  slug,
  title: words("What is needed"),
  affair,
  kinds: z.array(contributionKind).describe("Kinds of contributions that are asked for"),
  state: z.enum(publicNeedStates).describe("Whether the region has closed it"),
  takesProposals: z.boolean().describe("It is open and its period is not over"),
  demo,
  organisation: organisation.describe("Government that asks"),
  region,
  place: words("Where it is needed"),
  period: z.strictObject({ from: day("First day"), until: day("Last day for proposals") }),
  publishedAt,
  updatedAt,
  pageUrl,
})

const detail = record.extend({
  problem: words("What it is about, plain text"),
  closeReason: words("Why it was closed; empty otherwise"),
  closedAt: instant("When it was closed").nullable(),
  answers: z
    .array(
      z.strictObject({
        code: words("Code of the proposal"),
        title: words("Its title; that of a declined one stays with its authors").nullable(),
        organisation: organisation.extend({ strand }).describe("Who proposed"),
        outcome: z.enum(["accepted", "declined"]),
        reason: words("What the region wrote"),
        decidedAt: instant("When it was decided"),
      }),
    )
    .describe("Decided proposals, the last decided first; at most 100"),
  initiatives: z
    .array(z.strictObject({ slug, title: words("Its title") }))
    .describe("Published initiatives that came of it"),
})

const recordOf = (ctx: Ctx, entry: Omit<NeedEntry, "id">): z.output<typeof record> => {
  if (entry.status !== "open" && entry.status !== "closed") throw new Error(`The need ${entry.slug} is not public`)
  return {
    slug: entry.slug,
    title: entry.title,
    affair: entry.affair,
    kinds: [...entry.kinds],
    state: entry.status,
    takesProposals: entry.takesProposals,
    demo: entry.demo,
    organisation: { slug: entry.organisationSlug, name: entry.organisationName },
    region: { code: entry.regionCode, name: entry.regionName },
    place: entry.place,
    period: { from: entry.periodFrom, until: entry.periodUntil },
    publishedAt: entry.publishedAt,
    updatedAt: entry.updatedAt,
    pageUrl: recordPage(ctx, "needs", entry.slug),
  }
}

/** Published needs, newest first. */
export const needs = defineResource({
  key: "needs",
  name: "Need",
  about: "What regional governments ask the network for, newest first",
  access: "need.browse",
  id: "slug",
  query: listQuery(
    {
      affair: z
        .enum(affairs)
        .describe(`one of ${affairs.join(", ")}`)
        .optional(),
      kind: z
        .enum(contributionKinds)
        .describe(`one of ${contributionKinds.join(", ")}`)
        .optional(),
      region: regionFilter,
      state: z.enum(publicNeedStates).describe("open or closed").optional(),
    },
    (cursor) => decodeCursor(cursor, 2) !== null,
  ),
  pageNames: {},
  record,
  detail,
  async list(ctx, { q = "", limit = dataLimits.page, ...query }) {
    const { affair: about = null, kind = null, region: where = null, state = null, cursor = null } = query
    const { entries, next } = await listPublicNeeds(ctx, {
      q,
      affair: about,
      kind,
      region: where,
      state,
      cursor,
      limit,
    })
    return { records: entries.map((entry) => recordOf(ctx, entry)), next }
  },
  async find(ctx, key) {
    const { need, takesProposals, answers, initiatives } = await getPublicNeed(ctx, key)
    const { problem, closeReason, closedAt, publishedAt: at, demoSince } = need
    return {
      ...recordOf(ctx, { ...need, takesProposals, publishedAt: at ?? "", demo: demoSince !== null }),
      ...{ problem, closeReason, closedAt },
      answers: answers.map(({ organisationName, organisationSlug, strand: of, ...answer }) => ({
        code: answer.code,
        title: answer.title,
        organisation: { slug: organisationSlug, name: organisationName, strand: of },
        outcome: answer.outcome,
        reason: answer.reason,
        decidedAt: answer.decidedAt,
      })),
      initiatives: initiatives.map(({ slug: address, title }) => ({ slug: address, title })),
    }
  },
  columns: {
    slug: (entry) => entry.slug,
    title: ({ title }) => title,
    affair: (entry) => entry.affair,
    kinds: ({ kinds }) => joined(kinds),
    state: ({ state }) => state,
    takes_proposals: ({ takesProposals }) => takesProposals,
    demo: (entry) => entry.demo,
    organisation: (entry) => entry.organisation.name,
    organisation_slug: (entry) => entry.organisation.slug,
    region: (entry) => entry.region.name,
    region_code: (entry) => entry.region.code,
    place: ({ place }) => place,
    period_from: ({ period }) => period.from,
    period_until: ({ period }) => period.until,
    published_at: (entry) => entry.publishedAt,
    updated_at: (entry) => entry.updatedAt,
    page_url: (entry) => entry.pageUrl,
  },
  // At midnight a period may be over.
  until: (now) => endOfOfficialDay(officialDay(now)),
})

export type NeedRecord = z.output<typeof record>
