import { useLoaderData } from "@remix-run/react"
import { notFound } from "#app/domain/kernel/errors.ts"
import { raiseModule } from "#app/domain/programme/modules.server.ts"
import { modulesOf } from "#app/domain/programme/queries.server.ts"
import { seenForm } from "#app/domain/programme/schema.ts"
import { redirectWith } from "#app/http/flash.server.ts"
import { parseForm } from "#app/http/form.server.ts"
import { actionFor, loaderFor } from "#app/http/handler.server.ts"
import { metaFrom } from "#app/http/meta.ts"
import { useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { Page } from "#app/ui/index.ts"
import { Transition } from "../parts/transition.tsx"
import { usePracticeName } from "../programmes/parts/names.ts"
import { ProgrammeHeading } from "./parts/headings.tsx"
import { programmeFor } from "./parts/heads.server.ts"

export const loader = loaderFor("programme.edit", async ({ ctx, params }) => {
  const { programme, head } = await programmeFor(ctx, params.id, "edit")
  const module = (await modulesOf(ctx.db, programme.id)).find(({ id }) => id === params.moduleId)
  if (!module) throw notFound()
  return { head, practice: module.practice }
})

export const action = actionFor("programme.edit", async ({ ctx, params, form }) => {
  await programmeFor(ctx, params.id, "edit")
  await raiseModule(ctx, params.id ?? "", params.moduleId ?? "", parseForm(form, seenForm))
  return redirectWith(ctx, paths.programmeModules(params.id ?? ""), "programme.moduleMoved")
})

export const meta = metaFrom("programme.modules.raising")

export default function ModuleRaising() {
  const { head, practice } = useLoaderData<typeof loader>()
  const t = useT()
  const to = useLocalPath()
  const practiceName = usePracticeName()
  return (
    <Page width="text">
      <ProgrammeHeading
        head={head}
        title={t("programme.modules.raising")}
        lede={t("programme.modules.raisingLede", { name: practiceName(practice) })}
      />
      <Transition
        back={to(paths.programmeModules(head.id))}
        open={head.steps.includes("edit")}
        state={t(`programme.status.${head.status}`)}
        fields={{ lockVersion: String(head.lockVersion) }}
        submit={t("programme.modules.up")}
      />
    </Page>
  )
}
