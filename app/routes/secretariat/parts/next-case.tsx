import { formatInstant } from "#app/i18n/format.ts"
import { useLocale, useLocalPath, useT, useTimeZone } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { ActionCard, ButtonLink } from "#app/ui/index.ts"
import type { StandIn } from "#db/schema.ts"
import { officeText } from "../../mandates/parts/office.tsx"

type Props = {
  /** The longest waiting organisation. */
  organisation: { readonly id: string; readonly name: string; readonly submittedAt: string } | undefined
  /** The longest waiting mandate. */
  mandate:
    | {
        readonly id: string
        readonly office: string
        readonly standIn: StandIn | null
        readonly organisationName: string
        readonly enteredAt: string
      }
    | undefined
}

/** What has waited longest for the secretariat, as the one thing to do next. */
export function NextCase({ organisation, mandate }: Props) {
  const t = useT()
  const to = useLocalPath()
  const locale = useLocale()
  const timeZone = useTimeZone()
  const at = (instant: string) => formatInstant(locale, instant, timeZone)
  const eyebrow = t("organisation.admin.next")
  const examine = (href: string) => <ButtonLink href={to(href)}>{t("organisation.admin.examine")}</ButtonLink>
  if (organisation && !(mandate && mandate.enteredAt < organisation.submittedAt))
    return (
      <ActionCard
        eyebrow={eyebrow}
        title={t("organisation.admin.nextOrganisation", { organisation: organisation.name })}
        action={examine(paths.verificationCase(organisation.id))}
      >
        {t("organisation.admin.nextOrganisationBody", { date: at(organisation.submittedAt) })}
      </ActionCard>
    )
  if (mandate)
    return (
      <ActionCard
        eyebrow={eyebrow}
        title={t("organisation.admin.nextMandate", { office: officeText(mandate) })}
        action={examine(paths.mandateCase(mandate.id))}
      >
        {t("organisation.admin.nextMandateBody", {
          organisation: mandate.organisationName,
          date: at(mandate.enteredAt),
        })}
      </ActionCard>
    )
  return (
    <ActionCard eyebrow={eyebrow} title={t("organisation.admin.nothingWaiting")} kind="plain" action={null}>
      {t("organisation.admin.nothingWaitingBody")}
    </ActionCard>
  )
}
