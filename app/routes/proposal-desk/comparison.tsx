import { useLoaderData } from "@remix-run/react"
import { compareVersions } from "#app/domain/proposal/comparison.server.ts"
import { loaderFor } from "#app/http/handler.server.ts"
import { metaFrom } from "#app/http/meta.ts"
import { formatDate } from "#app/i18n/format.ts"
import { useLocale, useLocalPath, useT, useTimeZone } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { EmptyState, FilterBar, Page, Select } from "#app/ui/index.ts"
import { versionNumber } from "../agreement-desk/parts/version-number.ts"
import { caseFor } from "./parts/case-head.server.ts"
import { CaseHeading } from "./parts/case-heading.tsx"
import { VersionChangesView } from "./parts/version-changes.tsx"

export const loader = loaderFor("proposal.read", async ({ ctx, params, url }) => {
  const { head } = await caseFor(ctx, params.code, "proposal.read")
  const chosen = (name: string): number | undefined => {
    const value = url.searchParams.get(name)
    return value ? versionNumber(value) : undefined
  }
  const { versions, before, after, changes } = await compareVersions(ctx, head.code, {
    before: chosen("before"),
    after: chosen("after"),
  })
  return {
    head,
    versions: versions.map(({ number, createdAt }) => ({ number, createdAt })),
    before: before.number,
    after: after.number,
    changes,
  }
})

export const meta = metaFrom("proposal.comparison.title")

export default function Comparison() {
  const { head, versions, before, after, changes } = useLoaderData<typeof loader>()
  const t = useT()
  const to = useLocalPath()
  const locale = useLocale()
  const timeZone = useTimeZone()
  const options = versions.map(({ number, createdAt }) => ({
    value: String(number),
    label: `${t("proposal.version.number", { number })}, ${formatDate(locale, createdAt, { timeZone, style: "short" })}`,
  }))
  const count =
    changes.words.length +
    changes.contributions.length +
    [changes.partners, changes.files].filter(({ added, removed }) => added.length + removed.length > 0).length
  return (
    <Page>
      <CaseHeading head={head} title={t("proposal.comparison.title")} lede={t("proposal.comparison.lede")} />
      {versions.length < 2 ? (
        <EmptyState art="agreement" title={t("proposal.comparison.fewer")} />
      ) : (
        <FilterBar
          action={to(paths.proposalComparison(head.code))}
          submitLabel={t("proposal.comparison.submit")}
          count={t("proposal.comparison.count", { count })}
        >
          <Select
            name="before"
            label={t("proposal.comparison.before")}
            options={options}
            defaultValue={String(before)}
          />
          <Select name="after" label={t("proposal.comparison.after")} options={options} defaultValue={String(after)} />
        </FilterBar>
      )}
      {count === 0 && versions.length > 1 ? (
        <EmptyState art="agreement" title={t("proposal.comparison.same")} />
      ) : (
        <VersionChangesView changes={changes} />
      )}
    </Page>
  )
}
