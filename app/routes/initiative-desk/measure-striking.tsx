import { useLoaderData } from "@remix-run/react"
import { outcomesOf } from "#app/domain/initiative/detail.server.ts"
import { strikeMeasure } from "#app/domain/initiative/outcomes.server.ts"
import { seenForm } from "#app/domain/initiative/schema.ts"
import type { Ctx } from "#app/domain/kernel/context.ts"
import { redirectWith } from "#app/http/flash.server.ts"
import { parseForm } from "#app/http/form.server.ts"
import { actionFor, loaderFor } from "#app/http/handler.server.ts"
import { metaFrom } from "#app/http/meta.ts"
import { formatDate, formatDecimal } from "#app/i18n/format.ts"
import { useLocale, useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { Page } from "#app/ui/index.ts"
import { Transition } from "../parts/transition.tsx"
import { foundIn } from "./parts/found.server.ts"
import { initiativeFor } from "./parts/initiative-head.server.ts"
import { InitiativeHeading } from "./parts/initiative-heading.tsx"

export const loader = loaderFor("initiative.outcome", async ({ ctx, params }) => {
  const { initiative, head } = await initiativeFor(ctx, params.id, "initiative.outcome")
  const { outcome, measure } = await measureOf(ctx.db, initiative.id, params.measureId)
  return { head, indicator: outcome.indicator, unit: outcome.unit, measure }
})

export const action = actionFor("initiative.outcome", async ({ ctx, params, form }) => {
  const { initiative } = await initiativeFor(ctx, params.id, "initiative.outcome")
  const { measure } = await measureOf(ctx.db, initiative.id, params.measureId)
  await strikeMeasure(ctx, initiative.id, measure.id, parseForm(form, seenForm))
  return redirectWith(ctx, paths.outcomes(initiative.id), "initiative.measureStruck")
})

async function measureOf(db: Ctx["db"], initiativeId: string, measureId: string | undefined) {
  const outcomes = await outcomesOf(db, initiativeId)
  const measure = foundIn(
    outcomes.flatMap(({ measures }) => measures),
    measureId,
  )
  return { measure, outcome: outcomes.find(({ measures }) => measures.includes(measure))! }
}

export const meta = metaFrom("initiative.outcome.striking")

export default function MeasureStriking() {
  const { head, indicator, unit, measure } = useLoaderData<typeof loader>()
  const t = useT()
  const to = useLocalPath()
  const locale = useLocale()
  return (
    <Page width="text">
      <InitiativeHeading
        head={head}
        title={t("initiative.outcome.striking")}
        lede={t("initiative.outcome.strikingLede", {
          indicator,
          value: `${formatDecimal(locale, measure.value)} ${unit}`,
          date: formatDate(locale, measure.measuredOn),
        })}
      />
      <Transition
        back={to(paths.outcomes(head.id))}
        open
        state=""
        fields={{ lockVersion: String(head.lockVersion) }}
        submit={t("initiative.outcome.strike")}
        danger
      />
    </Page>
  )
}
