import { useLoaderData } from "@remix-run/react"
import { withdrawAgreement } from "#app/domain/agreement/ending.server.ts"
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

export const loader = loaderFor("agreement.withdraw", async ({ ctx, params }) => {
  const { head } = await caseFor(ctx, params.code, "agreement.withdraw")
  return { head }
})

export const action = actionFor("agreement.withdraw", async ({ ctx, params, form }) => {
  await caseFor(ctx, params.code, "agreement.withdraw")
  await withdrawAgreement(ctx, params.code ?? "", parseForm(form, reasonForm))
  return redirectWith(ctx, paths.agreementCase(params.code ?? ""), "agreementWithdrawn")
})

export const meta = metaFrom("agreement.withdrawal.title")

export default function Withdrawal() {
  const { head } = useLoaderData<typeof loader>()
  const t = useT()
  return (
    <Page width="text">
      <CaseHeading
        head={head}
        title={t("agreement.withdrawal.title")}
        lede={t("agreement.withdrawal.lede", { region: head.otherRegion })}
      />
      <Transition
        head={head}
        steps={["withdraw"]}
        reason={t("agreement.withdrawal.reason")}
        submit={t("agreement.withdrawal.submit")}
        danger
      />
    </Page>
  )
}
