import { z } from "zod"

/** A JSON Schema (2020-12), as OpenAPI 3.1 takes it. */
export type JsonSchema = {
  readonly $ref?: string
  readonly type?: string
  readonly description?: string
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly required?: readonly string[]
  readonly items?: JsonSchema
  readonly anyOf?: readonly JsonSchema[]
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly format?: string
  readonly [keyword: string]: unknown
}

/**
 * The JSON Schema of what is answered. Records may get more fields (that is promised), so unlike the schema that our
 * tests hold them against, this one does not forbid them.
 */
export function answerSchema(schema: z.ZodType): JsonSchema {
  const { $schema: _, ...made } = z.toJSONSchema(schema, {
    io: "output",
    override: ({ jsonSchema }) => {
      if (jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties
      // What may be null is explained where its other form is.
      const about = jsonSchema.anyOf?.find(({ description }) => description !== undefined)?.description
      if (about !== undefined) jsonSchema.description ??= about
    },
  })
  return made as JsonSchema
}

/** The JSON Schema of what is sent: fields that it does not name are refused. */
export function requestSchema(schema: z.ZodType): JsonSchema {
  const { $schema: _, ...made } = z.toJSONSchema(schema, { io: "input" })
  return made as JsonSchema
}

/** Problem details (RFC 9457), the shape of every refusal. */
export const problemSchema = answerSchema(
  z.object({
    type: z.literal("about:blank"),
    title: z.string().describe("Name of the status"),
    status: z.int(),
    detail: z.string().describe("What is wrong, for people"),
    code: z.string().describe("What is wrong, for programs").optional(),
    errors: z.record(z.string(), z.array(z.string())).describe("By parameter or field").optional(),
  }),
)
