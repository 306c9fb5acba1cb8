import { useLoaderData } from "@remix-run/react"
import { compareVersions } from "#app/domain/agreement/comparison.server.ts"
import { loaderFor } from "#app/http/handler.server.ts"
import { metaFrom } from "#app/http/meta.ts"
import { useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { EmptyState, Page, Section } from "#app/ui/index.ts"
import { CaseHeading } from "./parts/case-heading.tsx"
import { ClauseChanges, HeadChanges } from "./parts/changes.tsx"
import { type Shown, VersionChoice } from "./parts/version-choice.tsx"
import { versionNumber } from "./parts/version-number.ts"

export const loader = loaderFor("agreement.read", async ({ ctx, params, url }) => {
  const chosen = (name: string): number | undefined => {
    const value = url.searchParams.get(name)
    return value ? versionNumber(value) : undefined
  }
  const show: Shown = url.searchParams.get("show") === "whole" ? "whole" : "changesOnly"
  const { agreement, versions, before, after, heads, clauses } = await compareVersions(ctx, params.code ?? "", {
    before: chosen("before"),
    after: chosen("after"),
  })
  const changed = clauses.filter(({ status }) => status !== "same")
  return {
    head: { code: agreement.code, title: agreement.title },
    versions,
    before: before.number,
    after: after.number,
    show,
    heads,
    clauses: show === "whole" ? clauses : changed,
    count: heads.length + changed.length,
  }
})

export const meta = metaFrom("agreement.comparison.title")

export default function Comparison() {
  const { head, versions, before, after, show, heads, clauses, count } = useLoaderData<typeof loader>()
  const t = useT()
  const to = useLocalPath()
  return (
    <Page>
      <CaseHeading head={head} title={t("agreement.comparison.title")} lede={t("agreement.comparison.lede")} />
      {versions.length > 1 ? (
        <VersionChoice
          action={to(paths.agreementComparison(head.code))}
          versions={versions}
          before={before}
          after={after}
          show={show}
          count={count}
        />
      ) : null}
      {versions.length < 2 ? (
        <EmptyState art="agreement" title={t("agreement.comparison.fewer")} />
      ) : count === 0 && show === "changesOnly" ? (
        <EmptyState art="agreement" title={t("agreement.comparison.same")}>
          {t("agreement.comparison.sameBody")}
        </EmptyState>
      ) : null}
      {heads.length > 0 ? (
        <Section title={t("agreement.comparison.particulars")} id="keterangan">
          <HeadChanges heads={heads} />
        </Section>
      ) : null}
      {clauses.length > 0 && versions.length > 1 ? (
        <Section title={t("agreement.draft.clauses")} id="pasal">
          <ClauseChanges clauses={clauses} />
        </Section>
      ) : null}
    </Page>
  )
}
