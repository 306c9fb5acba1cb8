import { useLoaderData } from "@remix-run/react"
import { approvalsOf, approveVersion } from "#app/domain/agreement/approval.server.ts"
import { composeAgreement } from "#app/domain/agreement/document/compose.ts"
import { lockWarnings } from "#app/domain/agreement/lock-warnings.ts"
import { missingParticulars } from "#app/domain/agreement/particulars.ts"
import { sidesOf } from "#app/domain/agreement/queries.server.ts"
import { approvalForm } from "#app/domain/agreement/schema.ts"
import { readAgreementSettings } from "#app/domain/agreement/settings.server.ts"
import { firstVisibleVersion, getVersion } from "#app/domain/agreement/versions.server.ts"
import { officialDay } from "#app/domain/kernel/clock.ts"
import { redirectWith } from "#app/http/flash.server.ts"
import { parseForm } from "#app/http/form.server.ts"
import { actionFor, loaderFor } from "#app/http/handler.server.ts"
import { metaFrom } from "#app/http/meta.ts"
import { withQuery } from "#app/http/query.ts"
import { useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { ButtonLink, Notice, Page, Section, Sheet } from "#app/ui/index.ts"
import { ContractText } from "../agreements/parts/contract-text.tsx"
import { caseFor } from "./parts/case-head.server.ts"
import { CaseHeading } from "./parts/case-heading.tsx"
import { previewOf } from "./parts/preview.server.ts"
import { Transition } from "./parts/transition.tsx"
import { VersionFacts } from "./parts/version-facts.tsx"
import { Warnings } from "./parts/warnings.tsx"

export const loader = loaderFor("agreement.approve", async ({ ctx, params }) => {
  const { agreement, head } = await caseFor(ctx, params.code, "agreement.approve")
  const { own, other } = sidesOf(agreement)
  const { content, ...version } = await getVersion(ctx, agreement, agreement.versionNumber)
  const { document } = await previewOf(ctx, agreement, { ...version, content })
  const approvals = await approvalsOf(ctx, agreement)
  const settings = await readAgreementSettings(ctx.db)
  const approvedBy = (id: string) => approvals.some(({ organisationId }) => organisationId === id)
  return {
    head,
    version,
    region: version.authorOrganisationId === own.organisationId ? own.regionName : other.regionName,
    text: composeAgreement(document),
    before: version.number > (firstVisibleVersion(agreement) ?? version.number) ? version.number - 1 : null,
    missing: missingParticulars(content),
    warnings: lockWarnings(document, content, settings, officialDay(ctx.now)),
    ownApproved: approvedBy(own.organisationId),
    otherApproved: approvedBy(other.organisationId),
  }
})

export const action = actionFor("agreement.approve", async ({ ctx, params, form }) => {
  await caseFor(ctx, params.code, "agreement.approve")
  const outcome = await approveVersion(ctx, params.code ?? "", parseForm(form, approvalForm))
  const flash = outcome === "agreed" ? "agreementAgreed" : "agreementApproved"
  return redirectWith(ctx, paths.agreementCase(params.code ?? ""), flash)
})

export const meta = metaFrom("agreement.case.action.approve")

export default function Approval() {
  const { head, version, region, text, before, missing, warnings, ownApproved, otherApproved } =
    useLoaderData<typeof loader>()
  const t = useT()
  const to = useLocalPath()
  const { code } = head
  const names = missing.map((name) => t(`agreement.head.${name}`)).join(", ")
  return (
    <Page width="text">
      <CaseHeading
        head={head}
        title={t("agreement.approval.title", { version: version.number })}
        lede={t("agreement.approval.lede")}
        actions={
          before === null ? undefined : (
            <ButtonLink
              href={withQuery(to(paths.agreementComparison(code)), { before, after: version.number })}
              kind="quiet"
              icon="compare"
            >
              {t("agreement.approval.changes", { before })}
            </ButtonLink>
          )
        }
      />
      <Transition
        head={head}
        steps={["approve"]}
        fields={{ version: String(version.number), sha256: version.sha256 }}
        submit={t("agreement.approval.submit", { version: version.number })}
        blocked={ownApproved}
      >
        {ownApproved ? <Notice kind="success">{t("agreement.approval.already")}</Notice> : null}
        <VersionFacts version={version} region={region} />
        <Warnings title={t("agreement.approval.warnings")} warnings={warnings} />
        {missing.length > 0 ? (
          <Notice kind="warning">{t("agreement.approval.missingParticulars", { names })}</Notice>
        ) : null}
        <Section title={t("agreement.contractText")} id="naskah" ruled>
          <Sheet as="article">
            <ContractText agreement={text} />
          </Sheet>
        </Section>
        {ownApproved ? null : (
          <Notice>
            {t(otherApproved ? "agreement.approval.second" : "agreement.approval.first", { region: head.otherRegion })}
          </Notice>
        )}
      </Transition>
    </Page>
  )
}
