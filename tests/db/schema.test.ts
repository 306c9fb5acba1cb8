import { readFileSync } from "node:fs"
import ts from "typescript"
import { expect, test } from "vitest"
import { migrateToLatest, pendingMigrations } from "#db/migrator.ts"
import { freshDatabase } from "#tests/support/database.ts"

const camel = (name: string): string => name.replace(/_([a-z])/g, (_all, letter: string) => letter.toUpperCase())

/** Tables and columns as `db/schema.ts` states them, with whether each column may be null. */
function declared(): Record<string, Record<string, boolean>> {
  const path = new URL("../../db/schema.ts", import.meta.url)
  const source = ts.createSourceFile("schema.ts", readFileSync(path, "utf8"), ts.ScriptTarget.ES2022, true)
  const interfaces = new Map<string, ts.InterfaceDeclaration>()
  source.forEachChild((node) => {
    if (ts.isInterfaceDeclaration(node)) interfaces.set(node.name.text, node)
  })
  const tables: Record<string, Record<string, boolean>> = {}
  for (const member of interfaces.get("Schema")!.members) {
    const table = (member.name as ts.Identifier).text
    const type = (member as ts.PropertySignature).type!.getText()
    tables[table] = Object.fromEntries(
      interfaces
        .get(type)!
        .members.map((column) => [
          (column.name as ts.Identifier).text,
          /\|\s*null\b/.test((column as ts.PropertySignature).type!.getText()),
        ]),
    )
  }
  return tables
}

test("the typed schema names exactly the tables and columns of a migrated database", async () => {
  const db = await freshDatabase()
  const tables = (await db.introspection.getTables()).filter(({ name }) => !/^(?:kysely_|search_index)/.test(name))
  const migrated = Object.fromEntries(
    tables.map(({ name, columns }) => [
      camel(name),
      Object.fromEntries(columns.map((column) => [camel(column.name), column.isNullable])),
    ]),
  )
  const primaryKeysAreNotNull = (shape: Record<string, Record<string, boolean>>) =>
    Object.fromEntries(
      Object.entries(shape).map(([table, columns]) => [
        table,
        Object.fromEntries(
          Object.entries(columns).map(([name, nullable]) => [
            name,
            ["id", "code", "key", "action", "subjectHash"].includes(name) ? false : nullable,
          ]),
        ),
      ]),
    )
  expect(primaryKeysAreNotNull(migrated)).toEqual(primaryKeysAreNotNull(declared()))
})

test("migrating twice does nothing the second time", async () => {
  const db = await freshDatabase()
  expect(await migrateToLatest(db)).toEqual([])
  expect(await pendingMigrations(db)).toEqual([])
})
