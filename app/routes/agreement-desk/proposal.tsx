import { useLoaderData } from "@remix-run/react"
import { proposeAgreement } from "#app/domain/agreement/proposal.server.ts"
import { transitionForm } from "#app/domain/agreement/schema.ts"
import { redirectWith } from "#app/http/flash.server.ts"
import { parseForm } from "#app/http/form.server.ts"
import { actionFor, loaderFor } from "#app/http/handler.server.ts"
import { metaFrom } from "#app/http/meta.ts"
import { useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { Notice, Page } from "#app/ui/index.ts"
import { caseFor } from "./parts/case-head.server.ts"
import { CaseHeading } from "./parts/case-heading.tsx"
import { Transition } from "./parts/transition.tsx"

export const loader = loaderFor("agreement.propose", async ({ ctx, params }) => {
  const { head } = await caseFor(ctx, params.code, "agreement.propose")
  return { head }
})

export const action = actionFor("agreement.propose", async ({ ctx, params, form }) => {
  await caseFor(ctx, params.code, "agreement.propose")
  await proposeAgreement(ctx, params.code ?? "", parseForm(form, transitionForm))
  return redirectWith(ctx, paths.agreementCase(params.code ?? ""), "agreementProposed")
})

export const meta = metaFrom("agreement.case.action.propose")

export default function Proposal() {
  const { head } = useLoaderData<typeof loader>()
  const t = useT()
  const region = head.otherRegion
  const version = head.versionNumber
  return (
    <Page width="text">
      <CaseHeading
        head={head}
        title={t("agreement.proposal.title", { region })}
        lede={t("agreement.proposal.lede", { region })}
      />
      <Transition head={head} steps={["propose"]} submit={t("agreement.proposal.submit", { version })}>
        <Notice title={t("agreement.proposal.what")}>{t("agreement.proposal.whatBody", { version })}</Notice>
      </Transition>
    </Page>
  )
}
