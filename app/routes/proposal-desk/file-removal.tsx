import { useLoaderData } from "@remix-run/react"
import { findFile, removeFile } from "#app/domain/proposal/attachments.server.ts"
import { redirectWith } from "#app/http/flash.server.ts"
import { actionFor, loaderFor } from "#app/http/handler.server.ts"
import { metaFrom } from "#app/http/meta.ts"
import { useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { Page } from "#app/ui/index.ts"
import { Transition } from "../parts/transition.tsx"
import { caseFor } from "./parts/case-head.server.ts"
import { CaseHeading } from "./parts/case-heading.tsx"

export const loader = loaderFor("proposal.attach", async ({ ctx, params }) => {
  const { proposal, head } = await caseFor(ctx, params.code, "proposal.attach")
  const { name } = await findFile(ctx, proposal, params.fileId ?? "")
  return { head, name }
})

export const action = actionFor("proposal.attach", async ({ ctx, params }) => {
  const { proposal } = await caseFor(ctx, params.code, "proposal.attach")
  await removeFile(ctx, proposal.code, params.fileId ?? "")
  return redirectWith(ctx, paths.proposalFiles(proposal.code), "proposal.fileRemoved")
})

export const meta = metaFrom("proposal.file.removal")

export default function FileRemoval() {
  const { head, name } = useLoaderData<typeof loader>()
  const t = useT()
  const to = useLocalPath()
  return (
    <Page width="text">
      <CaseHeading head={head} title={t("proposal.file.removal")} lede={t("proposal.file.removalLede", { name })} />
      <Transition
        back={to(paths.proposalFiles(head.code))}
        open={head.steps.includes("save") || head.steps.includes("amend")}
        state={t(`proposal.status.${head.status}`)}
        fields={{}}
        submit={t("proposal.file.remove")}
        danger
      />
    </Page>
  )
}
