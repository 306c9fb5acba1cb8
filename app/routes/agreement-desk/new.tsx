import { useLoaderData } from "@remix-run/react"
import { startForm } from "#app/domain/agreement/schema.ts"
import { listPartners, startAgreement } from "#app/domain/agreement/start.server.ts"
import { newId } from "#app/domain/kernel/ids.ts"
import { redirectWith } from "#app/http/flash.server.ts"
import { parseForm } from "#app/http/form.server.ts"
import { useFormState } from "#app/http/form.ts"
import { actionFor, loaderFor } from "#app/http/handler.server.ts"
import { metaFrom } from "#app/http/meta.ts"
import { useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { ButtonLink, EmptyState, Page, PageHeading } from "#app/ui/index.ts"
import { Refused } from "../parts/refused.tsx"
import { StartFields } from "./parts/start-fields.tsx"

export const loader = loaderFor("agreement.start", async ({ ctx, url }) => ({
  partners: await listPartners(ctx),
  chosen: url.searchParams.get("mitra") ?? "",
  id: newId(),
}))

export const action = actionFor("agreement.start", async ({ ctx, form }) => {
  const code = await startAgreement(ctx, parseForm(form, startForm))
  return redirectWith(ctx, paths.agreementDraft(code), "agreementStarted")
})

export const meta = metaFrom("agreement.start.title")

export default function NewAgreement() {
  const { partners, chosen, id } = useLoaderData<typeof loader>()
  const t = useT()
  const to = useLocalPath()
  const form = useFormState({ partner: chosen, id })
  return (
    <Page width="text">
      <PageHeading title={t("agreement.start.title")} lede={t("agreement.start.lede")} />
      <Refused form={form} />
      {partners.length === 0 ? (
        <EmptyState
          art="people"
          title={t("agreement.start.noPartners")}
          actions={<ButtonLink href={to(paths.agreementDesk())}>{t("common.back")}</ButtonLink>}
        >
          {t("agreement.start.noPartnersBody")}
        </EmptyState>
      ) : (
        <StartFields form={form} partners={partners} />
      )}
    </Page>
  )
}
