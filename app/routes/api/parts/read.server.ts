import type { z } from "zod"
import { dataLimits, datasets } from "#app/domain/publishing/datasets.ts"
import { readQuery } from "#app/domain/publishing/query.server.ts"
import type { PublicRecord, Resource } from "#app/domain/publishing/resource.server.ts"
import { openDataFor, unknownParameters } from "#app/http/open-data.server.ts"
import { withQuery } from "#app/http/query.ts"

/** A list of the API: `{ data, next }`; `Link: rel="next"` names the next page. */
export const apiList = <Query extends z.ZodObject, Entry extends PublicRecord, Detail>(
  resource: Resource<Query, Entry, Detail>,
) =>
  openDataFor(resource.access, async ({ ctx, url }) => {
    const read = readQuery(resource.query, url.searchParams)
    if (read.faults) return unknownParameters(read.faults)
    const { records, next } = await resource.list(ctx, read.query)
    const sent = Object.fromEntries(url.searchParams)
    if (Number(sent.limit) === dataLimits.page) delete sent.limit
    const further = withQuery(datasets[resource.key].apiPath, { ...sent, cursor: next })
    return {
      body: JSON.stringify({ data: records, next }),
      type: "application/json",
      next: next && ctx.settings.appUrl + further,
      understood: Object.keys(resource.query.shape),
      until: resource.until?.(ctx.now),
    }
  })

/** One record of the API with all that is public about it. */
export const apiOne = <Query extends z.ZodObject, Entry extends PublicRecord, Detail>(
  resource: Resource<Query, Entry, Detail>,
) =>
  openDataFor(resource.access, async ({ ctx, url, params }) => {
    const [unknown] = url.searchParams.keys()
    if (unknown !== undefined) return unknownParameters({ [unknown]: ["Unknown. This address knows no parameters."] })
    return {
      body: JSON.stringify(await resource.find(ctx, params[resource.id] ?? "")),
      type: "application/json",
      until: resource.until?.(ctx.now),
    }
  })
