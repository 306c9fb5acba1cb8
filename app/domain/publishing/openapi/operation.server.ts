import type { JsonSchema } from "./schemas.server.ts"

export type OpenApiParameter = {
  readonly name: string
  readonly in: "query" | "path" | "header"
  readonly required: boolean
  readonly description: string
  readonly schema: JsonSchema
}

type Content = Readonly<Record<string, { readonly schema: JsonSchema }>>

export type OpenApiAnswer = {
  readonly description: string
  readonly headers?: Readonly<Record<string, { readonly description: string; readonly schema: JsonSchema }>>
  readonly content?: Content
}

export type Operation = {
  readonly operationId: string
  readonly tags: readonly string[]
  readonly summary: string
  readonly description?: string
  readonly parameters: readonly OpenApiParameter[]
  readonly requestBody?: { readonly required: true; readonly description?: string; readonly content: Content }
  readonly responses: Readonly<Record<string, OpenApiAnswer>>
  /** Empty where anybody may. */
  readonly security: readonly Readonly<Record<string, readonly string[]>>[]
}

export type Method = "get" | "post"
export type Paths = Readonly<Record<string, Readonly<Partial<Record<Method, Operation>>>>>

export const named = (name: string): JsonSchema => ({ $ref: `#/components/schemas/${name}` })

export const answerOf = (description: string, schema: JsonSchema): OpenApiAnswer => ({
  description,
  content: { "application/json": { schema } },
})

const refusalWords = {
  400: "The request is not understood; `errors` says where",
  401: "No token, or one that is not valid",
  403: "The token does not allow this, or its organisation is not verified",
  404: "There is no such record, or it is not public",
  409: "Things have changed meanwhile; do not repeat",
  413: "Too large",
  415: "Not the content type that is asked for",
  422: "A field is wrong; `errors` says which",
  429: "Too many requests; wait `Retry-After` seconds",
} as const

/** Refusals as problem details. */
export const refusals = (...statuses: readonly (keyof typeof refusalWords)[]): Record<string, OpenApiAnswer> =>
  Object.fromEntries(
    statuses.map((status) => [
      String(status),
      { description: refusalWords[status], content: { "application/problem+json": { schema: named("Problem") } } },
    ]),
  )
