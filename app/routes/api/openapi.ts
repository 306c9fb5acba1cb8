import { readLicence } from "#app/domain/publishing/licence.server.ts"
import { openApiDocument } from "#app/domain/publishing/openapi/document.server.ts"
import { openDataFor, openDataOnly } from "#app/http/open-data.server.ts"

/** The API's own description. */
export const loader = openDataFor("page.read", async ({ ctx }) => ({
  body: JSON.stringify(openApiDocument(ctx.settings.appUrl, await readLicence(ctx))),
  type: "application/json",
}))

export const action = openDataOnly("page.read")
