import { useLoaderData } from "@remix-run/react"
import { composeAgreement } from "#app/domain/agreement/document/compose.ts"
import { agreementFlow } from "#app/domain/agreement/flow.ts"
import { firstVisibleVersion, getVersion } from "#app/domain/agreement/versions.server.ts"
import { stepsFrom } from "#app/domain/kernel/flow.ts"
import { can } from "#app/domain/policy/table.ts"
import { loaderFor } from "#app/http/handler.server.ts"
import { localeOf } from "#app/http/locale.ts"
import { pageMeta } from "#app/http/meta.ts"
import { withQuery } from "#app/http/query.ts"
import { translator } from "#app/i18n/messages.ts"
import { useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { ButtonLink, Notice, Page, Section, Sheet, Split } from "#app/ui/index.ts"
import { ContractText } from "../agreements/parts/contract-text.tsx"
import { usePeriod } from "../agreements/parts/period.ts"
import { caseFor } from "./parts/case-head.server.ts"
import { CaseHeading } from "./parts/case-heading.tsx"
import { previewOf } from "./parts/preview.server.ts"
import { VersionFacts } from "./parts/version-facts.tsx"
import { versionNumber } from "./parts/version-number.ts"

export const loader = loaderFor("agreement.read", async ({ ctx, params }) => {
  const { agreement, head } = await caseFor(ctx, params.code, "agreement.read")
  const { content, ...version } = await getVersion(ctx, agreement, versionNumber(params.number ?? ""))
  const { document } = await previewOf(ctx, agreement, { ...version, content })
  const first = firstVisibleVersion(agreement) ?? version.number
  const editable = stepsFrom(agreementFlow, agreement.status).some((step) => step === "redraft" || step === "revise")
  return {
    head,
    version,
    region: agreement.parties.find((party) => party.organisationId === version.authorOrganisationId)?.regionName ?? "",
    period: { periodFrom: content.periodFrom, periodUntil: content.periodUntil },
    text: composeAgreement(document),
    before: version.number > first ? version.number - 1 : null,
    mayEdit: editable && version.number === agreement.versionNumber && can(ctx.actor, "agreement.draft", agreement),
  }
})

type Data = Awaited<ReturnType<typeof loader>>

export const meta = ({ data, location }: { data: Data | undefined; location: { pathname: string } }) =>
  data
    ? pageMeta(
        `${translator(localeOf(location.pathname))("agreement.version", { number: data.version.number })}: ${data.head.title}`,
      )
    : []

export default function VersionPage() {
  const { head, version, region, period, text, before, mayEdit } = useLoaderData<typeof loader>()
  const t = useT()
  const to = useLocalPath()
  const inWords = usePeriod()
  const { code } = head
  const newest = version.number === head.versionNumber
  return (
    <Page width="wide">
      <CaseHeading
        head={head}
        title={t("agreement.versions.title", { number: version.number })}
        eyebrow={newest ? t("agreement.versions.newest") : undefined}
        lede={<span lang="id">{text.title}</span>}
        actions={
          <>
            {mayEdit ? (
              <ButtonLink href={to(paths.agreementDraft(code))} icon="edit">
                {t("agreement.versions.edit")}
              </ButtonLink>
            ) : null}
            {before === null ? null : (
              <ButtonLink
                href={withQuery(to(paths.agreementComparison(code)), { before, after: version.number })}
                kind="quiet"
                icon="compare"
              >
                {t("agreement.versions.compare")}
              </ButtonLink>
            )}
          </>
        }
      />
      {newest ? null : (
        <Notice
          title={t("agreement.versions.older")}
          actions={
            <ButtonLink href={to(paths.agreementVersion(code, head.versionNumber))} kind="quiet" size="sm">
              {t("agreement.versions.openNewest", { number: head.versionNumber })}
            </ButtonLink>
          }
        />
      )}
      <Split aside={<VersionFacts version={version} region={region} />} asideLabel={t("agreement.show.facts")}>
        <Section
          title={t("agreement.contractText")}
          id="naskah"
          lede={`${t("agreement.head.period")}: ${inWords(period)}`}
        >
          <Sheet as="article">
            <ContractText agreement={text} />
          </Sheet>
        </Section>
      </Split>
    </Page>
  )
}
