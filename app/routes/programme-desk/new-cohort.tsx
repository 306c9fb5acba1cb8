import { useLoaderData } from "@remix-run/react"
import { authorize } from "#app/domain/policy/table.ts"
import { planCohort } from "#app/domain/programme/cohorts.server.ts"
import { getProgramme } from "#app/domain/programme/queries.server.ts"
import { cohortForm } from "#app/domain/programme/schema.ts"
import { redirectWith } from "#app/http/flash.server.ts"
import { parseForm } from "#app/http/form.server.ts"
import { useFormState } from "#app/http/form.ts"
import { actionFor, loaderFor } from "#app/http/handler.server.ts"
import { metaFrom } from "#app/http/meta.ts"
import { useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { Page } from "#app/ui/index.ts"
import { Refused } from "../parts/refused.tsx"
import { CohortFields } from "./parts/cohort-fields.tsx"
import { ProgrammeHeading } from "./parts/headings.tsx"
import { programmeHead } from "./parts/heads.server.ts"

export const loader = loaderFor("cohort.plan", async ({ ctx, params }) => {
  const programme = await getProgramme(ctx, params.id ?? "")
  authorize(ctx.actor, "cohort.plan", programme)
  return { head: programmeHead(programme) }
})

export const action = actionFor("cohort.plan", async ({ ctx, params, form }) => {
  authorize(ctx.actor, "cohort.plan", await getProgramme(ctx, params.id ?? ""))
  const id = await planCohort(ctx, params.id ?? "", parseForm(form, cohortForm))
  return redirectWith(ctx, paths.cohortDesk(id), "programme.cohortPlanned")
})

export const meta = metaFrom("programme.cohort.new")

export default function NewCohort() {
  const { head } = useLoaderData<typeof loader>()
  const t = useT()
  const to = useLocalPath()
  const form = useFormState()
  return (
    <Page width="text">
      <ProgrammeHeading head={head} title={t("programme.cohort.new")} lede={t("programme.cohort.newLede")} />
      <Refused form={form} />
      <CohortFields form={form} lockVersion={String(head.lockVersion)} back={to(paths.programmeDesk(head.id))} />
    </Page>
  )
}
