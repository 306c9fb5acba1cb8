import { useLoaderData } from "@remix-run/react"
import { proposalLimits } from "#app/domain/proposal/limits.ts"
import { withdrawalForm } from "#app/domain/proposal/schema.ts"
import { withdrawProposal } from "#app/domain/proposal/withdrawal.server.ts"
import { redirectWith } from "#app/http/flash.server.ts"
import { parseForm } from "#app/http/form.server.ts"
import { actionFor, loaderFor } from "#app/http/handler.server.ts"
import { metaFrom } from "#app/http/meta.ts"
import { useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { Page } from "#app/ui/index.ts"
import { Transition } from "../parts/transition.tsx"
import { caseFor } from "./parts/case-head.server.ts"
import { CaseHeading } from "./parts/case-heading.tsx"

export const loader = loaderFor("proposal.withdraw", async ({ ctx, params }) => {
  const { head } = await caseFor(ctx, params.code, "proposal.withdraw")
  return { head }
})

export const action = actionFor("proposal.withdraw", async ({ ctx, params, form }) => {
  const { head } = await caseFor(ctx, params.code, "proposal.withdraw")
  await withdrawProposal(ctx, head.code, parseForm(form, withdrawalForm))
  return redirectWith(ctx, paths.proposalCase(head.code), "proposal.withdrawn")
})

export const meta = metaFrom("proposal.withdrawal.title")

export default function Withdrawal() {
  const { head } = useLoaderData<typeof loader>()
  const t = useT()
  const to = useLocalPath()
  return (
    <Page width="text">
      <CaseHeading
        head={head}
        title={t("proposal.withdrawal.title")}
        lede={t("proposal.withdrawal.lede", { organisation: head.organisationName })}
      />
      <Transition
        back={to(paths.proposalCase(head.code))}
        open={head.steps.includes("withdraw")}
        state={t(`proposal.status.${head.status}`)}
        fields={{ lockVersion: String(head.lockVersion) }}
        words={{
          name: "reason",
          label: t("proposal.withdrawal.reason"),
          hint: t("proposal.withdrawal.hint"),
          most: proposalLimits.reason,
          optional: true,
        }}
        submit={t("proposal.withdrawal.submit")}
        danger
      />
    </Page>
  )
}
