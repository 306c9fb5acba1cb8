import { useLoaderData } from "@remix-run/react"
import { completeProgramme } from "#app/domain/programme/running.server.ts"
import { seenForm } from "#app/domain/programme/schema.ts"
import { redirectWith } from "#app/http/flash.server.ts"
import { parseForm } from "#app/http/form.server.ts"
import { actionFor, loaderFor } from "#app/http/handler.server.ts"
import { metaFrom } from "#app/http/meta.ts"
import { useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { Page } from "#app/ui/index.ts"
import { Transition } from "../parts/transition.tsx"
import { ProgrammeHeading } from "./parts/headings.tsx"
import { programmeFor } from "./parts/heads.server.ts"

export const loader = loaderFor("programme.complete", async ({ ctx, params }) => {
  const { head } = await programmeFor(ctx, params.id, "complete")
  return { head }
})

export const action = actionFor("programme.complete", async ({ ctx, params, form }) => {
  await programmeFor(ctx, params.id, "complete")
  await completeProgramme(ctx, params.id ?? "", parseForm(form, seenForm))
  return redirectWith(ctx, paths.programmeDesk(params.id ?? ""), "programme.completed")
})

export const meta = metaFrom("programme.completion.title")

export default function Completion() {
  const { head } = useLoaderData<typeof loader>()
  const t = useT()
  const to = useLocalPath()
  return (
    <Page width="text">
      <ProgrammeHeading
        head={head}
        title={t("programme.completion.title")}
        lede={t("programme.completion.lede", { sender: head.senderName })}
      />
      <Transition
        back={to(paths.programmeDesk(head.id))}
        open={head.steps.includes("complete")}
        state={t(`programme.status.${head.status}`)}
        fields={{ lockVersion: String(head.lockVersion) }}
        submit={t("programme.completion.submit")}
      />
    </Page>
  )
}
