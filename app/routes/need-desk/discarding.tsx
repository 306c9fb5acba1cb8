import { useLoaderData } from "@remix-run/react"
import { discardNeed } from "#app/domain/proposal/need-steps.server.ts"
import { seenForm } from "#app/domain/proposal/schema.ts"
import { redirectWith } from "#app/http/flash.server.ts"
import { parseForm } from "#app/http/form.server.ts"
import { actionFor, loaderFor } from "#app/http/handler.server.ts"
import { metaFrom } from "#app/http/meta.ts"
import { useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { Page } from "#app/ui/index.ts"
import { Transition } from "../parts/transition.tsx"
import { needFor } from "./parts/need-head.server.ts"
import { NeedHeading } from "./parts/need-heading.tsx"

export const loader = loaderFor("need.discard", async ({ ctx, params }) => {
  const { head } = await needFor(ctx, params.id, "discard")
  return { head }
})

export const action = actionFor("need.discard", async ({ ctx, params, form }) => {
  const { need } = await needFor(ctx, params.id, "discard")
  await discardNeed(ctx, need.id, parseForm(form, seenForm))
  return redirectWith(ctx, paths.needDesk(), "need.discarded")
})

export const meta = metaFrom("proposal.need.discarding.title")

export default function Discarding() {
  const { head } = useLoaderData<typeof loader>()
  const t = useT()
  const to = useLocalPath()
  return (
    <Page width="text">
      <NeedHeading head={head} title={t("proposal.need.discarding.title")} lede={t("proposal.need.discarding.lede")} />
      <Transition
        back={to(paths.needCase(head.id))}
        open={head.steps.includes("discard")}
        state={t(`proposal.need.status.${head.status}`)}
        fields={{ lockVersion: String(head.lockVersion) }}
        submit={t("proposal.need.discarding.submit")}
        danger
      />
    </Page>
  )
}
