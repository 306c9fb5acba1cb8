import { useLoaderData } from "@remix-run/react"
import { cancelAgreement } from "#app/domain/agreement/ending.server.ts"
import { reasonForm } from "#app/domain/agreement/schema.ts"
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

export const loader = loaderFor("agreement.cancel", async ({ ctx, params }) => {
  const { head } = await caseFor(ctx, params.code, "agreement.cancel")
  return { head }
})

export const action = actionFor("agreement.cancel", async ({ ctx, params, form }) => {
  await caseFor(ctx, params.code, "agreement.cancel")
  await cancelAgreement(ctx, params.code ?? "", parseForm(form, reasonForm))
  return redirectWith(ctx, paths.agreementCase(params.code ?? ""), "agreementCancelled")
})

export const meta = metaFrom("agreement.cancellation.title")

export default function Cancellation() {
  const { head } = useLoaderData<typeof loader>()
  const t = useT()
  return (
    <Page width="text">
      <CaseHeading
        head={head}
        title={t("agreement.cancellation.title")}
        lede={t("agreement.cancellation.lede", { region: head.otherRegion })}
      />
      <Transition
        head={head}
        steps={["cancel"]}
        reason={t("agreement.cancellation.reason")}
        submit={t("agreement.cancellation.submit")}
        danger
      />
    </Page>
  )
}
