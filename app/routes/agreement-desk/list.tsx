import { useLoaderData } from "@remix-run/react"
import { listDeskAgreements, readDeskFilter } from "#app/domain/agreement/desk.server.ts"
import { can } from "#app/domain/policy/table.ts"
import { loaderFor } from "#app/http/handler.server.ts"
import { metaFrom } from "#app/http/meta.ts"
import { withQuery } from "#app/http/query.ts"
import { useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { ButtonLink, EmptyState, Page, PageHeading, Pagination, TabLinks } from "#app/ui/index.ts"
import { DeskTable } from "./parts/desk-table.tsx"

export const loader = loaderFor("workspace.read", async ({ ctx, url }) => {
  const filter = readDeskFilter(url.searchParams)
  const page = await listDeskAgreements(ctx, filter)
  return {
    ...page,
    filter,
    organisation: ctx.actor?.acting?.organisationName ?? null,
    mayStart: can(ctx.actor, "agreement.start"),
  }
})

export const meta = metaFrom("agreement.desk.title")

const shownStates = [
  "draft",
  "negotiation",
  "agreed",
  "signing",
  "in_force",
  "lapsed",
  "declined",
  "cancelled",
  "withdrawn",
] as const

export default function Desk() {
  const { entries, next, count, counts, filter, organisation, mayStart } = useLoaderData<typeof loader>()
  const t = useT()
  const to = useLocalPath()
  const here = to(paths.agreementDesk())
  const { status } = filter
  const start = (
    <ButtonLink href={to(paths.newAgreement())} icon="plus">
      {t("agreement.desk.start")}
    </ButtonLink>
  )
  if (organisation === null)
    return (
      <Page>
        <PageHeading title={t("agreement.desk.title")} />
        <EmptyState
          art="people"
          title={t("agreement.desk.noOrganisation")}
          actions={<ButtonLink href={to(paths.actFor())}>{t("agreement.desk.choose")}</ButtonLink>}
        >
          {t("agreement.desk.noOrganisationBody")}
        </EmptyState>
      </Page>
    )
  const total = Object.values(counts).reduce((sum, one) => sum + one, 0)
  return (
    <Page>
      <PageHeading
        title={t("agreement.desk.title")}
        lede={t("agreement.desk.lede", { organisation })}
        actions={mayStart ? start : null}
      />
      <TabLinks
        label={t("agreement.desk.filter")}
        items={[
          { href: here, label: t("agreement.desk.all"), current: status === null, count: total },
          ...shownStates
            .filter((state) => counts[state] || state === status)
            .map((state) => ({
              href: withQuery(here, { status: state }),
              label: t(`agreement.status.${state}`),
              current: state === status,
              count: counts[state] ?? 0,
            })),
        ]}
      />
      {entries.length === 0 ? (
        <EmptyState
          art="agreement"
          title={t(status === null ? "agreement.desk.empty" : "agreement.desk.emptyFilter")}
          actions={mayStart && status === null ? start : null}
        >
          {status === null ? t("agreement.desk.emptyBody") : null}
        </EmptyState>
      ) : (
        <>
          <p className="tabular text-sm text-ink-soft">{t("agreement.desk.count", { count })}</p>
          <DeskTable entries={entries} />
        </>
      )}
      <Pagination
        previous={filter.cursor ? withQuery(here, { status }) : undefined}
        next={next ? withQuery(here, { status, cursor: next }) : undefined}
      />
    </Page>
  )
}
