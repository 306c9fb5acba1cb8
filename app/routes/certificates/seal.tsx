import { useLoaderData } from "@remix-run/react"
import { sealCertificate, sealingView } from "#app/domain/programme/certificate/sealing.server.ts"
import { signingForm } from "#app/domain/signature/schema.ts"
import { redirectWith } from "#app/http/flash.server.ts"
import { parseForm } from "#app/http/form.server.ts"
import { useFormState } from "#app/http/form.ts"
import { actionFor, loaderFor } from "#app/http/handler.server.ts"
import { metaFrom } from "#app/http/meta.ts"
import { useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { Notice, Page } from "#app/ui/index.ts"
import { Refused } from "../parts/refused.tsx"
import { certificateOf, mandateOf } from "../signing/parts/power.server.ts"
import { certificateFor, headOf } from "./parts/certificate-head.server.ts"
import { CertificateHeading } from "./parts/certificate-heading.tsx"
import { SealingDesk } from "./parts/sealing-desk.tsx"

export const loader = loaderFor("certificate.seal", async ({ ctx, params }) => {
  const { learner, sealing } = await sealingView(ctx, params.id ?? "")
  const head = { ...headOf(ctx, learner), host: learner.hostName }
  if (!sealing) return { head, sealing: null }
  const { certificate, power } = sealing
  return {
    head,
    sealing: {
      document: certificate.input,
      number: certificate.number,
      sha256: certificate.baseSha256,
      mandate: mandateOf(power.mandate),
      certificate: certificateOf(power.certificate),
      obstacle: power.obstacle,
    },
  }
})

export type SealingData = Awaited<ReturnType<typeof loader>>

export const action = actionFor("certificate.seal", async ({ ctx, params, form }) => {
  await certificateFor(ctx, params.id, "certificate.seal")
  const { read: _, ...order } = parseForm(form, signingForm)
  await sealCertificate(ctx, params.id ?? "", order)
  return redirectWith(ctx, paths.certificate(params.id ?? ""), "certificateSealed")
})

export const meta = metaFrom("certificate.seal.title")

export default function SealPage() {
  const { head, sealing } = useLoaderData<typeof loader>()
  const t = useT()
  const form = useFormState()
  return (
    <Page width="text">
      <CertificateHeading
        head={head}
        title={t("certificate.seal.title")}
        eyebrow={sealing ? t("certificate.seal.eyebrow", { number: sealing.number }) : undefined}
        lede={t("certificate.seal.lede")}
      />
      <Refused form={form} />
      {sealing ? (
        <SealingDesk head={head} sealing={sealing} form={form} />
      ) : (
        <Notice kind="warning" title={t("certificate.seal.nothing")}>
          {t("errors.flow.step")}
        </Notice>
      )}
    </Page>
  )
}
