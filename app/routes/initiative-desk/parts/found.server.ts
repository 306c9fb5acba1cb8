import { notFound } from "#app/domain/kernel/errors.ts"

/** The row of a list that an address names; not found where there is none. */
export function foundIn<Row extends { readonly id: string }>(rows: readonly Row[], id: string | undefined): Row {
  const row = rows.find((one) => one.id === id)
  if (!row) throw notFound()
  return row
}
