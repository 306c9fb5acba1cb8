import { useLoaderData } from "@remix-run/react"
import { authorize } from "#app/domain/policy/table.ts"
import { getCohort, modulesOf } from "#app/domain/programme/queries.server.ts"
import { sessionForm } from "#app/domain/programme/schema.ts"
import { planSession } from "#app/domain/programme/sessions.server.ts"
import { readLearningSettings } from "#app/domain/programme/settings.server.ts"
import { zoneOfRegion } from "#app/domain/region/time-zone.ts"
import { redirectWith } from "#app/http/flash.server.ts"
import { parseForm } from "#app/http/form.server.ts"
import { useFormState } from "#app/http/form.ts"
import { actionFor, loaderFor } from "#app/http/handler.server.ts"
import { metaFrom } from "#app/http/meta.ts"
import { useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { Page } from "#app/ui/index.ts"
import { Refused } from "../parts/refused.tsx"
import { CohortHeading } from "./parts/headings.tsx"
import { cohortHead } from "./parts/heads.server.ts"
import { SessionFields } from "./parts/session-fields.tsx"

export const loader = loaderFor("session.plan", async ({ ctx, params }) => {
  const cohort = await getCohort(ctx, params.id ?? "")
  authorize(ctx.actor, "session.plan", cohort)
  return {
    head: cohortHead(cohort),
    modules: await modulesOf(ctx.db, cohort.programmeId),
    forms: (await readLearningSettings(ctx.db)).forms.forms,
    zone: zoneOfRegion(cohort.programme.hostRegionCode),
  }
})

export const action = actionFor("session.plan", async ({ ctx, params, form }) => {
  authorize(ctx.actor, "session.plan", await getCohort(ctx, params.id ?? ""))
  const id = await planSession(ctx, params.id ?? "", parseForm(form, sessionForm))
  return redirectWith(ctx, paths.learningSession(id), "programme.sessionPlanned")
})

export const meta = metaFrom("programme.session.new")

export default function NewSession() {
  const { head, modules, forms, zone } = useLoaderData<typeof loader>()
  const t = useT()
  const to = useLocalPath()
  const [first] = modules
  const form = useFormState({
    moduleId: first?.id,
    form: first?.form,
    startsAt: `${head.startsOn}T08:00`,
    endsAt: `${head.startsOn}T12:00`,
  })
  return (
    <Page width="text">
      <CohortHeading head={head} title={t("programme.session.new")} />
      <Refused form={form} />
      <SessionFields
        form={form}
        modules={modules}
        forms={forms}
        zone={zone}
        lockVersion={String(head.lockVersion)}
        back={to(paths.cohortDesk(head.id))}
      />
    </Page>
  )
}
