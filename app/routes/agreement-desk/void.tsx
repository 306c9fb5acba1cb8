import { useLoaderData } from "@remix-run/react"
import { reasonForm } from "#app/domain/agreement/schema.ts"
import { voidLock } from "#app/domain/agreement/voiding.server.ts"
import { redirectWith } from "#app/http/flash.server.ts"
import { parseForm } from "#app/http/form.server.ts"
import { actionFor, loaderFor } from "#app/http/handler.server.ts"
import { metaFrom } from "#app/http/meta.ts"
import { useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { Page } from "#app/ui/index.ts"
import { caseFor } from "./parts/case-head.server.ts"
import { CaseHeading } from "./parts/case-heading.tsx"
import { Transition } from "./parts/transition.tsx"

export const loader = loaderFor("agreement.void", async ({ ctx, params }) => {
  const { head, agreement } = await caseFor(ctx, params.code, "agreement.void")
  return { head, round: agreement.round }
})

export const action = actionFor("agreement.void", async ({ ctx, params, form }) => {
  await caseFor(ctx, params.code, "agreement.void")
  await voidLock(ctx, params.code ?? "", parseForm(form, reasonForm))
  return redirectWith(ctx, paths.agreementCase(params.code ?? ""), "agreementVoided")
})

export const meta = metaFrom("agreement.void.title")

export default function Voiding() {
  const { head, round } = useLoaderData<typeof loader>()
  const t = useT()
  return (
    <Page width="text">
      <CaseHeading head={head} title={t("agreement.void.title")} lede={t("agreement.void.lede", { round })} />
      <Transition
        head={head}
        steps={["void"]}
        reason={t("agreement.void.reason")}
        submit={t("agreement.void.submit")}
        danger
      />
    </Page>
  )
}
