import { formatDate } from "#app/i18n/format.ts"
import { useLocale, useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { ActionCard, ButtonLink, Notice } from "#app/ui/index.ts"
import type { MandateStatus, StandIn } from "#db/schema.ts"
import { officeText } from "./office.tsx"

type Props = {
  mandate: {
    readonly id: string
    readonly office: string
    readonly standIn: StandIn | null
    readonly status: MandateStatus
    readonly validFrom: string
    readonly validUntil: string | null
  }
  decisionReason: string
  endReason: string
  /** Of the official zone. */
  today: string
  /** The reader holds this mandate, it is in force, and no key rests on it yet. */
  lacksKey: boolean
}

/** Where a mandate stands and, for its holder, the one thing to do next. Draws nothing for one that is simply in use. */
export function MandateNotice({ mandate, decisionReason, endReason, today, lacksKey }: Props) {
  const t = useT()
  const to = useLocalPath()
  const locale = useLocale()
  const { id, status, validFrom, validUntil } = mandate
  if (status === "entered") return <Notice title={t("mandate.show.waitingTitle")}>{t("mandate.show.waiting")}</Notice>
  if (status === "refused")
    return (
      <Notice kind="warning" title={t("mandate.show.refusedTitle")}>
        <p className="whitespace-pre-line">{decisionReason}</p>
        <p>{t("mandate.show.refusedBody")}</p>
      </Notice>
    )
  if (status === "ended")
    return (
      <Notice title={t("mandate.show.endedTitle")}>
        <p className="whitespace-pre-line">{endReason}</p>
      </Notice>
    )
  if (today < validFrom) return <Notice>{t("mandate.show.notYet", { date: formatDate(locale, validFrom) })}</Notice>
  if (validUntil !== null && validUntil < today)
    return <Notice kind="warning">{t("mandate.show.expired", { date: formatDate(locale, validUntil) })}</Notice>
  if (!lacksKey) return null
  return (
    <ActionCard
      eyebrow={t("organisation.desk.nextStep")}
      title={t("mandate.show.makeKeyTitle")}
      action={
        <ButtonLink href={to(paths.enrolKey(id))} icon="key">
          {t("mandate.show.makeKey")}
        </ButtonLink>
      }
    >
      {t("mandate.show.makeKeyBody", { office: officeText(mandate) })}
    </ActionCard>
  )
}
