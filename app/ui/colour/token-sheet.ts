/** Custom properties of one theme by name, without the two dashes. */
export type Tokens = Readonly<Record<string, string>>
export type TokenSheet = {
  readonly light: Tokens
  /** Dark by the system's wish and dark by choice: the sheet must say the same in both. */
  readonly darkBySystem: Tokens
  readonly darkByChoice: Tokens
}

function block(css: string, selector: string): Tokens {
  const start = css.indexOf(`${selector} {`)
  if (start < 0) throw new Error(`No block ${selector} in the token sheet`)
  const body = css.slice(css.indexOf("{", start) + 1, css.indexOf("}", start))
  return Object.fromEntries(
    [...body.matchAll(/--([\w-]+):\s*([^;]+);/g)].map(([, name, value]) => [name, value?.trim() ?? ""]),
  )
}

/** Reads `styles/tokens.css`: the sheet itself stays the only place where a colour is written down. */
export function readTokens(css: string): TokenSheet {
  const light = block(css, ":root")
  return {
    light,
    darkBySystem: { ...light, ...block(css, ':root:not([data-theme="light"])') },
    darkByChoice: { ...light, ...block(css, ':root[data-theme="dark"]') },
  }
}
