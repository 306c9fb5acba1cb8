import { useLoaderData } from "@remix-run/react"
import { findPartner, removePartner } from "#app/domain/proposal/partners.server.ts"
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

export const loader = loaderFor("proposal.invite", async ({ ctx, params }) => {
  const { proposal, head } = await caseFor(ctx, params.code, "proposal.invite")
  const { name, standing } = findPartner(proposal, params.partnerId ?? "")
  return { head, name, live: standing === "accepted" || standing === "invited" }
})

export const action = actionFor("proposal.invite", async ({ ctx, params, form }) => {
  const { proposal } = await caseFor(ctx, params.code, "proposal.invite")
  const { id } = findPartner(proposal, params.partnerId ?? "")
  await removePartner(ctx, proposal.code, id, parseForm(form, seenForm))
  return redirectWith(ctx, paths.proposalPartners(proposal.code), "proposal.partnerRemoved")
})

export const meta = metaFrom("proposal.partner.removal")

export default function PartnerRemoval() {
  const { head, name, live } = useLoaderData<typeof loader>()
  const t = useT()
  const to = useLocalPath()
  return (
    <Page width="text">
      <CaseHeading
        head={head}
        title={t("proposal.partner.removal")}
        lede={t("proposal.partner.removalLede", { name })}
      />
      <Transition
        back={to(paths.proposalPartners(head.code))}
        open={live && (head.steps.includes("save") || head.steps.includes("amend"))}
        state={t(`proposal.status.${head.status}`)}
        fields={{ lockVersion: String(head.lockVersion) }}
        submit={t("proposal.partner.remove")}
        danger
      />
    </Page>
  )
}
