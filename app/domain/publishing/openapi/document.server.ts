import type { Licence } from "../licence.server.ts"
import { resources } from "../resources.server.ts"
import type { Paths } from "./operation.server.ts"
import { readsOf } from "./reads.server.ts"
import { answerSchema, type JsonSchema, problemSchema } from "./schemas.server.ts"
import { writeSchemas, writes } from "./writes.server.ts"

export type OpenApiDocument = {
  readonly openapi: "3.1.0"
  readonly info: Readonly<Record<string, unknown>>
  readonly servers: readonly { readonly url: string }[]
  readonly tags: readonly { readonly name: string; readonly description: string }[]
  readonly paths: Paths
  readonly components: {
    readonly schemas: Readonly<Record<string, JsonSchema>>
    readonly securitySchemes: Readonly<Record<string, Readonly<Record<string, string>>>>
  }
}

/** The API as OpenAPI 3.1, made of the very schemas that its answers are tested with. */
export function openApiDocument(appUrl: string, licence: Licence): OpenApiDocument {
  return {
    openapi: "3.1.0",
    info: {
      title: "Simpul",
      version: "1",
      description:
        "Open data of the pentahelix network. Reading needs nothing; writing needs a token of an organisation. Fields and parameters may be added, none is taken away.",
      license: { name: licence.name, url: licence.url },
    },
    servers: [{ url: appUrl }],
    tags: [
      ...resources.map(({ key, about }) => ({ name: key, description: about })),
      { name: "verification", description: "Checking signed documents" },
      { name: "proposals", description: "Proposals of organisations, with a token" },
    ],
    paths: fixed().paths,
    components: { schemas: fixed().schemas, securitySchemes: { token: { type: "http", scheme: "bearer" } } },
  }
}

type Fixed = { readonly paths: Paths; readonly schemas: Readonly<Record<string, JsonSchema>> }
let made: Fixed | undefined

/** What is the same in every portal: it is made for the first reader, because it takes longer than the page around it. */
function fixed(): Fixed {
  made ??= { paths: { ...Object.fromEntries(resources.flatMap(readsOf)), ...writes }, schemas: schemas() }
  return made
}

const schemas = (): Record<string, JsonSchema> => ({
  ...Object.fromEntries(
    resources.flatMap(({ name, record, detail }) => [
      [name, answerSchema(record)],
      [`${name}Detail`, answerSchema(detail)],
    ]),
  ),
  ...writeSchemas(),
  Problem: problemSchema,
})
