import { useLocale, useT } from "#app/i18n/react.tsx"
import { contrast } from "../colour/contrast.ts"
import { readTokens } from "../colour/token-sheet.ts"
import { type Column, RecordTable } from "../data/record-table.tsx"
import { Section } from "../page/headings.tsx"
import sheet from "../styles/tokens.css?raw"

const { light, darkByChoice: dark } = readTokens(sheet)

const words = [
  "ink",
  "ink-soft",
  "ink-faint",
  "accent",
  "strand-a",
  "strand-b",
  "strand-c",
  "strand-g",
  "strand-m",
  "state-draft",
  "state-waiting",
  "state-progress",
  "state-positive",
  "state-warning",
  "state-refused",
  "state-ended",
] as const
const grounds = [
  "paper",
  "sheet",
  "sunk",
  "accent-wash",
  "wash-waiting",
  "wash-progress",
  "wash-positive",
  "wash-refused",
] as const

/** A patch in the current theme's value of a token. */
function Swatch({ token }: { token: string }) {
  return (
    <svg className="swatch" width="44" height="22" aria-hidden="true" focusable="false">
      <rect width="44" height="22" fill={`var(--${token})`} />
    </svg>
  )
}

export function ColourSamples() {
  const t = useT()
  const locale = useLocale()
  const ratio = (token: string, theme: typeof light, ground: string): string =>
    new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 }).format(
      contrast(theme[token] ?? "", theme[ground] ?? ""),
    )
  const against = (theme: typeof light, name: string, ground: "paper" | "sheet", label: string): Column<string> => ({
    key: `${name}-${ground}`,
    header: `${name}, ${label}`,
    numeric: true,
    cell: (token) => ratio(token, theme, ground),
  })
  const columns: Column<string>[] = [
    {
      key: "name",
      header: t("ui.style.colour.name"),
      rowHeader: true,
      cell: (token) => (
        <span className="swatch-name">
          <Swatch token={token} />
          {token}
        </span>
      ),
    },
    { key: "light", header: t("ui.style.colour.light"), cell: (token) => <code className="code">{light[token]}</code> },
    against(light, t("ui.style.colour.light"), "paper", t("ui.style.colour.onPaper")),
    against(light, t("ui.style.colour.light"), "sheet", t("ui.style.colour.onSheet")),
    { key: "dark", header: t("ui.style.colour.dark"), cell: (token) => <code className="code">{dark[token]}</code> },
    against(dark, t("ui.style.colour.dark"), "paper", t("ui.style.colour.onPaper")),
    against(dark, t("ui.style.colour.dark"), "sheet", t("ui.style.colour.onSheet")),
  ]
  return (
    <Section id="warna" sideHead title={t("ui.style.colour.title")} lede={t("ui.style.colour.lede")}>
      <ul className="grounds" aria-label={t("ui.style.colour.grounds")}>
        {grounds.map((token) => (
          <li key={token}>
            <Swatch token={token} />
            <code className="code">{token}</code>
          </li>
        ))}
      </ul>
      <RecordTable
        caption={t("ui.style.colour.caption")}
        columns={columns}
        rows={words}
        rowKey={(token) => token}
        dense
      />
    </Section>
  )
}
