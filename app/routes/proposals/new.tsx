import { useLoaderData } from "@remix-run/react"
import { can } from "#app/domain/policy/table.ts"
import { findPublicNeed, takesProposals } from "#app/domain/proposal/need-queries.server.ts"
import { answerForm, startForm } from "#app/domain/proposal/schema.ts"
import { listRecipients, startProposal } from "#app/domain/proposal/start.server.ts"
import { redirectWith } from "#app/http/flash.server.ts"
import { parseForm } from "#app/http/form.server.ts"
import { useFormState } from "#app/http/form.ts"
import { actionFor, loaderFor } from "#app/http/handler.server.ts"
import { metaFrom } from "#app/http/meta.ts"
import { useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { Breadcrumbs, Page, PageHeading } from "#app/ui/index.ts"
import { Refused } from "../agreement-desk/parts/refused.tsx"
import { Beginning } from "./parts/beginning.tsx"
import { MayNotPropose } from "./parts/may-not-propose.tsx"

/** Open to everybody who is signed in: who cannot propose yet reads what is missing. */
export const loader = loaderFor("proposal.list", async ({ ctx, url }) => {
  const { actor } = ctx
  const slug = url.searchParams.get("kebutuhan")
  const need = slug === null ? null : await findPublicNeed(ctx, slug.slice(0, 200))
  const mayStart = can(actor, "proposal.start")
  const own = need !== null && need.organisationId === actor?.acting?.organisationId
  return {
    mayStart,
    acting: actor?.acting
      ? {
          name: actor.acting.organisationName,
          verified: actor.acting.organisationVerified,
          id: actor.acting.organisationId,
        }
      : null,
    member: (actor?.memberships.length ?? 0) > 0,
    need: need && {
      ...{ slug: need.slug, title: need.title, organisationName: need.organisationName, own },
      open: takesProposals(need, ctx.now),
    },
    recipients: mayStart && need === null ? await listRecipients(ctx) : [],
    wanted: url.searchParams.get("daerah") ?? "",
  }
})

export type NewProposalView = Awaited<ReturnType<typeof loader>>

export const action = actionFor("proposal.start", async ({ ctx, form }) => {
  const code = await startProposal(ctx, form.has("need") ? parseForm(form, answerForm) : parseForm(form, startForm))
  return redirectWith(ctx, paths.proposalDraft(code), "proposal.started")
})

export const meta = metaFrom("proposal.start.title")

export default function NewProposal() {
  const view = useLoaderData<typeof loader>() as NewProposalView
  const t = useT()
  const to = useLocalPath()
  const form = useFormState({ recipient: view.wanted })
  return (
    <Page width="text">
      <Breadcrumbs
        items={[{ href: to(paths.proposals()), label: t("proposal.list.title") }, { label: t("proposal.start.title") }]}
      />
      <PageHeading
        title={t("proposal.start.title")}
        lede={view.acting && view.mayStart ? t("proposal.start.lede", { organisation: view.acting.name }) : undefined}
      />
      <Refused form={form} />
      {view.mayStart ? <Beginning view={view} form={form} /> : <MayNotPropose view={view} />}
    </Page>
  )
}
