import { useLoaderData } from "@remix-run/react"
import { typeCode } from "#app/domain/programme/attendance.server.ts"
import { codeForm } from "#app/domain/programme/schema.ts"
import { redirectWith } from "#app/http/flash.server.ts"
import { parseForm } from "#app/http/form.server.ts"
import { useFormState } from "#app/http/form.ts"
import { actionFor, loaderFor } from "#app/http/handler.server.ts"
import { metaFrom } from "#app/http/meta.ts"
import { useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { Page } from "#app/ui/index.ts"
import { Refused } from "../parts/refused.tsx"
import { CodeEntry } from "./parts/code-entry.tsx"
import { learnerFor } from "./parts/learner-head.server.ts"
import { LearnerHeading } from "./parts/learner-heading.tsx"

/** Nothing but the field for the code: the page for a slow line and a small screen. */
export const loader = loaderFor("attendance.type", async ({ ctx, params }) => {
  const { head } = await learnerFor(ctx, params.id, "attendance.type")
  return { head }
})

export const action = actionFor("attendance.type", async ({ ctx, params, form }) => {
  await learnerFor(ctx, params.id, "attendance.type")
  const { fresh } = await typeCode(ctx, params.id ?? "", parseForm(form, codeForm).code)
  return redirectWith(ctx, paths.learner(params.id ?? ""), fresh ? "programme.present" : "programme.alreadyPresent")
})

export const meta = metaFrom("programme.learner.codeTitle")

export default function Presence() {
  const { head } = useLoaderData<typeof loader>()
  const t = useT()
  const form = useFormState()
  return (
    <Page width="text">
      <LearnerHeading head={head} title={t("programme.learner.codeTitle")} />
      <Refused form={form} />
      <CodeEntry learnerId={head.id} form={form} />
    </Page>
  )
}
