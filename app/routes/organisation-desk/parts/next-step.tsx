import { formatInstant } from "#app/i18n/format.ts"
import type { MessageKey } from "#app/i18n/messages.ts"
import { useLocale, useLocalPath, useT, useTimeZone } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { ActionCard, ButtonLink } from "#app/ui/index.ts"
import type { Standing } from "./standing.ts"

export type DeskState = {
  readonly standing: Standing
  readonly hasEvidence: boolean
  readonly submittedAt: string | null
  /** It was changed since it was refused. */
  readonly corrected: boolean
  /** It governs a region and its head of region has no verified mandate yet. */
  readonly lacksHead: boolean
  readonly governs: boolean
}

type Step = { title: MessageKey; body: MessageKey; href?: string; label?: MessageKey }

function stepOf({ standing, hasEvidence, corrected, lacksHead, governs }: DeskState): Step {
  const { id, status } = standing.organisation
  const next = "organisation.desk.next" as const
  if ((status === "draft" || status === "refused") && standing.role !== "admin")
    return { title: `${next}.askAdminTitle`, body: `${next}.askAdmin` }
  const edit = { href: paths.editOrganisation(id), label: "organisation.desk.edit" } as const
  switch (status) {
    case "draft":
      return hasEvidence
        ? {
            title: `${next}.submitTitle`,
            body: `${next}.submit`,
            href: paths.submitOrganisation(id),
            label: "organisation.desk.submit",
          }
        : { title: `${next}.evidenceTitle`, body: `${next}.evidence`, ...edit }
    case "refused":
      if (corrected && hasEvidence)
        return {
          title: `${next}.resubmitTitle`,
          body: `${next}.resubmit`,
          href: paths.submitOrganisation(id),
          label: "organisation.desk.resubmit",
        }
      return { title: `${next}.correctTitle`, body: `${next}.correct`, ...edit }
    case "submitted":
      return { title: `${next}.waitTitle`, body: `${next}.wait` }
    case "suspended":
      return { title: `${next}.suspendedTitle`, body: `${next}.suspended` }
    case "verified":
      if (governs && lacksHead && standing.role === "admin")
        return {
          title: `${next}.mandateTitle`,
          body: `${next}.mandate`,
          href: paths.newMandate(id),
          label: "mandate.list.enter",
        }
      if (governs)
        return {
          title: `${next}.agreementTitle`,
          body: `${next}.agreement`,
          href: paths.agreementDesk(),
          label: "workspace.agreements",
        }
      return standing.role === "admin"
        ? {
            title: `${next}.membersTitle`,
            body: `${next}.members`,
            href: paths.invitations(id),
            label: "organisation.members.invite",
          }
        : {
            title: `${next}.readyTitle`,
            body: `${next}.ready`,
            href: paths.members(id),
            label: "organisation.members.title",
          }
  }
}

/** The one thing to do next for an organisation; without its button where the reader acts for another one. */
export function NextStep(state: DeskState) {
  const t = useT()
  const to = useLocalPath()
  const locale = useLocale()
  const timeZone = useTimeZone()
  const { title, body, href, label } = stepOf(state)
  const date = state.submittedAt ? formatInstant(locale, state.submittedAt, timeZone) : ""
  return (
    <ActionCard
      eyebrow={t("organisation.desk.nextStep")}
      title={t(title)}
      kind={href && state.standing.acting ? "accent" : "plain"}
      action={href && label && state.standing.acting ? <ButtonLink href={to(href)}>{t(label)}</ButtonLink> : null}
    >
      {t(body, { date })}
    </ActionCard>
  )
}
