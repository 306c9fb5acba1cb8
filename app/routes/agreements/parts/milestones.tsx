import type { TimelineEvent } from "#app/domain/audit/timeline.server.ts"
import { formatInstant } from "#app/i18n/format.ts"
import { translateKey } from "#app/i18n/messages.ts"
import { useLocale, useTimeZone } from "#app/i18n/react.tsx"
import { type State, Timeline } from "#app/ui/index.ts"

const states: Readonly<Record<string, State>> = {
  "agreement.agreed": "positive",
  "agreement.sealed": "positive",
  "agreement.entered_into_force": "positive",
  "agreement.voided": "refused",
  "agreement.declined": "refused",
  "agreement.cancelled": "ended",
  "agreement.withdrawn": "ended",
  "agreement.lapsed": "ended",
}

type Event = Pick<TimelineEvent, "type" | "at" | "hash" | "data"> & { readonly actorName?: string }

/** What happened to an agreement, each event with the fingerprint of its record. */
export function Milestones({ events, label }: { events: readonly Event[]; label?: string }) {
  const locale = useLocale()
  const timeZone = useTimeZone()
  return (
    <Timeline
      {...(label ? { label } : {})}
      items={events.map(({ type, at, hash, data, actorName }) => ({
        key: hash,
        time: formatInstant(locale, at, timeZone),
        dateTime: at,
        title: translateKey(locale, `events.${type}`, parametersOf(data)),
        actor: actorName,
        body: wordsOf(data),
        hash,
        state: states[type],
      }))}
    />
  )
}

/** What the sentence of an event may name. */
const parametersOf = (data: Readonly<Record<string, unknown>>): Record<string, string | number> =>
  Object.fromEntries(
    Object.entries(data).filter((entry): entry is [string, string | number] =>
      ["string", "number"].includes(typeof entry[1]),
    ),
  )

/** What somebody wrote to it: a note or a reason. */
function wordsOf(data: Readonly<Record<string, unknown>>): string | undefined {
  const words = data.note ?? data.reason
  return typeof words === "string" && words !== "" ? words : undefined
}
