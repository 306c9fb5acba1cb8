import { useLoaderData } from "@remix-run/react"
import { endPartner } from "#app/domain/initiative/partners.server.ts"
import { getInitiative } from "#app/domain/initiative/queries.server.ts"
import { seenForm } from "#app/domain/initiative/schema.ts"
import type { Ctx } from "#app/domain/kernel/context.ts"
import { authorize } from "#app/domain/policy/table.ts"
import { redirectWith } from "#app/http/flash.server.ts"
import { parseForm } from "#app/http/form.server.ts"
import { actionFor, loaderFor } from "#app/http/handler.server.ts"
import { metaFrom } from "#app/http/meta.ts"
import { useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { Page } from "#app/ui/index.ts"
import { Transition } from "../parts/transition.tsx"
import { foundIn } from "./parts/found.server.ts"
import { initiativeHead } from "./parts/initiative-head.server.ts"
import { InitiativeHeading } from "./parts/initiative-heading.tsx"

/** Where the lead takes an organisation out, and where an organisation leaves. */
export const loader = loaderFor("initiative.read", async ({ ctx, params }) => {
  const { initiative, partner, leaves } = await partnerOf(ctx, params.id, params.partnerId)
  return {
    head: initiativeHead(initiative),
    name: partner.name,
    live: partner.leftAt === null && !partner.lead,
    leaves,
  }
})

export const action = actionFor("initiative.read", async ({ ctx, params, form }) => {
  const { initiative, partner, leaves } = await partnerOf(ctx, params.id, params.partnerId)
  await endPartner(ctx, initiative.id, partner.id, parseForm(form, seenForm))
  return leaves
    ? redirectWith(ctx, paths.initiativeDesk(), "initiative.left")
    : redirectWith(ctx, paths.initiativePartners(initiative.id), "initiative.partnerEnded")
})

async function partnerOf(ctx: Ctx, id: string | undefined, partnerId: string | undefined) {
  const initiative = await getInitiative(ctx, id ?? "")
  authorize(ctx.actor, "initiative.read", initiative)
  const partner = foundIn(initiative.partners, partnerId)
  const leaves = ctx.actor?.acting?.organisationId === partner.organisationId && !partner.lead
  authorize(ctx.actor, leaves ? "initiative.leave" : "initiative.partner", initiative)
  return { initiative, partner, leaves }
}

export const meta = metaFrom("initiative.partner.ending")

export default function PartnerEnding() {
  const { head, name, live, leaves } = useLoaderData<typeof loader>()
  const t = useT()
  const to = useLocalPath()
  return (
    <Page width="text">
      <InitiativeHeading
        head={head}
        title={t(leaves ? "initiative.partner.leaving" : "initiative.partner.ending")}
        lede={t(leaves ? "initiative.partner.leavingLede" : "initiative.partner.endingLede", { name })}
      />
      <Transition
        back={to(leaves ? paths.initiativeCase(head.id) : paths.initiativePartners(head.id))}
        open={live && head.writable}
        state={t(`initiative.status.${head.status}`)}
        fields={{ lockVersion: String(head.lockVersion) }}
        submit={t(leaves ? "initiative.partner.leave" : "initiative.partner.end")}
        danger
      />
    </Page>
  )
}
