import { useLoaderData } from "@remix-run/react"
import { authorize } from "#app/domain/policy/table.ts"
import { candidatesFor, nominate } from "#app/domain/programme/nomination.server.ts"
import { getCohort } from "#app/domain/programme/queries.server.ts"
import { nominationForm } from "#app/domain/programme/schema.ts"
import { redirectWith } from "#app/http/flash.server.ts"
import { parseForm } from "#app/http/form.server.ts"
import { useFormState } from "#app/http/form.ts"
import { actionFor, loaderFor } from "#app/http/handler.server.ts"
import { metaFrom } from "#app/http/meta.ts"
import { useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { ButtonLink, EmptyState, Notice, Page } from "#app/ui/index.ts"
import { Refused } from "../parts/refused.tsx"
import { CohortHeading } from "./parts/headings.tsx"
import { cohortHead } from "./parts/heads.server.ts"
import { NominationFields } from "./parts/nomination-fields.tsx"

export const loader = loaderFor("learner.nominate", async ({ ctx, params }) => {
  const cohort = await getCohort(ctx, params.id ?? "")
  const { people, units } = await candidatesFor(ctx, cohort)
  return { head: cohortHead(cohort), people, units }
})

export const action = actionFor("learner.nominate", async ({ ctx, params, form }) => {
  authorize(ctx.actor, "learner.nominate", await getCohort(ctx, params.id ?? ""))
  const id = await nominate(ctx, params.id ?? "", parseForm(form, nominationForm))
  return redirectWith(ctx, paths.learner(id), "programme.nominated")
})

export const meta = metaFrom("programme.nomination.title")

export default function Nomination() {
  const { head, people, units } = useLoaderData<typeof loader>()
  const t = useT()
  const to = useLocalPath()
  const form = useFormState()
  const free = people.filter(({ nominated }) => !nominated)
  const back = to(paths.cohortDesk(head.id))
  return (
    <Page width="text">
      <CohortHeading
        head={head}
        title={t("programme.nomination.title")}
        lede={t("programme.nomination.lede", { sender: head.senderName })}
      />
      <Refused form={form} />
      {head.status !== "open" ? (
        <Notice kind="warning" title={t(`programme.cohortStatus.${head.status}`)}>
          {t("errors.programme.nominationClosed")}
        </Notice>
      ) : free.length === 0 || people.length < 2 ? (
        <EmptyState
          art="people"
          title={t("programme.nomination.nobody")}
          actions={<ButtonLink href={back}>{t("common.back")}</ButtonLink>}
        >
          {t("programme.nomination.nobodyBody")}
        </EmptyState>
      ) : (
        <>
          {people.length - free.length >= head.seats ? <Notice>{t("programme.nomination.full")}</Notice> : null}
          <NominationFields form={form} people={people} units={units} back={back} />
        </>
      )}
    </Page>
  )
}
