import { z } from "zod"
import { datasets } from "../datasets.ts"
import { aboutOf } from "../query.server.ts"
import type { Documented } from "../resource.server.ts"
import { answerOf, type Method, named, type OpenApiParameter, type Operation, refusals } from "./operation.server.ts"
import type { JsonSchema } from "./schemas.server.ts"

const text: JsonSchema = { type: "string" }
const header = (description: string) => ({ description, schema: text })
const unchanged = { description: "The reader's copy (`If-None-Match`) is still right" }

const ifNoneMatch: OpenApiParameter = {
  name: "If-None-Match",
  in: "header",
  required: false,
  description: "The ETag of an earlier answer",
  schema: text,
}

/** The two read operations of a resource: the list and the single record. */
export function readsOf(resource: Documented): [string, Partial<Record<Method, Operation>>][] {
  const { key, name, about, id } = resource
  const { apiPath } = datasets[key]
  const list: Operation = {
    operationId: `list${capital(key)}`,
    tags: [key],
    summary: about,
    description: "In pages by key: follow `next`, or the `Link` header, until there is none.",
    parameters: [...parametersOf(resource.query), ifNoneMatch],
    responses: {
      200: {
        ...answerOf("A page of the list", {
          type: "object",
          properties: {
            data: { type: "array", items: named(name) },
            next: { type: ["string", "null"], description: "Cursor of the next page; null on the last" } as never,
          },
          required: ["data", "next"],
        }),
        headers: {
          Link: header('rel="next": the next page'),
          ETag: header("Changes with the answer"),
        },
      },
      304: unchanged,
      ...refusals(400),
    },
    security: [],
  }
  const one: Operation = {
    operationId: `get${name}`,
    tags: [key],
    summary: `One record of ${key} with all that is public about it`,
    parameters: [{ name: id, in: "path", required: true, description: "Key of the record", schema: text }, ifNoneMatch],
    responses: {
      200: { ...answerOf("The record", named(`${name}Detail`)), headers: { ETag: header("Changes with the answer") } },
      304: unchanged,
      ...refusals(400, 404),
    },
    security: [],
  }
  return [
    [apiPath, { get: list }],
    [`${apiPath}/{${id}}`, { get: one }],
  ]
}

function parametersOf(query: z.ZodObject): OpenApiParameter[] {
  const { properties = {} } = z.toJSONSchema(query, { io: "output" })
  return Object.entries(properties).map(([name, schema]) => {
    const { description: _, ...shape } = schema as JsonSchema
    return { name, in: "query", required: false, description: aboutOf(query, name), schema: shape }
  })
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)
