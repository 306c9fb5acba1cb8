import { useLoaderData } from "@remix-run/react"
import { composeAgreement } from "#app/domain/agreement/document/compose.ts"
import { lockObstacles } from "#app/domain/agreement/lock-obstacles.ts"
import { lockWarnings } from "#app/domain/agreement/lock-warnings.ts"
import { lockAgreement } from "#app/domain/agreement/locking.server.ts"
import { transitionForm } from "#app/domain/agreement/schema.ts"
import { readAgreementSettings } from "#app/domain/agreement/settings.server.ts"
import { getVersion } from "#app/domain/agreement/versions.server.ts"
import { officialDay } from "#app/domain/kernel/clock.ts"
import { redirectWith } from "#app/http/flash.server.ts"
import { parseForm } from "#app/http/form.server.ts"
import { actionFor, loaderFor } from "#app/http/handler.server.ts"
import { metaFrom } from "#app/http/meta.ts"
import { useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { Notice, Page, Section, Sheet } from "#app/ui/index.ts"
import { ContractText } from "../agreements/parts/contract-text.tsx"
import { caseFor } from "./parts/case-head.server.ts"
import { CaseHeading } from "./parts/case-heading.tsx"
import { LockFacts } from "./parts/lock-facts.tsx"
import { Obstacles } from "./parts/obstacles.tsx"
import { previewOf } from "./parts/preview.server.ts"
import { Transition } from "./parts/transition.tsx"
import { Warnings } from "./parts/warnings.tsx"

export const loader = loaderFor("agreement.lock", async ({ ctx, params }) => {
  const { agreement, head } = await caseFor(ctx, params.code, "agreement.lock")
  const version = await getVersion(ctx, agreement, agreement.versionNumber)
  const { document, signatories } = await previewOf(ctx, agreement, version)
  const settings = await readAgreementSettings(ctx.db)
  const { place, signingDate, periodFrom, periodUntil } = version.content
  return {
    head,
    text: composeAgreement(document),
    facts: { place, signingDate, periodFrom, periodUntil, sha256: version.sha256 },
    parties: document.parties,
    obstacles: agreement.status === "agreed" ? lockObstacles(agreement, signatories) : [],
    warnings: lockWarnings(document, version.content, settings, officialDay(ctx.now)),
  }
})

export const action = actionFor("agreement.lock", async ({ ctx, params, form }) => {
  await caseFor(ctx, params.code, "agreement.lock")
  await lockAgreement(ctx, params.code ?? "", parseForm(form, transitionForm))
  return redirectWith(ctx, paths.agreementCase(params.code ?? ""), "agreementLocked")
})

export const meta = metaFrom("agreement.lock.title")

export default function Lock() {
  const { head, text, facts, parties, obstacles, warnings } = useLoaderData<typeof loader>()
  const t = useT()
  return (
    <Page width="text">
      <CaseHeading head={head} title={t("agreement.lock.title")} lede={t("agreement.lock.lede")} />
      <Transition
        head={head}
        steps={["lock"]}
        submit={t("agreement.lock.submit", { version: head.versionNumber })}
        blocked={obstacles.length > 0}
      >
        <Obstacles title={t("agreement.lock.obstacles")} obstacles={obstacles} />
        <Warnings title={t("agreement.lock.warnings")} warnings={warnings} note={t("agreement.lock.warningsNote")} />
        <Section title={t("agreement.lock.what")} id="yang-dikunci" ruled>
          <LockFacts facts={facts} parties={parties} version={head.versionNumber} />
        </Section>
        <Section title={t("agreement.contractText")} id="naskah" ruled>
          <Sheet as="article">
            <ContractText agreement={text} />
          </Sheet>
        </Section>
        <Notice>{t("agreement.lock.undo")}</Notice>
      </Transition>
    </Page>
  )
}
