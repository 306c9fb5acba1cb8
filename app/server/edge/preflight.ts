import { datasetKeys, datasets } from "#app/domain/publishing/datasets.ts"

const lists = datasetKeys.map((key) => datasets[key].listPath.slice(1)).join("|")

/** What the API has to read, and the files beside public lists. */
const openPath = new RegExp(
  `^(?:/api/v1/(?:openapi\\.json|(?:${datasetKeys.join("|")})(?:/[^/]+)?)|(?:/en)?/(?:${lists})\\.(?:json|csv|atom|ics))$`,
)

/**
 * What a page of another site is told that asks before it reads open data: reading is free to all. Writing is not
 * among it, so no other site's page can write in a reader's browser.
 */
export const preflight = (path: string): Readonly<Record<string, string>> =>
  openPath.test(path)
    ? {
        "Access-Control-Allow-Origin": "*",
        "Access-Control-Allow-Methods": "GET, HEAD",
        "Access-Control-Allow-Headers": "Accept, If-None-Match",
        "Access-Control-Max-Age": "86400",
      }
    : {}
