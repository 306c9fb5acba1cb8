import type { ReactNode } from "react"
import type { Tie, TiesOf } from "#app/domain/network/ties.server.ts"
import { formatDate } from "#app/i18n/format.ts"
import { useLocale, useLocalPath, useT, useTimeZone } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { Anchor, Disclosure, RecordTable, Section } from "#app/ui/index.ts"
import type { AgreementStatus, InitiativeStatus, ProgrammeStatus } from "#db/schema.ts"

/** Rows that stand open, and ties that stand open in each; the rest unfolds. */
const rowsShown = 8
const tiesShown = 3

type Other = { readonly ties: readonly Tie[] }

/** A part of a page that tells who works with whom, on what. Draws nothing where nobody does. */
export function TiesTable<Row extends Other>({
  ties: { others, whole },
  title,
  header,
  name,
  rowKey,
  summary,
}: {
  ties: TiesOf<Row>
  title: string
  /** What the rows are. */
  header: string
  /** Draws the name of a row. */
  name: (row: Row) => ReactNode
  rowKey: (row: Row) => string
  summary?: ReactNode
}) {
  const t = useT()
  if (others.length === 0) return null
  const table = (rows: readonly Row[]) => (
    <RecordTable
      caption={title}
      captionHidden
      rows={rows}
      rowKey={rowKey}
      columns={[
        { key: "other", header, rowHeader: true, cell: name },
        {
          key: "together",
          header: t("network.ties.together"),
          hideLabel: true,
          cell: (row) => <Ties ties={row.ties} />,
        },
      ]}
    />
  )
  const rest = others.slice(rowsShown)
  return (
    <Section title={title} lede={t("network.ties.lede")} id="bersama">
      {summary}
      {table(others.slice(0, rowsShown))}
      {rest.length > 0 ? (
        <Disclosure summary={t("network.ties.rest", { count: rest.length })}>{table(rest)}</Disclosure>
      ) : null}
      {whole ? null : (
        <p className="mt-4 text-sm text-ink-soft">
          {t("network.ties.cut", { count: others.reduce((sum, { ties }) => sum + ties.length, 0) })} <Data />
        </p>
      )}
    </Section>
  )
}

function Data() {
  const t = useT()
  const to = useLocalPath()
  return <Anchor href={to(paths.openData())}>{t("data.title")}</Anchor>
}

/** What two do together: the newest few, the others folded. */
function Ties({ ties }: { ties: readonly Tie[] }) {
  const t = useT()
  const older = ties.slice(tiesShown)
  const list = (some: readonly Tie[]) => (
    <ul className="stack gap-sm">
      {some.map((tie) => (
        <li key={`${tie.kind} ${tie.key} ${tie.since} ${tie.title}`}>
          <TieLine tie={tie} />
        </li>
      ))}
    </ul>
  )
  return (
    <>
      {list(ties.slice(0, tiesShown))}
      {older.length > 0 ? (
        <Disclosure summary={t("network.ties.older", { count: older.length })}>{list(older)}</Disclosure>
      ) : null}
    </>
  )
}

function TieLine({ tie }: { tie: Tie }) {
  const t = useT()
  const to = useLocalPath()
  const locale = useLocale()
  const timeZone = useTimeZone()
  const { kind, key, title, status, since } = tie
  const address =
    key === null
      ? null
      : { agreement: paths.agreement, programme: paths.programme, initiative: paths.initiative, proposal: paths.need }[
          kind
        ](key)
  const date = formatDate(locale, since, { timeZone })
  const line = {
    agreement: () =>
      t("network.ties.agreement", { date, state: lower(t(`agreement.status.${status as AgreementStatus}`)) }),
    programme: () =>
      t("network.ties.programme", { date, state: lower(t(`programme.status.${status as ProgrammeStatus}`)) }),
    initiative: () =>
      t("network.ties.initiative", { date, state: lower(t(`initiative.status.${status as InitiativeStatus}`)) }),
    proposal: () => t("network.ties.proposal", { date }),
  }[kind]()
  return (
    <>
      <span lang="id">{address ? <Anchor href={to(address)}>{title}</Anchor> : title}</span>
      <br />
      <span className="text-sm text-ink-soft">{line}</span>
    </>
  )
}

const lower = (word: string): string => word.toLowerCase()
