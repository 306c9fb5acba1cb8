import { useLoaderData } from "@remix-run/react"
import { proposalLimits } from "#app/domain/proposal/limits.ts"
import { closingForm } from "#app/domain/proposal/need-schema.ts"
import { closeNeed } from "#app/domain/proposal/need-steps.server.ts"
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

export const loader = loaderFor("need.close", async ({ ctx, params }) => {
  const { head } = await needFor(ctx, params.id, "close")
  return { head }
})

export const action = actionFor("need.close", async ({ ctx, params, form }) => {
  const { need } = await needFor(ctx, params.id, "close")
  await closeNeed(ctx, need.id, parseForm(form, closingForm))
  return redirectWith(ctx, paths.needCase(need.id), "need.closed")
})

export const meta = metaFrom("proposal.need.closing.title")

export default function Closing() {
  const { head } = useLoaderData<typeof loader>()
  const t = useT()
  const to = useLocalPath()
  return (
    <Page width="text">
      <NeedHeading head={head} title={t("proposal.need.closing.title")} lede={t("proposal.need.closing.lede")} />
      <Transition
        back={to(paths.needCase(head.id))}
        open={head.steps.includes("close")}
        state={t(`proposal.need.status.${head.status}`)}
        fields={{ lockVersion: String(head.lockVersion) }}
        submit={t("proposal.need.closing.submit")}
        words={{
          name: "reason",
          label: t("proposal.need.closing.reason"),
          hint: t("proposal.need.closing.reasonHint"),
          most: proposalLimits.reason,
          optional: true,
        }}
      />
    </Page>
  )
}
