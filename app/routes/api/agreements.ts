import { sealedFilesOf } from "#app/domain/agreement/documents.server.ts"
import { listPublicAgreements } from "#app/domain/agreement/register.server.ts"
import { readRegisterFilter, registerLimits, registerParameters } from "#app/domain/agreement/register-filter.ts"
import { sealsOf } from "#app/domain/agreement/seals.server.ts"
import { apiGetOnly, apiLoaderFor, problem } from "#app/http/problem.server.ts"
import { withQuery } from "#app/http/query.ts"
import { paths } from "#app/paths.ts"
import { agreementResource, openDataHeaders } from "./parts/agreement-resource.server.ts"

const rules = {
  q: `at most ${registerLimits.query} characters, once`,
  region: "a region code such as 33 or 33.71",
  status: "in_force or lapsed",
  year: "a year such as 2021",
  cursor: "the value of `next` in an answer of this list",
  limit: `1 to ${registerLimits.most}`,
} as const

/** The public register as data: `{ data, next }`, newest first; `Link: rel="next"` names the next page. */
export const loader = apiLoaderFor("agreement.browse", async ({ ctx, url }) => {
  const { filter, faults } = readRegisterFilter(url.searchParams)
  if (faults.length > 0)
    return problem(400, {
      detail: "Some parameters are not understood.",
      code: "parameters",
      errors: Object.fromEntries(faults.map((name) => [name, [`Must be ${rules[name]}.`]])),
    })
  const { entries, next } = await listPublicAgreements(ctx, filter)
  const ids = entries.map(({ id }) => id)
  const files = await sealedFilesOf(ctx, ids)
  const seals = await sealsOf(ctx.db, ids)
  const headers = openDataHeaders(registerParameters)
  if (next !== null) {
    const { q, region, status, year, limit } = filter
    const query = { q, region, status, year, limit: limit === registerLimits.page ? null : limit, cursor: next }
    headers.set("Link", `<${ctx.settings.appUrl}${withQuery(paths.apiAgreements(), query)}>; rel="next"`)
  }
  const data = entries.map((entry) => agreementResource(ctx.settings.appUrl, entry, files.get(entry.id), seals))
  return Response.json({ data, next }, { headers })
})

export const action = apiGetOnly("agreement.browse")
