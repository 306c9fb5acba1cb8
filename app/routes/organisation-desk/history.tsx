import { useLoaderData } from "@remix-run/react"
import { loaderFor } from "#app/http/handler.server.ts"
import { metaFrom } from "#app/http/meta.ts"
import { useT } from "#app/i18n/react.tsx"
import { Section } from "#app/ui/index.ts"
import { openDesk } from "./parts/desk.server.ts"
import { DeskFrame } from "./parts/desk-frame.tsx"
import { EventTimeline } from "./parts/event-timeline.tsx"
import { eventsOf } from "./parts/events.server.ts"

export const loader = loaderFor("organisation.readPrivate", async ({ ctx, params }) => {
  const { organisation, standing } = await openDesk(ctx, params.id ?? "")
  return { standing, events: await eventsOf(ctx, "organisation", organisation.id) }
})

export const meta = metaFrom("organisation.desk.historyTitle")

export default function History() {
  const { standing, events } = useLoaderData<typeof loader>()
  const t = useT()
  return (
    <DeskFrame standing={standing} tab="history">
      <Section title={t("organisation.desk.historyTitle")} id="riwayat">
        {events.length === 0 ? (
          <p>{t("organisation.desk.historyEmpty")}</p>
        ) : (
          <EventTimeline events={events} label={t("organisation.desk.historyTitle")} />
        )}
      </Section>
    </DeskFrame>
  )
}
