import { useLoaderData } from "@remix-run/react"
import { officialDay } from "#app/domain/kernel/clock.ts"
import { preparationView, prepareCertificate } from "#app/domain/programme/certificate/preparation.server.ts"
import { preparationForm } from "#app/domain/programme/certificate/schema.ts"
import { redirectWith } from "#app/http/flash.server.ts"
import { parseForm } from "#app/http/form.server.ts"
import { actionFor, loaderFor } from "#app/http/handler.server.ts"
import { metaFrom } from "#app/http/meta.ts"
import { useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { Notice, Page, Section } from "#app/ui/index.ts"
import { certificateFor, headOf } from "./parts/certificate-head.server.ts"
import { CertificateHeading } from "./parts/certificate-heading.tsx"
import { PreparationFields } from "./parts/preparation-fields.tsx"
import { PrintedFacts } from "./parts/printed-facts.tsx"

export const loader = loaderFor("certificate.prepare", async ({ ctx, params }) => {
  const { learner, record, issuers, obstacle } = await preparationView(ctx, params.id ?? "")
  return {
    head: headOf(ctx, learner),
    lockVersion: learner.lockVersion,
    today: officialDay(ctx.now),
    obstacle,
    issuers: issuers.map(({ mandateId, holder, office }) => ({ mandateId, holder, office })),
    facts: {
      learner: { name: learner.name, ...record.learner },
      programme: {
        title: learner.programmeTitle,
        cohort: learner.cohortName,
        host: learner.hostName,
        from: record.from,
        until: record.until,
      },
      agreement: record.agreement,
      subjects: record.subjects,
      hours: record.hours,
    },
  }
})

export type PreparationData = Awaited<ReturnType<typeof loader>>

export const action = actionFor("certificate.prepare", async ({ ctx, params, form }) => {
  await certificateFor(ctx, params.id, "certificate.prepare")
  await prepareCertificate(ctx, params.id ?? "", parseForm(form, preparationForm))
  return redirectWith(ctx, paths.certificate(params.id ?? ""), "certificatePrepared")
})

export const meta = metaFrom("certificate.prepare.title")

export default function PreparationPage() {
  const data = useLoaderData<typeof loader>()
  const t = useT()
  const { head, obstacle, facts } = data
  return (
    <Page width="text">
      <CertificateHeading
        head={head}
        title={t("certificate.prepare.title")}
        lede={t("certificate.prepare.lede", { name: head.name })}
      />
      {obstacle ? (
        <Notice kind="warning" title={t("certificate.prepare.blocked")}>
          {t(`errors.${obstacle}`)}
        </Notice>
      ) : null}
      <PreparationFields data={data} />
      <Section title={t("certificate.prepare.what")} ruled>
        <PrintedFacts facts={facts} />
      </Section>
    </Page>
  )
}
