import { useLoaderData } from "@remix-run/react"
import { openReview } from "#app/domain/proposal/review.server.ts"
import { seenForm } from "#app/domain/proposal/schema.ts"
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

export const loader = loaderFor("proposal.review", async ({ ctx, params }) => {
  const { head } = await caseFor(ctx, params.code, "proposal.review")
  return { head }
})

export const action = actionFor("proposal.review", async ({ ctx, params, form }) => {
  const { head } = await caseFor(ctx, params.code, "proposal.review")
  await openReview(ctx, head.code, parseForm(form, seenForm))
  return redirectWith(ctx, paths.proposalCase(head.code), "proposal.opened")
})

export const meta = metaFrom("proposal.opening.title")

export default function Opening() {
  const { head } = useLoaderData<typeof loader>()
  const t = useT()
  const to = useLocalPath()
  return (
    <Page width="text">
      <CaseHeading
        head={head}
        title={t("proposal.opening.title")}
        lede={t("proposal.opening.lede", { organisation: head.organisationName })}
      />
      <Transition
        back={to(paths.proposalCase(head.code))}
        open={head.steps.includes("open")}
        state={t(`proposal.status.${head.status}`)}
        fields={{ lockVersion: String(head.lockVersion) }}
        submit={t("proposal.opening.submit")}
      />
    </Page>
  )
}
