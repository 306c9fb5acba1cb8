import { useLoaderData } from "@remix-run/react"
import { authorize } from "#app/domain/policy/table.ts"
import { editCohort } from "#app/domain/programme/cohorts.server.ts"
import { getCohort } from "#app/domain/programme/queries.server.ts"
import { cohortForm } from "#app/domain/programme/schema.ts"
import { redirectWith } from "#app/http/flash.server.ts"
import { parseForm } from "#app/http/form.server.ts"
import { useFormState } from "#app/http/form.ts"
import { actionFor, loaderFor } from "#app/http/handler.server.ts"
import { metaFrom } from "#app/http/meta.ts"
import { formatDate } from "#app/i18n/format.ts"
import { useLocale, useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { Page } from "#app/ui/index.ts"
import { Refused } from "../parts/refused.tsx"
import { StoredNow } from "../parts/stored-now.tsx"
import { CohortFields } from "./parts/cohort-fields.tsx"
import { CohortHeading } from "./parts/headings.tsx"
import { cohortHead } from "./parts/heads.server.ts"

export const loader = loaderFor("cohort.plan", async ({ ctx, params }) => {
  const cohort = await getCohort(ctx, params.id ?? "")
  authorize(ctx.actor, "cohort.plan", cohort)
  return { head: cohortHead(cohort) }
})

export const action = actionFor("cohort.plan", async ({ ctx, params, form }) => {
  authorize(ctx.actor, "cohort.plan", await getCohort(ctx, params.id ?? ""))
  await editCohort(ctx, params.id ?? "", parseForm(form, cohortForm))
  return redirectWith(ctx, paths.cohortDesk(params.id ?? ""), "programme.cohortSaved")
})

export const meta = metaFrom("programme.cohort.edit")

export default function EditCohort() {
  const { head } = useLoaderData<typeof loader>()
  const t = useT()
  const to = useLocalPath()
  const locale = useLocale()
  const { name, seats, nominateUntil, startsOn, endsOn } = head
  const stored = { name, seats: String(seats), nominateUntil, startsOn, endsOn }
  const form = useFormState(stored)
  const labels = {
    name: t("programme.cohort.name"),
    seats: t("programme.cohort.seats"),
    nominateUntil: t("programme.cohort.nominateUntil"),
    startsOn: t("programme.cohort.startsOn"),
    endsOn: t("programme.cohort.endsOn"),
  }
  const words = (field: string, value: string) =>
    field.endsWith("On") || field.endsWith("Until") ? formatDate(locale, value) : value
  return (
    <Page width="text">
      <CohortHeading head={head} title={t("programme.cohort.edit")} />
      <Refused form={form} />
      <StoredNow form={form} stored={stored} labels={labels} words={words} />
      <CohortFields
        form={form}
        lockVersion={form.seen("lockVersion", String(head.lockVersion))}
        back={to(paths.cohortDesk(head.id))}
      />
    </Page>
  )
}
