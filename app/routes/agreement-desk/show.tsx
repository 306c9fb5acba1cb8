import { useLoaderData } from "@remix-run/react"
import { loaderFor } from "#app/http/handler.server.ts"
import { pageMeta } from "#app/http/meta.ts"
import { useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { Badge, Breadcrumbs, Cluster, Page, PageHeading, Section, Split } from "#app/ui/index.ts"
import { AgreementState } from "../agreements/parts/agreement-state.tsx"
import { Milestones } from "../agreements/parts/milestones.tsx"
import { Approvals } from "./parts/approvals.tsx"
import { CaseFacts } from "./parts/case-facts.tsx"
import { caseView } from "./parts/case-view.server.ts"
import { Documents } from "./parts/documents.tsx"
import { NextStep } from "./parts/next-step.tsx"
import { Obstacles } from "./parts/obstacles.tsx"
import { OtherActions } from "./parts/other-actions.tsx"
import { Stages } from "./parts/stages.tsx"
import { VersionsTable } from "./parts/versions-table.tsx"

export const loader = loaderFor("agreement.read", ({ ctx, params }) => caseView(ctx, params.code ?? ""))

type Data = Awaited<ReturnType<typeof loader>>

export const meta = ({ data }: { data: Data | undefined }) => (data ? pageMeta(data.head.title) : [])

export default function Case() {
  const view = useLoaderData<typeof loader>() as Data
  const t = useT()
  const to = useLocalPath()
  const { head, parties, obstacles, events } = view
  const { status } = head
  const negotiated = status === "negotiation" || status === "agreed"
  return (
    <Page width="wide">
      <Breadcrumbs
        items={[{ href: to(paths.agreementDesk()), label: t("agreement.desk.title") }, { label: head.code }]}
      />
      <PageHeading
        eyebrow={t("agreement.kind.kesepakatan_bersama")}
        title={head.title}
        lang="id"
        lede={t("agreement.between", {
          first: parties[0]?.regionName ?? "",
          second: parties[1]?.regionName ?? "",
        })}
        meta={
          <Cluster gap="xs">
            <AgreementState status={status} />
            {view.demo ? <Badge>{t("common.demo")}</Badge> : null}
          </Cluster>
        }
      />
      <Stages status={status} />
      <NextStep view={view} />
      <Split
        asideLabel={t("agreement.show.facts")}
        aside={
          <>
            <Section title={t("agreement.show.facts")} id="ringkasan">
              <CaseFacts view={view} />
            </Section>
            <OtherActions view={view} />
          </>
        }
      >
        {negotiated ? (
          <Section title={t("agreement.case.approvals", { version: head.versionNumber })} id="persetujuan" ruled>
            <Approvals view={view} />
          </Section>
        ) : null}
        {status === "agreed" ? <Obstacles title={t("agreement.case.obstacles")} obstacles={obstacles} /> : null}
        <Documents view={view} />
        <Section title={t("agreement.case.versions")} id="versi" ruled>
          <VersionsTable view={view} />
        </Section>
        <Section title={t("agreement.case.timeline")} id="riwayat" ruled>
          <Milestones events={events} label={t("agreement.case.timeline")} />
        </Section>
      </Split>
    </Page>
  )
}
