/** Rows of a form (`list[0].name`) as text, in their order; what is missing reads as empty. */
export function readRows<Name extends string>(
  read: (name: string) => string | undefined,
  list: string,
  names: readonly [Name, ...Name[]],
): Record<Name, string>[] {
  const rows: Record<Name, string>[] = []
  while (names.some((name) => read(`${list}[${rows.length}].${name}`) !== undefined)) {
    const row = `${list}[${rows.length}]`
    rows.push(Object.fromEntries(names.map((name) => [name, read(`${row}.${name}`) ?? ""])) as Record<Name, string>)
  }
  return rows
}

/** Takes out of a posted form the rows in which `name` was left empty and closes the gaps. */
export function dropEmptyRows<Name extends string>(
  form: FormData,
  list: string,
  names: readonly [Name, ...Name[]],
  name: Name,
): void {
  const rows = readRows((key) => asText(form.get(key)), list, names)
  for (const [index] of rows.entries()) for (const one of names) form.delete(`${list}[${index}].${one}`)
  for (const [index, row] of rows.filter((one) => one[name].trim() !== "").entries())
    for (const one of names) form.set(`${list}[${index}].${one}`, row[one])
}

const asText = (value: FormDataEntryValue | null): string | undefined => (typeof value === "string" ? value : undefined)
