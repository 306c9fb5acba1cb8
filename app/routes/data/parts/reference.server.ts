import type { OpenApiDocument } from "#app/domain/publishing/openapi/document.server.ts"
import type { JsonSchema } from "#app/domain/publishing/openapi/schemas.server.ts"

export type FieldRow = {
  readonly name: string
  readonly kind: string
  readonly about: string
  readonly required: boolean
  /** Of a parameter: query, path or header. */
  readonly place?: string
}

export type ReferenceOperation = {
  readonly id: string
  readonly method: string
  readonly path: string
  readonly summary: string
  readonly description: string
  readonly token: boolean
  readonly parameters: readonly FieldRow[]
  readonly body: { readonly type: string; readonly schema: string | null; readonly rows: readonly FieldRow[] } | null
  readonly answers: readonly { readonly status: string; readonly about: string; readonly schema: string | null }[]
}

export type Reference = {
  readonly operations: readonly ReferenceOperation[]
  readonly schemas: readonly { readonly name: string; readonly rows: readonly FieldRow[] }[]
}

/** The OpenAPI document laid out for a page of tables. */
export function referenceOf(document: OpenApiDocument): Reference {
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]): ReferenceOperation => {
      const [sent] = Object.entries(operation.requestBody?.content ?? {})
      return {
        ...{ id: operation.operationId, method: method.toUpperCase(), path, summary: operation.summary },
        description: operation.description ?? "",
        token: operation.security.length > 0,
        parameters: operation.parameters.map(({ name, in: place, required, description, schema }) => ({
          ...{ name, place, required, about: description, kind: kindOf(schema) },
        })),
        body: sent ? { type: sent[0], schema: nameOf(sent[1].schema), rows: rowsOf(sent[1].schema) } : null,
        answers: Object.entries(operation.responses).map(([status, { description, content }]) => {
          const [answered] = Object.values(content ?? {})
          return { status, about: description, schema: answered ? nameOf(answered.schema) : null }
        }),
      }
    }),
  )
  const schemas = Object.entries(document.components.schemas).map(([name, schema]) => ({ name, rows: rowsOf(schema) }))
  return { operations, schemas }
}

/** The schema that an answer is, or that its list holds. */
function nameOf(schema: JsonSchema): string | null {
  const at = schema.$ref ?? schema.properties?.data?.items?.$ref
  return at?.split("/").at(-1) ?? null
}

/** One row for each field, those of inner objects after their own: `parties[].region.code`. */
function rowsOf(schema: JsonSchema, before = ""): FieldRow[] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, field]) => {
    const required = schema.required?.includes(name) === true
    const inner = innerOf(field)
    const path = `${before}${name}`
    return [
      { name: path, kind: kindOf(field), about: field.description ?? "", required },
      ...rowsOf(inner.object, `${path}${inner.list ? "[]" : ""}.`),
    ]
  })
}

/** The object that a field is, may be, or holds in a list. */
function innerOf(field: JsonSchema): { object: JsonSchema; list: boolean } {
  if (field.items) return { object: innerOf(field.items).object, list: true }
  const [some] = field.anyOf?.filter(({ type }) => type !== "null") ?? []
  return some ? innerOf(some) : { object: field, list: false }
}

/** The type in words that programmers know: `string (date) | null`. */
function kindOf(schema: JsonSchema): string {
  if (schema.$ref) return nameOf(schema) ?? ""
  if (schema.anyOf) return schema.anyOf.map(kindOf).join(" | ")
  if (schema.const !== undefined) return JSON.stringify(schema.const)
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(" | ")
  if (schema.items) return `${kindOf(schema.items)}[]`
  const type = [schema.type].flat().join(" | ")
  return schema.format ? `${type} (${schema.format})` : type
}
