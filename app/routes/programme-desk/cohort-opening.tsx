import { useLoaderData } from "@remix-run/react"
import { openCohort } from "#app/domain/programme/cohorts.server.ts"
import { seenForm } from "#app/domain/programme/schema.ts"
import { redirectWith } from "#app/http/flash.server.ts"
import { parseForm } from "#app/http/form.server.ts"
import { actionFor, loaderFor } from "#app/http/handler.server.ts"
import { metaFrom } from "#app/http/meta.ts"
import { formatDate } from "#app/i18n/format.ts"
import { useLocale, useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { Page } from "#app/ui/index.ts"
import { Transition } from "../parts/transition.tsx"
import { CohortHeading } from "./parts/headings.tsx"
import { cohortFor } from "./parts/heads.server.ts"

export const loader = loaderFor("cohort.open", async ({ ctx, params }) => {
  const { head } = await cohortFor(ctx, params.id, "open")
  return { head }
})

export const action = actionFor("cohort.open", async ({ ctx, params, form }) => {
  await cohortFor(ctx, params.id, "open")
  await openCohort(ctx, params.id ?? "", parseForm(form, seenForm))
  return redirectWith(ctx, paths.cohortDesk(params.id ?? ""), "programme.cohortOpened")
})

export const meta = metaFrom("programme.cohort.open")

export default function CohortOpening() {
  const { head } = useLoaderData<typeof loader>()
  const t = useT()
  const to = useLocalPath()
  const locale = useLocale()
  return (
    <Page width="text">
      <CohortHeading
        head={head}
        title={t("programme.cohort.open")}
        lede={t("programme.cohort.openingLede", {
          sender: head.senderName,
          date: formatDate(locale, head.nominateUntil),
        })}
      />
      <Transition
        back={to(paths.cohortDesk(head.id))}
        open={head.steps.includes("open")}
        state={t(`programme.cohortStatus.${head.status}`)}
        fields={{ lockVersion: String(head.lockVersion) }}
        submit={t("programme.cohort.open")}
      />
    </Page>
  )
}
