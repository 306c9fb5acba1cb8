import type { z } from "zod"
import type { Ctx } from "#app/domain/kernel/context.ts"
import { notFound } from "#app/domain/kernel/errors.ts"
import { type DataFormat, dataLimits, datasetFile, datasets, publishedSince } from "#app/domain/publishing/datasets.ts"
import { readLicence } from "#app/domain/publishing/licence.server.ts"
import { pageParameters, readQuery } from "#app/domain/publishing/query.server.ts"
import type { PublicRecord, Resource } from "#app/domain/publishing/resource.server.ts"
import { localeOf } from "#app/http/locale.ts"
import { type OpenAnswer, openDataFor, unknownParameters } from "#app/http/open-data.server.ts"
import { withQuery } from "#app/http/query.ts"
import { type MessageKey, type Translator, translator } from "#app/i18n/messages.ts"
import { localPath } from "#app/i18n/react.tsx"
import { atomText, type FeedEntry } from "./atom.ts"
import { csvText } from "./csv.ts"

/** What a feed says of a record, besides its address and dates. */
export type Telling = {
  readonly key: string
  readonly title: string
  readonly summary: string
  readonly published?: string | null
  readonly categories?: readonly string[]
}

export type Tell<Entry> = (record: Entry, t: Translator, locale: "id" | "en") => Telling

type Asked<Query> = {
  readonly ctx: Ctx
  readonly url: URL
  readonly locale: "id" | "en"
  readonly query: Query
  /** Absolute address of this file from `cursor` on, with the filters as they were sent. */
  readonly from: (cursor: string | null) => string
}

/**
 * The list of a resource as a file, in the format at the end of the address: the filters are those of the page beside
 * it, under the page's names. JSON and CSV are the same in both languages; a feed speaks the reader's.
 */
export function listFile<Query extends z.ZodObject, Entry extends PublicRecord, Detail>(
  resource: Resource<Query, Entry, Detail>,
  tell: Tell<Entry>,
) {
  return openDataFor(resource.access, async ({ ctx, url }) => {
    const format = formatOf(url)
    const read = readQuery(resource.query, url.searchParams, resource.pageNames)
    if (read.faults) return unknownParameters(read.faults)
    const locale = localeOf(url.pathname)
    const from = (cursor: string | null) => addressFrom(ctx, resource, url, cursor)
    const asked = { ctx, url, locale, from, query: read.query }
    const answer = await answers[format](resource, asked, tell)
    const understood = pageParameters(resource.query, resource.pageNames)
    return { ...answer, understood, until: resource.until?.(ctx.now) }
  })
}

const answers = {
  async json(resource, { ctx, query, from }) {
    const { records, next } = await resource.list(ctx, query)
    return {
      body: JSON.stringify({ data: records, next }),
      type: "application/json",
      next: next && from(next),
    }
  },
  async csv(resource, { ctx, query, from }) {
    const rows = []
    const wanted = (query as { limit?: number }).limit ?? dataLimits.file
    let next = (query as { cursor?: string }).cursor ?? null
    do {
      const limit = Math.min(dataLimits.chunk, wanted - rows.length)
      const part = await resource.list(ctx, { ...query, cursor: next ?? undefined, limit })
      rows.push(...part.records)
      next = part.next
    } while (next !== null && rows.length < wanted)
    const columns = Object.entries(resource.columns)
    return {
      body: csvText(
        columns.map(([header]) => header),
        rows.map((record) => columns.map(([, cell]) => cell(record))),
      ),
      type: "text/csv; charset=utf-8; header=present",
      next: next && from(next),
      file: `${resource.key}.csv`,
    }
  },
  async atom(resource, { ctx, url, query, locale, from }, tell) {
    const t = translator(locale)
    const limit = (query as { limit?: number }).limit ?? dataLimits.feed
    const { records, next } = await resource.list(ctx, { ...query, limit }, true)
    const { appUrl } = ctx.settings
    const authority = new URL(appUrl).hostname
    const tag = (rest: string) => `tag:${authority},${publishedSince.slice(0, 10)}:${resource.key}${rest}`
    const entries = records.map((record): FeedEntry => {
      const { key, ...told } = tell(record, t, locale)
      const address = appUrl + localPath(locale, record.pageUrl.slice(appUrl.length))
      return { ...told, id: tag(`/${key}`), url: address, updated: record.updatedAt ?? publishedSince }
    })
    const licence = await readLicence(ctx)
    const first = (query as { cursor?: string }).cursor === undefined ? null : from(null)
    const updated =
      entries
        .map((entry) => entry.updated)
        .sort()
        .at(-1) ?? publishedSince
    return {
      body: atomText({
        ...{ id: tag(filtersOf(resource, url)), locale, entries, first, updated },
        title: `${t(`data.set.${resource.key}.title` as MessageKey)} · Simpul`,
        subtitle: t(`data.set.${resource.key}.what` as MessageKey),
        rights: licence.name,
        self: appUrl + url.pathname + url.search,
        page: appUrl + localPath(locale, datasets[resource.key].listPath),
        next: next && from(next),
      }),
      type: "application/atom+xml; charset=utf-8",
      next: next && from(next),
    }
  },
} satisfies Record<
  string,
  <Query extends z.ZodObject, Entry extends PublicRecord, Detail>(
    resource: Resource<Query, Entry, Detail>,
    asked: Asked<z.output<Query>>,
    tell: Tell<Entry>,
  ) => Promise<OpenAnswer>
>

const formats = ["json", "csv", "atom"] as const satisfies readonly DataFormat[]

/** The format at the end of an address. The router also takes other spellings of it; what is none of ours is not found. */
function formatOf({ pathname }: URL): (typeof formats)[number] {
  const ending = /\.(\w+)\/?$/.exec(pathname.toLowerCase())?.[1]
  const format = formats.find((each) => each === ending)
  if (format === undefined) throw notFound()
  return format
}

/** The filters as part of a feed's identifier, which all of its pages share. */
function filtersOf({ pageNames }: Pick<Resource, "pageNames">, url: URL): string {
  const { [pageNames.cursor ?? "cursor"]: _cursor, limit: _limit, ...filters } = Object.fromEntries(url.searchParams)
  return withQuery("", filters)
}

function addressFrom(
  ctx: Ctx,
  resource: Pick<Resource, "key" | "query" | "pageNames">,
  url: URL,
  cursor: string | null,
): string {
  const sent = Object.fromEntries(url.searchParams)
  const path = localPath(localeOf(url.pathname), datasetFile(resource.key, formatOf(url)))
  return ctx.settings.appUrl + withQuery(path, { ...sent, [resource.pageNames.cursor ?? "cursor"]: cursor })
}
