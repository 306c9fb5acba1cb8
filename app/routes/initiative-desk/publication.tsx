import { useLoaderData } from "@remix-run/react"
import { seenForm } from "#app/domain/initiative/schema.ts"
import { publishInitiative } from "#app/domain/initiative/steps.server.ts"
import { redirectWith } from "#app/http/flash.server.ts"
import { parseForm } from "#app/http/form.server.ts"
import { actionFor, loaderFor } from "#app/http/handler.server.ts"
import { metaFrom } from "#app/http/meta.ts"
import { useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { Page } from "#app/ui/index.ts"
import { Transition } from "../parts/transition.tsx"
import { initiativeFor } from "./parts/initiative-head.server.ts"
import { InitiativeHeading } from "./parts/initiative-heading.tsx"

export const loader = loaderFor("initiative.publish", async ({ ctx, params }) => {
  const { head } = await initiativeFor(ctx, params.id, "initiative.publish")
  return { head }
})

export const action = actionFor("initiative.publish", async ({ ctx, params, form }) => {
  const { head } = await initiativeFor(ctx, params.id, "initiative.publish")
  await publishInitiative(ctx, head.id, parseForm(form, seenForm))
  return redirectWith(ctx, paths.initiativeCase(head.id), "initiative.published")
})

export const meta = metaFrom("initiative.publication.title")

export default function Publication() {
  const { head } = useLoaderData<typeof loader>()
  const t = useT()
  const to = useLocalPath()
  return (
    <Page width="text">
      <InitiativeHeading
        head={head}
        title={t("initiative.publication.title")}
        lede={t("initiative.publication.lede")}
      />
      <Transition
        back={to(paths.initiativeCase(head.id))}
        open={head.publishable}
        state={t(`initiative.status.${head.status}`)}
        fields={{ lockVersion: String(head.lockVersion) }}
        submit={t("initiative.publication.submit")}
      />
    </Page>
  )
}
