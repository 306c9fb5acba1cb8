import { useLoaderData } from "@remix-run/react"
import { listMandateQueue } from "#app/domain/organisation/mandate-queries.server.ts"
import { listOrganisationQueue, queueCounts } from "#app/domain/organisation/queue.server.ts"
import { loaderFor } from "#app/http/handler.server.ts"
import { metaFrom } from "#app/http/meta.ts"
import { withQuery } from "#app/http/query.ts"
import { useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { Anchor, EmptyState, Page, PageHeading, Section, Tally } from "#app/ui/index.ts"
import { MandateTable } from "../mandates/parts/mandate-table.tsx"
import { NextCase } from "./parts/next-case.tsx"
import { OrganisationQueueTable } from "./parts/organisation-queue-table.tsx"

const shown = 5

export const loader = loaderFor("organisation.examine", async ({ ctx }) => {
  const organisations = await listOrganisationQueue(ctx, { status: "submitted", strand: null, q: "", cursor: null })
  const mandates = await listMandateQueue(ctx, { status: "entered", cursor: null })
  return {
    counts: await queueCounts(ctx),
    organisations: { entries: organisations.entries.slice(0, shown), count: organisations.count },
    mandates: { entries: mandates.entries.slice(0, shown), count: mandates.count },
  }
})

export const meta = metaFrom("organisation.admin.title")

export default function Secretariat() {
  const { counts, organisations, mandates } = useLoaderData<typeof loader>()
  const t = useT()
  const to = useLocalPath()
  const queue = to(paths.verificationQueue())
  const inState = (keadaan: "verified" | "refused" | "suspended") => ({
    label: t(`organisation.admin.${keadaan}`),
    value: counts.organisations[keadaan] ?? 0,
    href: withQuery(queue, { keadaan }),
  })
  return (
    <Page>
      <PageHeading title={t("organisation.admin.title")} lede={t("organisation.admin.lede")} />
      <NextCase organisation={organisations.entries[0]} mandate={mandates.entries[0]} />
      <Tally
        items={[
          { label: t("organisation.admin.waitingOrganisations"), value: organisations.count, href: queue },
          { label: t("organisation.admin.waitingMandates"), value: mandates.count, href: to(paths.mandateQueue()) },
          inState("verified"),
          inState("refused"),
          inState("suspended"),
        ]}
      />
      <Section
        title={t("organisation.admin.waitingOrganisations")}
        id="organisasi"
        actions={<Anchor href={queue}>{t("organisation.admin.allOrganisations")}</Anchor>}
      >
        {organisations.entries.length === 0 ? (
          <EmptyState art="inbox" title={t("organisation.admin.empty")}>
            {t("organisation.admin.emptyBody")}
          </EmptyState>
        ) : (
          <OrganisationQueueTable
            entries={organisations.entries}
            caption={t("organisation.admin.waitingOrganisations")}
          />
        )}
      </Section>
      <Section
        title={t("organisation.admin.waitingMandates")}
        id="mandat"
        actions={<Anchor href={to(paths.mandateQueue())}>{t("organisation.admin.allMandates")}</Anchor>}
      >
        {mandates.entries.length === 0 ? (
          <EmptyState art="inbox" title={t("organisation.admin.mandatesEmpty")}>
            {t("organisation.admin.mandatesEmptyBody")}
          </EmptyState>
        ) : (
          <MandateTable
            mandates={mandates.entries}
            href={paths.mandateCase}
            caption={t("organisation.admin.waitingMandates")}
            withOrganisation
          />
        )}
      </Section>
    </Page>
  )
}
