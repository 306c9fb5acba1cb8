import type { TimelineEvent } from "#app/domain/audit/timeline.server.ts"
import { hasMessage } from "#app/i18n/catalogue.ts"
import { formatInstant } from "#app/i18n/format.ts"
import { catalogues, type Locale, translateKey } from "#app/i18n/messages.ts"
import { useLocale, useTimeZone } from "#app/i18n/react.tsx"
import { type State, Timeline } from "#app/ui/index.ts"

const states: Readonly<Record<string, State>> = {
  "organisation.submitted": "waiting",
  "organisation.verified": "positive",
  "organisation.refused": "refused",
  "organisation.suspended": "warning",
  "organisation.restored": "positive",
  "membership.left": "ended",
  "membership.ended": "ended",
  "mandate.entered": "waiting",
  "mandate.verified": "positive",
  "mandate.refused": "refused",
  "mandate.ended": "ended",
}

/** What happened to an organisation or a mandate, newest first, each with the fingerprint of its record. */
export function EventTimeline({ events, label }: { events: readonly TimelineEvent[]; label: string }) {
  const locale = useLocale()
  const timeZone = useTimeZone()
  return (
    <Timeline
      label={label}
      items={events.toReversed().map(({ type, at, actorName, data, hash }) => ({
        key: hash,
        time: formatInstant(locale, at, timeZone),
        dateTime: at,
        title: translateKey(locale, `events.${type}`, parametersOf(locale, data)),
        actor: actorName,
        body: typeof data.reason === "string" && data.reason !== "" ? data.reason : undefined,
        hash,
        state: states[type],
      }))}
    />
  )
}

const roleNames = ["role", "from", "to"]

/** What the sentence of an event may name; roles by their word. */
function parametersOf(locale: Locale, data: TimelineEvent["data"]): Record<string, string | number> {
  const named: Record<string, string | number> = {}
  for (const [name, value] of Object.entries(data)) {
    const key = `organisation.role.${String(value)}`
    if (roleNames.includes(name) && hasMessage(catalogues[locale], key)) named[name] = translateKey(locale, key)
    else if (typeof value === "string" || typeof value === "number") named[name] = value
  }
  return named
}
