import type { z } from "zod"
import type { Instant } from "../kernel/clock.ts"
import type { Ctx } from "../kernel/context.ts"
import type { Action } from "../policy/table.ts"
import { type DatasetKey, datasets } from "./datasets.ts"
import type { PageNames } from "./query.server.ts"

/** What a cell of a CSV file may hold; null leaves it empty. */
export type Cell = string | number | boolean | null

export type ListQuery = {
  readonly cursor?: string | undefined
  /** Of the API at most 100; files read larger pieces. */
  readonly limit?: number | undefined
}

export type ListAnswer<Entry> = { readonly records: readonly Entry[]; readonly next: string | null }

/** A public record: what lists hold, with its page. */
export type PublicRecord = { readonly pageUrl: string; readonly updatedAt?: Instant }

/**
 * One kind of open data: its schemas, where its records come from, and its columns. The API, the files beside the
 * list, the feed and the OpenAPI document are all made of this.
 */
export type Resource<
  Query extends z.ZodObject = z.ZodObject,
  Entry extends PublicRecord = PublicRecord,
  Detail = unknown,
> = {
  readonly key: DatasetKey
  /** Of its schemas in the OpenAPI document. */
  readonly name: string
  readonly about: string
  readonly access: Action
  /** The parameter of its own address in the API. */
  readonly id: "code" | "slug"
  readonly query: Query
  readonly pageNames: PageNames
  readonly record: z.ZodType<Entry>
  readonly detail: z.ZodType<Detail>
  /** Newest first where `newest` asks for it and the page has another order. */
  list(ctx: Ctx, query: z.output<Query> & ListQuery, newest?: boolean): Promise<ListAnswer<Entry>>
  /** One record with all that is public about it; not found where there is none. */
  find(ctx: Ctx, key: string): Promise<Detail>
  /** By header, in order. */
  readonly columns: Readonly<Record<string, (record: Entry) => Cell>>
  /** The instant at which records change by themselves. */
  until?(now: Instant): Instant
}

/** Lets the compiler find the types of a resource. */
export const defineResource = <Query extends z.ZodObject, Entry extends PublicRecord, Detail>(
  resource: Resource<Query, Entry, Detail>,
): Resource<Query, Entry, Detail> => resource

/** The part of a resource that documents it. */
export type Documented = Pick<Resource, "key" | "name" | "about" | "id" | "query" | "pageNames" | "record" | "detail">

/** The absolute address of a record's page. */
export const recordPage = (ctx: Pick<Ctx, "settings">, key: DatasetKey, id: string): string =>
  `${ctx.settings.appUrl}${datasets[key].listPath}/${encodeURIComponent(id)}`

/** Several values in one cell. */
export const joined = (values: readonly string[]): string => values.join("; ")
