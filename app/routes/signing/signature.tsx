import { useLoaderData } from "@remix-run/react"
import { composeAgreement } from "#app/domain/agreement/document/compose.ts"
import { signAgreement, signingView } from "#app/domain/agreement/signing.server.ts"
import { signingForm } from "#app/domain/signature/schema.ts"
import { redirectWith } from "#app/http/flash.server.ts"
import { parseForm } from "#app/http/form.server.ts"
import { useFormState } from "#app/http/form.ts"
import { actionFor, loaderFor } from "#app/http/handler.server.ts"
import { metaFrom } from "#app/http/meta.ts"
import { useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { Notice, Page } from "#app/ui/index.ts"
import { caseFor } from "../agreement-desk/parts/case-head.server.ts"
import { CaseHeading } from "../agreement-desk/parts/case-heading.tsx"
import { Refused } from "../parts/refused.tsx"
import { certificateOf, mandateOf } from "./parts/power.server.ts"
import { SigningDesk } from "./parts/signing-desk.tsx"

export const loader = loaderFor("agreement.sign", async ({ ctx, params }) => {
  const { agreement, own, other, signing } = await signingView(ctx, params.code!)
  const { code, title, status } = agreement
  const head = { code, title, status, organisation: own.organisationName, otherRegion: other.regionName }
  if (!signing) return { head, signing: null }
  const { document, power, ownSeal, since, last } = signing
  return {
    head,
    signing: {
      text: composeAgreement(document.input),
      revision: {
        ordinal: document.newest.ordinal,
        complete: agreement.parties.length,
        sha256: document.newest.sha256,
      },
      parties: agreement.parties,
      seals: document.seals,
      mandate: mandateOf(power.mandate),
      certificate: certificateOf(power.certificate),
      obstacle: power.obstacle,
      ownSeal,
      since,
      last,
    },
  }
})

export type SigningData = Awaited<ReturnType<typeof loader>>

export const action = actionFor("agreement.sign", async ({ ctx, params, form }) => {
  await caseFor(ctx, params.code, "agreement.sign")
  const { read: _, ...order } = parseForm(form, signingForm)
  const outcome = await signAgreement(ctx, params.code!, order)
  return outcome === "in_force"
    ? redirectWith(ctx, paths.agreement(params.code!), "agreementInForce")
    : redirectWith(ctx, paths.agreementCase(params.code!), "agreementSealed")
})

export const meta = metaFrom("signing.sign.title")

export default function Signature() {
  const { head, signing } = useLoaderData<typeof loader>()
  const t = useT()
  const form = useFormState()
  return (
    <Page width="text">
      <CaseHeading
        head={head}
        title={t("signing.sign.title")}
        eyebrow={t("signing.sign.eyebrow", { code: head.code })}
        lede={t("signing.sign.lede")}
      />
      <Refused form={form} />
      {signing ? (
        <SigningDesk head={head} signing={signing} form={form} />
      ) : (
        <Notice kind="warning" title={t(`agreement.status.${head.status}`)}>
          {t("errors.flow.step")}
        </Notice>
      )}
    </Page>
  )
}
