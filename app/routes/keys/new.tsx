import { useLoaderData } from "@remix-run/react"
import { enrolKey, enrolmentOffer } from "#app/domain/signature/enrolment.server.ts"
import { enrolmentForm } from "#app/domain/signature/schema.ts"
import { redirectWith } from "#app/http/flash.server.ts"
import { parseForm } from "#app/http/form.server.ts"
import { errorText, useFormState } from "#app/http/form.ts"
import { actionFor, loaderFor } from "#app/http/handler.server.ts"
import { metaFrom } from "#app/http/meta.ts"
import { formatDate } from "#app/i18n/format.ts"
import { useLocale, useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { ButtonLink, DefinitionList, ErrorSummary, Notice, Page, PageHeading, Section, Sheet } from "#app/ui/index.ts"
import { EnrolmentForm } from "./parts/enrolment-form.tsx"

export const loader = loaderFor("key.enrol", ({ ctx, params }) => enrolmentOffer(ctx, params.mandateId!))

export const action = actionFor("key.enrol", async ({ ctx, params, form }) => {
  await enrolmentOffer(ctx, params.mandateId!)
  await enrolKey(ctx, params.mandateId!, parseForm(form, enrolmentForm))
  return redirectWith(ctx, paths.keys(), "keyEnrolled")
})

export const meta = metaFrom("signing.enrol.title")

export default function NewKey() {
  const offer = useLoaderData<typeof loader>()
  const t = useT()
  const to = useLocalPath()
  const locale = useLocale()
  const form = useFormState()
  return (
    <Page width="text">
      <PageHeading
        title={t("signing.enrol.title")}
        lede={t("signing.enrol.lede", { office: offer.office, organisation: offer.organisationName })}
      />
      <ErrorSummary {...form.errorSummary} />
      {offer.obstacle ? (
        <Notice
          kind="warning"
          title={t("signing.enrol.blocked")}
          actions={
            <ButtonLink href={to(paths.keys())} kind="quiet">
              {t("signing.enrol.toKeys")}
            </ButtonLink>
          }
        >
          {errorText(locale, offer.obstacle, { office: offer.office })}
        </Notice>
      ) : (
        <>
          <Section title={t("signing.enrol.inCertificate")} lede={t("signing.enrol.inCertificateLede")}>
            <Sheet>
              <DefinitionList
                items={[
                  { term: t("signing.enrol.name"), value: offer.holderName },
                  { term: t("signing.enrol.office"), value: offer.office },
                  { term: t("signing.enrol.organisation"), value: offer.organisationName },
                  { term: t("signing.enrol.validUntil"), value: formatDate(locale, offer.validUntil) },
                ]}
              />
            </Sheet>
          </Section>
          <EnrolmentForm form={form} />
        </>
      )}
    </Page>
  )
}
