import { useLoaderData } from "@remix-run/react"
import { acceptProposal } from "#app/domain/proposal/decision.server.ts"
import { proposalLimits } from "#app/domain/proposal/limits.ts"
import { acceptanceForm } from "#app/domain/proposal/schema.ts"
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

export const loader = loaderFor("proposal.decide", async ({ ctx, params }) => {
  const { head } = await caseFor(ctx, params.code, "proposal.decide")
  return { head }
})

export const action = actionFor("proposal.decide", async ({ ctx, params, form }) => {
  const { head } = await caseFor(ctx, params.code, "proposal.decide")
  await acceptProposal(ctx, head.code, parseForm(form, acceptanceForm))
  return redirectWith(ctx, paths.proposalCase(head.code), "proposal.accepted")
})

export const meta = metaFrom("proposal.acceptance.title")

export default function Acceptance() {
  const { head } = useLoaderData<typeof loader>()
  const t = useT()
  const to = useLocalPath()
  return (
    <Page width="text">
      <CaseHeading
        head={head}
        title={t("proposal.acceptance.title")}
        lede={t("proposal.acceptance.lede", { organisation: head.organisationName })}
      />
      <Transition
        back={to(paths.proposalCase(head.code))}
        open={head.steps.includes("accept")}
        state={t(`proposal.status.${head.status}`)}
        fields={{ lockVersion: String(head.lockVersion) }}
        words={{
          name: "remark",
          label: t("proposal.acceptance.remark"),
          hint: t("proposal.acceptance.hint"),
          most: proposalLimits.reason,
          optional: true,
        }}
        submit={t("proposal.acceptance.submit")}
      />
    </Page>
  )
}
