import { useLoaderData } from "@remix-run/react"
import { withdrawApproval } from "#app/domain/agreement/approval.server.ts"
import { transitionForm } from "#app/domain/agreement/schema.ts"
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

export const loader = loaderFor("agreement.approve", async ({ ctx, params }) => {
  const { head } = await caseFor(ctx, params.code, "agreement.approve")
  return { head }
})

export const action = actionFor("agreement.approve", async ({ ctx, params, form }) => {
  await caseFor(ctx, params.code, "agreement.approve")
  await withdrawApproval(ctx, params.code ?? "", parseForm(form, transitionForm))
  return redirectWith(ctx, paths.agreementCase(params.code ?? ""), "approvalWithdrawn")
})

export const meta = metaFrom("agreement.approvalWithdrawal.title")

export default function ApprovalWithdrawal() {
  const { head } = useLoaderData<typeof loader>()
  const t = useT()
  return (
    <Page width="text">
      <CaseHeading
        head={head}
        title={t("agreement.approvalWithdrawal.title")}
        lede={t("agreement.approvalWithdrawal.lede", { version: head.versionNumber })}
      />
      <Transition head={head} steps={["withdrawApproval"]} submit={t("agreement.approvalWithdrawal.submit")} danger />
    </Page>
  )
}
