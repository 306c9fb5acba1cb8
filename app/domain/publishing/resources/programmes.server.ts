import { z } from "zod"
import type { Ctx } from "../../kernel/context.ts"
import { getPublicProgramme, listPublicProgrammes, type ProgrammeEntry } from "../../programme/register.server.ts"
import { decodeCursor } from "../../search/cursor.ts"
import { dataLimits } from "../datasets.ts"
import {
  address,
  clause,
  count,
  day,
  demo,
  organisation,
  pageUrl,
  publishedAt,
  slug,
  updatedAt,
  words,
} from "../fields.server.ts"
import { listQuery } from "../query.server.ts"
import { defineResource, recordPage } from "../resource.server.ts"

const states = ["open", "completed", "cancelled"] as const

const record = z.strictObject({
  slug,
  title: words("What is learned"),
  summary: words("In a few lines, plain text"),
  state: z.enum(states).describe("Whether it runs"),
  demo,
  host: organisation.describe("Government that teaches"),
  sender: organisation.describe("Government that sends learners"),
  publishedAt,
  updatedAt,
  pageUrl,
  calendarUrl: address("Its sessions as a calendar (iCalendar)"),
})

const detail = record.extend({
  aims: z.array(words("One aim")).describe("What learners can do afterwards"),
  endReason: words("Why it was cancelled; empty otherwise"),
  agreement: z.strictObject({ code: words("Public code"), title: words("Its title"), clause }),
  modules: z
    .array(
      z.strictObject({
        ordinal: count("Place in the order"),
        practice: words("Key of the practice; its page is /belajar/praktik/<key>"),
        form: words("Form of learning"),
        hours: z.number().min(0).describe("Hours of learning (JP) of 45 minutes"),
      }),
    )
    .describe("The curriculum"),
  cohorts: z
    .array(
      z.strictObject({
        number: count("Number of the cohort"),
        name: words("Its name"),
        state: z.enum(["open", "running", "completed", "cancelled"]),
        seats: count("Seats"),
        nominateUntil: day("Last day for nominations"),
        period: z.strictObject({ from: day("First day"), until: day("Last day") }),
        confirmed: count("Learners who have or had a seat"),
        completed: count("Learners who completed it"),
        sessions: count("Sessions that were not cancelled"),
      }),
    )
    .describe("How many, never who"),
  certificates: count("Certificates that were sealed"),
})

function stateOf(status: string): (typeof states)[number] {
  const state = states.find((candidate) => candidate === status)
  if (state === undefined) throw new Error(`A programme in the state ${status} is not public`)
  return state
}

function recordOf(ctx: Ctx, entry: Omit<ProgrammeEntry, "id">): z.output<typeof record> {
  const page = recordPage(ctx, "programmes", entry.slug)
  return {
    slug: entry.slug,
    title: entry.title,
    summary: entry.summary,
    state: stateOf(entry.status),
    demo: entry.demo,
    host: { slug: entry.hostSlug, name: entry.hostName },
    sender: { slug: entry.senderSlug, name: entry.senderName },
    publishedAt: entry.publishedAt,
    updatedAt: entry.updatedAt,
    pageUrl: page,
    calendarUrl: `${page}/kalender.ics`,
  }
}

/** Learning exchanges that were opened: curriculum and numbers, never names of learners. */
export const programmes = defineResource({
  key: "programmes",
  name: "Programme",
  about: "Learning exchanges between two governments, newest first",
  access: "programme.browse",
  id: "slug",
  query: listQuery(
    { status: z.enum(states).describe("open, completed or cancelled").optional() },
    (cursor) => decodeCursor(cursor, 2) !== null,
  ),
  pageNames: { cursor: "setelah" },
  record,
  detail,
  async list(ctx, { q = "", status = null, cursor = null, limit = dataLimits.page }) {
    const { entries, next } = await listPublicProgrammes(ctx, { q, status, cursor, limit })
    return { records: entries.map((entry) => recordOf(ctx, entry)), next }
  },
  async find(ctx, key) {
    const { programme, clause: article, modules, cohorts, certificates } = await getPublicProgramme(ctx, key)
    return {
      ...recordOf(ctx, { ...programme, publishedAt: programme.publishedAt ?? "", demo: programme.demoSince !== null }),
      aims: programme.aims.split("\n").filter((line) => line.trim() !== ""),
      endReason: programme.endReason,
      agreement: {
        ...{ code: programme.agreementCode, title: programme.agreementTitle },
        clause: article && { article: article.article, title: article.title },
      },
      modules: modules.map(({ ordinal, practice, form, hours }) => ({ ordinal, practice, form, hours })),
      cohorts: cohorts.flatMap(({ id: _, status, startsOn, endsOn, ...cohort }) =>
        status === "planned" ? [] : [{ ...cohort, state: status, period: { from: startsOn, until: endsOn } }],
      ),
      certificates,
    }
  },
  columns: {
    slug: (entry) => entry.slug,
    title: ({ title }) => title,
    summary: ({ summary }) => summary,
    state: ({ state }) => state,
    demo: (entry) => entry.demo,
    host: ({ host }) => host.name,
    host_slug: ({ host }) => host.slug,
    sender: ({ sender }) => sender.name,
    sender_slug: ({ sender }) => sender.slug,
    published_at: (entry) => entry.publishedAt,
    updated_at: (entry) => entry.updatedAt,
    page_url: (entry) => entry.pageUrl,
    calendar_url: ({ calendarUrl }) => calendarUrl,
  },
})

export type ProgrammeRecord = z.output<typeof record>
