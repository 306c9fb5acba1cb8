import { useLoaderData } from "@remix-run/react"
import { getInitiative } from "#app/domain/initiative/queries.server.ts"
import { seenForm } from "#app/domain/initiative/schema.ts"
import { getUpdate, withdrawUpdate } from "#app/domain/initiative/updates.server.ts"
import { redirectWith } from "#app/http/flash.server.ts"
import { parseForm } from "#app/http/form.server.ts"
import { actionFor, loaderFor } from "#app/http/handler.server.ts"
import { metaFrom } from "#app/http/meta.ts"
import { useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { Page } from "#app/ui/index.ts"
import { Transition } from "../parts/transition.tsx"
import { initiativeHead } from "./parts/initiative-head.server.ts"
import { InitiativeHeading } from "./parts/initiative-heading.tsx"

export const loader = loaderFor("initiative.withdrawUpdate", async ({ ctx, params }) => {
  const initiative = await getInitiative(ctx, params.id ?? "")
  const update = await getUpdate(ctx, initiative, params.updateId ?? "")
  return { head: initiativeHead(initiative), title: update.title, withdrawn: update.withdrawnAt !== null }
})

export const action = actionFor("initiative.withdrawUpdate", async ({ ctx, params, form }) => {
  const initiative = await getInitiative(ctx, params.id ?? "")
  const update = await getUpdate(ctx, initiative, params.updateId ?? "")
  await withdrawUpdate(ctx, initiative.id, update.id, parseForm(form, seenForm))
  return redirectWith(ctx, paths.initiativeCase(initiative.id), "initiative.updateWithdrawn")
})

export const meta = metaFrom("initiative.update.withdrawal")

export default function UpdateWithdrawal() {
  const { head, title, withdrawn } = useLoaderData<typeof loader>()
  const t = useT()
  const to = useLocalPath()
  return (
    <Page width="text">
      <InitiativeHeading
        head={head}
        title={t("initiative.update.withdrawal")}
        lede={t("initiative.update.withdrawalLede", { title })}
      />
      <Transition
        back={to(paths.initiativeCase(head.id))}
        open={!withdrawn}
        state={t("errors.initiative.updateWithdrawn")}
        fields={{ lockVersion: String(head.lockVersion) }}
        submit={t("initiative.update.withdraw")}
        danger
      />
    </Page>
  )
}
