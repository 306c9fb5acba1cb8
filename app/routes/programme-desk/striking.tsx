import { useLoaderData } from "@remix-run/react"
import { strikeMark } from "#app/domain/programme/attendance.server.ts"
import { programmeLimits } from "#app/domain/programme/limits.ts"
import { strikeForm } from "#app/domain/programme/schema.ts"
import { redirectWith } from "#app/http/flash.server.ts"
import { parseForm } from "#app/http/form.server.ts"
import { actionFor, loaderFor } from "#app/http/handler.server.ts"
import { metaFrom } from "#app/http/meta.ts"
import { useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { Page } from "#app/ui/index.ts"
import { Transition } from "../parts/transition.tsx"
import { CohortHeading } from "./parts/headings.tsx"
import { cohortHead, markFor } from "./parts/heads.server.ts"

export const loader = loaderFor("attendance.strike", async ({ ctx, params }) => {
  const { session, mark } = await markFor(ctx, params.id, params.attendanceId)
  return {
    head: cohortHead(session.cohort),
    sessionId: session.id,
    title: session.title,
    struck: mark.struckAt !== null,
  }
})

export const action = actionFor("attendance.strike", async ({ ctx, params, form }) => {
  await markFor(ctx, params.id, params.attendanceId)
  const { reason } = parseForm(form, strikeForm)
  await strikeMark(ctx, params.id ?? "", params.attendanceId ?? "", reason)
  return redirectWith(ctx, paths.learningSession(params.id ?? ""), "programme.struck")
})

export const meta = metaFrom("programme.session.striking")

export default function Striking() {
  const { head, sessionId, title, struck } = useLoaderData<typeof loader>()
  const t = useT()
  const to = useLocalPath()
  return (
    <Page width="text">
      <CohortHeading
        head={head}
        title={t("programme.session.striking")}
        lede={`${title}. ${t("programme.session.strikingLede")}`}
      />
      <Transition
        back={to(paths.learningSession(sessionId))}
        open={!struck}
        state={t("errors.programme.markStruck")}
        fields={{}}
        words={{ name: "reason", label: t("programme.session.strikeReason"), most: programmeLimits.reason }}
        submit={t("programme.session.strike")}
        danger
      />
    </Page>
  )
}
