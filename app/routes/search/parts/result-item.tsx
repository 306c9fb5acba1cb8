import type { SearchResult } from "#app/domain/search/find.server.ts"
import type { Piece } from "#app/domain/search/snippet.ts"
import { formatDate } from "#app/i18n/format.ts"
import { useLocale, useLocalPath, useT, useTimeZone } from "#app/i18n/react.tsx"
import { Badge, Cluster, RecordItem, StrandBadge } from "#app/ui/index.ts"
import { AgreementState } from "../../agreements/parts/agreement-state.tsx"
import { InitiativeState } from "../../initiatives/parts/initiative-state.tsx"
import { ProgrammeState } from "../../programmes/parts/states.tsx"
import { pagePaths } from "./addresses.ts"

/** A text with the words that were searched for marked. Everything is in Indonesian but the pages in English. */
function Marked({ pieces, language = "id" }: { pieces: readonly Piece[]; language?: string }) {
  return (
    <span lang={language}>
      {pieces.map(({ text, hit }, index) =>
        // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a text have no names
        hit ? <mark key={index}>{text}</mark> : text,
      )}
    </span>
  )
}

/** The state of a found thing. A need's depends on the day and a partner in the index is verified: both say nothing. */
function ResultState({ result: { kind, status } }: { result: SearchResult }) {
  if (kind === "agreement") return <AgreementState status={status as Parameters<typeof AgreementState>[0]["status"]} />
  if (kind === "initiative")
    return <InitiativeState status={status as Parameters<typeof InitiativeState>[0]["status"]} />
  if (kind === "programme") return <ProgrammeState status={status as Parameters<typeof ProgrammeState>[0]["status"]} />
  return null
}

/** One found thing: what it is, its name, the stretch of its text that was meant, and where it belongs. */
export function ResultItem({ result }: { result: SearchResult }) {
  const t = useT()
  const locale = useLocale()
  const timeZone = useTimeZone()
  const to = useLocalPath()
  const language = result.kind === "page" ? result.status : "id"
  const context = result.context.some(({ text }) => text.trim() !== "")
  return (
    <RecordItem
      level={2}
      href={to(pagePaths[result.kind](result.key))}
      title={<Marked pieces={result.title} language={language} />}
      badge={
        <Cluster gap="xs">
          <Badge tone="accent">{t(`search.kind.${result.kind}`)}</Badge>
          <ResultState result={result} />
          {result.kind === "initiative" || result.kind === "organisation"
            ? result.strands.map((strand) => <StrandBadge key={strand} strand={strand} letterOnly />)
            : null}
          {result.demo ? <Badge>{t("common.demo")}</Badge> : null}
        </Cluster>
      }
      meta={
        <>
          {context ? <Marked pieces={result.context} /> : null}
          {result.at ? (
            <span>{t("search.published", { date: formatDate(locale, result.at, { timeZone }) })}</span>
          ) : null}
        </>
      }
    >
      {result.snippet.length > 0 ? (
        <p>
          <Marked pieces={result.snippet} language={language} />
        </p>
      ) : null}
    </RecordItem>
  )
}
