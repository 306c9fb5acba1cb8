import { z } from "zod"
import { initiativeFlow } from "../../initiative/flow.ts"
import { getPublicInitiative, type InitiativeEntry, listPublicInitiatives } from "../../initiative/register.server.ts"
import type { Ctx } from "../../kernel/context.ts"
import { statesOf } from "../../kernel/flow.ts"
import { strands } from "../../organisation/legal-forms.ts"
import { affairs } from "../../proposal/affairs.ts"
import { decodeCursor } from "../../search/cursor.ts"
import { dataLimits } from "../datasets.ts"
import {
  address,
  affair,
  clause,
  count,
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

const states = statesOf(initiativeFlow)

const record = z.strictObject({
  slug,
  title: words("What it is called"),
  summary: words("In a few lines, plain text"),
  affair,
  state: z.enum(states).describe("Where it stands"),
  demo,
  lead: organisation.describe("Organisation that leads it"),
  strands: z.array(strand).describe("Of the organisations that take part, the lead among them"),
  region: region.describe("Region that it is for"),
  place: words("Where it happens"),
  period: z.strictObject({ from: day("First day"), until: day("Last day") }),
  milestonesReached: count("Milestones that were reached"),
  milestonesTotal: count("Milestones in all"),
  publishedAt,
  updatedAt,
  pageUrl,
})

const titled = z.strictObject({ slug, title: words("Its title") })
const decimal = (about: string) =>
  z
    .string()
    .regex(/^-?\d+(\.\d+)?$/)
    .describe(about)

const detail = record.extend({
  story: words("At length, in a small Markdown subset; may be empty"),
  sequel: words("What happened next; empty until it is told"),
  endReason: words("Why it was stopped; empty otherwise"),
  partners: z
    .array(organisation.extend({ strand, part: words("What it does; may be empty"), lead: z.boolean() }))
    .describe("Organisations that take part now"),
  milestones: z.array(
    z.strictObject({
      title: words("What is to be reached"),
      dueOn: day("Until when"),
      reachedOn: day("When it was reached").nullable(),
      note: words("What was remarked on it; may be empty"),
    }),
  ),
  outcomes: z.array(
    z.strictObject({
      indicator: words("What is measured"),
      unit: words("In which unit"),
      baseline: decimal("Before it began"),
      target: decimal("What is aimed at"),
      source: words("Where the figures come from"),
      measures: z
        .array(z.strictObject({ value: decimal("Measured value"), measuredOn: day("When"), note: words("Remark") }))
        .describe("Newest first"),
    }),
  ),
  updates: z
    .array(
      z.strictObject({
        title: words("Headline"),
        body: words("Small Markdown subset"),
        publishedAt: instant("When it was told"),
        organisation: organisation.describe("Who tells it"),
        picture: z.strictObject({ url: address("The picture"), alt: words("What is to be seen") }).nullable(),
      }),
    )
    .describe("Newest first"),
  agreement: z
    .strictObject({ code: words("Public code"), title: words("Its title"), clause })
    .nullable()
    .describe("Agreement on which it stands"),
  needs: z.array(titled).describe("Needs that it answers"),
})

const recordOf = (ctx: Ctx, entry: Omit<InitiativeEntry, "id">): z.output<typeof record> => ({
  slug: entry.slug,
  title: entry.title,
  summary: entry.summary,
  affair: entry.affair,
  state: entry.status,
  demo: entry.demo,
  lead: { slug: entry.leadSlug, name: entry.leadName },
  strands: [...entry.strands],
  region: { code: entry.regionCode, name: entry.regionName },
  place: entry.place,
  period: { from: entry.startsOn, until: entry.endsOn },
  milestonesReached: entry.milestones.reached,
  milestonesTotal: entry.milestones.total,
  publishedAt: entry.publishedAt,
  updatedAt: entry.updatedAt,
  pageUrl: recordPage(ctx, "initiatives", entry.slug),
})

/** Published initiatives, newest first. */
export const initiatives = defineResource({
  key: "initiatives",
  name: "Initiative",
  about: "Initiatives that organisations of several strands carry out together, newest first",
  access: "initiative.browse",
  id: "slug",
  query: listQuery(
    {
      affair: z
        .enum(affairs)
        .describe(`one of ${affairs.join(", ")}`)
        .optional(),
      strand: z.enum(strands).describe("A, B, C, G or M: an organisation of this strand takes part").optional(),
      region: regionFilter,
      state: z
        .enum(states)
        .describe(`one of ${states.join(", ")}`)
        .optional(),
    },
    (cursor) => decodeCursor(cursor, 2) !== null,
  ),
  pageNames: {},
  record,
  detail,
  async list(ctx, { q = "", limit = dataLimits.page, ...query }) {
    const { affair: about = null, strand: of = null, region: where = null, state = null, cursor = null } = query
    const filter = { q, affair: about, strand: of, region: where, state, cursor, limit }
    const { entries, next } = await listPublicInitiatives(ctx, filter)
    return { records: entries.map((entry) => recordOf(ctx, entry)), next }
  },
  async find(ctx, key) {
    const { initiative, strands: present, ...found } = await getPublicInitiative(ctx, key)
    const { agreement } = found
    return {
      ...recordOf(ctx, {
        ...initiative,
        publishedAt: initiative.publishedAt ?? "",
        strands: present.map((each) => each.strand),
        milestones: {
          reached: found.milestones.filter(({ reachedOn }) => reachedOn !== null).length,
          total: found.milestones.length,
        },
        demo: initiative.demoSince !== null,
      }),
      story: initiative.story,
      sequel: initiative.sequel,
      endReason: initiative.endReason,
      partners: present.flatMap(({ partners }) =>
        partners.map((each) => ({
          ...{ slug: each.slug, name: each.name, strand: each.strand, part: each.part, lead: each.lead },
        })),
      ),
      milestones: found.milestones.map(({ title, dueOn, reachedOn, note }) => ({ title, dueOn, reachedOn, note })),
      outcomes: found.outcomes.map(({ indicator, unit, baseline, target, source, measures }) => ({
        ...{ indicator, unit, baseline, target, source },
        measures: measures.map(({ value, measuredOn, note }) => ({ value, measuredOn, note })),
      })),
      updates: found.updates.map(({ title, body, publishedAt: at, organisationName, organisationSlug, picture }) => ({
        ...{ title, body, publishedAt: at, organisation: { slug: organisationSlug, name: organisationName } },
        picture: picture && { url: pictureUrl(ctx, picture.sha256), alt: picture.alt },
      })),
      agreement: agreement && {
        ...{ code: agreement.code, title: agreement.title },
        clause: agreement.clause && { article: agreement.clause.article, title: agreement.clause.title },
      },
      needs: found.needs.map(({ slug: key, title }) => ({ slug: key, title })),
    }
  },
  columns: {
    slug: (entry) => entry.slug,
    title: ({ title }) => title,
    summary: ({ summary }) => summary,
    affair: (entry) => entry.affair,
    state: ({ state }) => state,
    demo: (entry) => entry.demo,
    lead: ({ lead }) => lead.name,
    lead_slug: ({ lead }) => lead.slug,
    strands: (entry) => joined(entry.strands),
    region: (entry) => entry.region.name,
    region_code: (entry) => entry.region.code,
    place: ({ place }) => place,
    period_from: ({ period }) => period.from,
    period_until: ({ period }) => period.until,
    milestones_reached: ({ milestonesReached }) => milestonesReached,
    milestones_total: ({ milestonesTotal }) => milestonesTotal,
    published_at: (entry) => entry.publishedAt,
    updated_at: (entry) => entry.updatedAt,
    page_url: (entry) => entry.pageUrl,
  },
})

const pictureUrl = (ctx: Ctx, sha256: string): string => `${recordPage(ctx, "initiatives", "gambar")}/${sha256}`

export type InitiativeRecord = z.output<typeof record>
