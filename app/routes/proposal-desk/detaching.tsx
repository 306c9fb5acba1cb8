import { useLoaderData } from "@remix-run/react"
import { detachNeed } from "#app/domain/proposal/detaching.server.ts"
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

export const loader = loaderFor("proposal.submit", async ({ ctx, params }) => {
  const { proposal, head } = await caseFor(ctx, params.code, "proposal.submit")
  return { head, need: proposal.needTitle }
})

export const action = actionFor("proposal.submit", async ({ ctx, params, form }) => {
  const { head } = await caseFor(ctx, params.code, "proposal.submit")
  await detachNeed(ctx, head.code, parseForm(form, seenForm))
  return redirectWith(ctx, paths.proposalCase(head.code), "proposal.detached")
})

export const meta = metaFrom("proposal.detaching.title")

export default function Detaching() {
  const { head, need } = useLoaderData<typeof loader>()
  const t = useT()
  const to = useLocalPath()
  return (
    <Page width="text">
      <CaseHeading
        head={head}
        title={t("proposal.detaching.title")}
        lede={
          need === null
            ? t("errors.proposal.answersNone")
            : t("proposal.detaching.lede", { need, recipient: head.recipientName })
        }
      />
      <Transition
        back={to(paths.proposalCase(head.code))}
        open={head.steps.includes("detach")}
        blocked={need === null}
        state={t(`proposal.status.${head.status}`)}
        fields={{ lockVersion: String(head.lockVersion) }}
        submit={t("proposal.detaching.submit")}
      >
        {need === null ? null : <p>{t("proposal.detaching.final")}</p>}
      </Transition>
    </Page>
  )
}
