import { useLoaderData } from "@remix-run/react"
import { programmeLimits } from "#app/domain/programme/limits.ts"
import { reasonForm } from "#app/domain/programme/schema.ts"
import { cancelSession } from "#app/domain/programme/sessions.server.ts"
import { redirectWith } from "#app/http/flash.server.ts"
import { parseForm } from "#app/http/form.server.ts"
import { actionFor, loaderFor } from "#app/http/handler.server.ts"
import { metaFrom } from "#app/http/meta.ts"
import { useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { Page } from "#app/ui/index.ts"
import { Transition } from "../parts/transition.tsx"
import { CohortHeading } from "./parts/headings.tsx"
import { cohortHead, sessionFor } from "./parts/heads.server.ts"

export const loader = loaderFor("session.cancel", async ({ ctx, params }) => {
  const session = await sessionFor(ctx, params.id, "session.cancel")
  const { id, title, lockVersion, cancelledAt } = session
  return { head: cohortHead(session.cohort), session: { id, title, lockVersion, cancelled: cancelledAt !== null } }
})

export const action = actionFor("session.cancel", async ({ ctx, params, form }) => {
  await sessionFor(ctx, params.id, "session.cancel")
  await cancelSession(ctx, params.id ?? "", parseForm(form, reasonForm))
  return redirectWith(ctx, paths.learningSession(params.id ?? ""), "programme.sessionCancelled")
})

export const meta = metaFrom("programme.session.cancelIt")

export default function SessionCancellation() {
  const { head, session } = useLoaderData<typeof loader>()
  const t = useT()
  const to = useLocalPath()
  const living = head.status !== "completed" && head.status !== "cancelled"
  return (
    <Page width="text">
      <CohortHeading
        head={head}
        title={t("programme.session.cancelIt")}
        lede={`${session.title}. ${t("programme.session.cancellationLede")}`}
      />
      <Transition
        back={to(paths.learningSession(session.id))}
        open={living && !session.cancelled}
        state={session.cancelled ? t("programme.session.cancelled") : t(`programme.cohortStatus.${head.status}`)}
        fields={{ lockVersion: String(session.lockVersion) }}
        words={{ name: "reason", label: t("programme.session.reason"), most: programmeLimits.reason }}
        submit={t("programme.session.cancelIt")}
        danger
      />
    </Page>
  )
}
