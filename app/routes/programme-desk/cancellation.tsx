import { useLoaderData } from "@remix-run/react"
import { programmeLimits } from "#app/domain/programme/limits.ts"
import { cancelProgramme } from "#app/domain/programme/running.server.ts"
import { reasonForm } from "#app/domain/programme/schema.ts"
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

export const loader = loaderFor("programme.cancel", async ({ ctx, params }) => {
  const { head } = await programmeFor(ctx, params.id, "cancel")
  return { head }
})

export const action = actionFor("programme.cancel", async ({ ctx, params, form }) => {
  await programmeFor(ctx, params.id, "cancel")
  await cancelProgramme(ctx, params.id ?? "", parseForm(form, reasonForm))
  return redirectWith(ctx, paths.programmeDesk(params.id ?? ""), "programme.cancelled")
})

export const meta = metaFrom("programme.cancellation.title")

export default function Cancellation() {
  const { head } = useLoaderData<typeof loader>()
  const t = useT()
  const to = useLocalPath()
  return (
    <Page width="text">
      <ProgrammeHeading
        head={head}
        title={t("programme.cancellation.title")}
        lede={t("programme.cancellation.lede", { sender: head.senderName })}
      />
      <Transition
        back={to(paths.programmeDesk(head.id))}
        open={head.steps.includes("cancel")}
        state={t(`programme.status.${head.status}`)}
        fields={{ lockVersion: String(head.lockVersion) }}
        words={{ name: "reason", label: t("programme.cancellation.reason"), most: programmeLimits.reason }}
        submit={t("programme.cancellation.submit")}
        danger
      />
    </Page>
  )
}
