import { useLoaderData } from "@remix-run/react"
import { modulesOf } from "#app/domain/programme/queries.server.ts"
import { sessionForm } from "#app/domain/programme/schema.ts"
import { changeSession } from "#app/domain/programme/sessions.server.ts"
import { readLearningSettings } from "#app/domain/programme/settings.server.ts"
import { localIn, zoneOfRegion } from "#app/domain/region/time-zone.ts"
import { redirectWith } from "#app/http/flash.server.ts"
import { parseForm } from "#app/http/form.server.ts"
import { useFormState } from "#app/http/form.ts"
import { actionFor, loaderFor } from "#app/http/handler.server.ts"
import { metaFrom } from "#app/http/meta.ts"
import { formatDate, zoneName } from "#app/i18n/format.ts"
import { useLocale, useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { Page } from "#app/ui/index.ts"
import { Refused } from "../parts/refused.tsx"
import { StoredNow } from "../parts/stored-now.tsx"
import { useFormName, usePracticeName } from "../programmes/parts/names.ts"
import { CohortHeading } from "./parts/headings.tsx"
import { cohortHead, sessionFor } from "./parts/heads.server.ts"
import { SessionFields } from "./parts/session-fields.tsx"

export const loader = loaderFor("session.plan", async ({ ctx, params }) => {
  const session = await sessionFor(ctx, params.id, "session.plan")
  const { cohort } = session
  const zone = zoneOfRegion(cohort.programme.hostRegionCode)
  return {
    head: cohortHead(cohort),
    zone,
    id: session.id,
    lockVersion: session.lockVersion,
    values: {
      title: session.title,
      moduleId: session.moduleId,
      form: session.form,
      place: session.place,
      startsAt: localIn(session.startsAt, zone),
      endsAt: localIn(session.endsAt, zone),
    },
    modules: await modulesOf(ctx.db, cohort.programmeId),
    forms: (await readLearningSettings(ctx.db)).forms.forms,
  }
})

export const action = actionFor("session.plan", async ({ ctx, params, form }) => {
  await sessionFor(ctx, params.id, "session.plan")
  await changeSession(ctx, params.id ?? "", parseForm(form, sessionForm))
  return redirectWith(ctx, paths.learningSession(params.id ?? ""), "programme.sessionChanged")
})

export const meta = metaFrom("programme.session.edit")

export default function EditSession() {
  const { head, id, lockVersion, values, modules, forms, zone } = useLoaderData<typeof loader>()
  const t = useT()
  const to = useLocalPath()
  const locale = useLocale()
  const practiceName = usePracticeName()
  const formName = useFormName(forms)
  const form = useFormState(values)
  const labels = {
    title: t("programme.session.title"),
    moduleId: t("programme.module"),
    form: t("programme.form"),
    place: t("programme.session.place"),
    startsAt: t("programme.session.startsAt"),
    endsAt: t("programme.session.endsAt"),
  }
  const words = (name: string, value: string) => {
    if (name === "moduleId") return practiceName(modules.find(({ id }) => id === value)?.practice ?? "")
    if (name === "form") return formName(value)
    return name.endsWith("At")
      ? `${formatDate(locale, value.slice(0, 10))}, ${value.slice(11)} ${zoneName(zone)}`
      : value
  }
  return (
    <Page width="text">
      <CohortHeading head={head} title={t("programme.session.edit")} lede={t("programme.session.editLede")} />
      <Refused form={form} />
      <StoredNow form={form} stored={values} labels={labels} words={words} />
      <SessionFields
        form={form}
        modules={modules}
        forms={forms}
        zone={zone}
        lockVersion={form.seen("lockVersion", String(lockVersion))}
        back={to(paths.learningSession(id))}
      />
    </Page>
  )
}
