/** The same tree of keys with any text at its leaves: what a translation must match. */
export type Translation<Source> = {
  readonly [K in keyof Source]: Source[K] extends string ? string : Translation<Source[K]>
}

type Join<Head extends string, Tail extends string> = `${Head}.${Tail}`

/** Dotted keys of every leaf: "agreement.status.draft". */
export type KeyOf<Source> = {
  [K in keyof Source & string]: Source[K] extends string ? K : Join<K, KeyOf<Source[K]>>
}[keyof Source & string]

/** What fills the {names} of a message. */
export type Parameters = Readonly<Record<string, string | number>>

/**
 * Looks up `key` and fills its {names}. Plural forms are written `{count|one form|other form}`: the first
 * stands for exactly one, `#` inside is the number. A missing key is a bug and throws.
 */
export function translate(catalogue: object, key: string, parameters: Parameters = {}): string {
  let node: unknown = catalogue
  for (const part of key.split(".")) node = (node as Record<string, unknown> | undefined)?.[part]
  if (typeof node !== "string") throw new Error(`No message under ${key}`)
  return node.replace(/\{(\w+)(?:\|([^|}]*)\|([^}]*))?\}/g, (_whole, name: string, one?: string, other?: string) => {
    const value = parameters[name] ?? ""
    if (one === undefined || other === undefined) return String(value)
    return (value === 1 ? one : other).replaceAll("#", String(value))
  })
}

/** Whether the catalogue has a message under `key`. */
export function hasMessage(catalogue: object, key: string): boolean {
  let node: unknown = catalogue
  for (const part of key.split(".")) node = (node as Record<string, unknown> | undefined)?.[part]
  return typeof node === "string"
}
