import { useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { ButtonLink, EmptyState } from "#app/ui/index.ts"
import type { NewProposalView } from "../new.tsx"

/** What is missing before the reader can propose, and the way to it. */
export function MayNotPropose({ view: { acting, member } }: { view: NewProposalView }) {
  const t = useT()
  const to = useLocalPath()
  if (acting === null)
    return (
      <EmptyState
        art="people"
        title={t(member ? "proposal.start.chooseOrganisation" : "proposal.start.noOrganisation")}
        actions={
          member ? (
            <ButtonLink href={to(paths.actFor())}>{t("proposal.choose")}</ButtonLink>
          ) : (
            <ButtonLink href={to(paths.newOrganisation())}>{t("proposal.register")}</ButtonLink>
          )
        }
      >
        {t(member ? "proposal.start.chooseOrganisationBody" : "proposal.start.noOrganisationBody")}
      </EmptyState>
    )
  return (
    <EmptyState
      art="people"
      title={t(acting.verified ? "proposal.start.noTask" : "proposal.start.unverified", { organisation: acting.name })}
      actions={
        <ButtonLink href={to(paths.organisationDesk(acting.id))}>{t("proposal.start.toOrganisation")}</ButtonLink>
      }
    >
      {t(acting.verified ? "proposal.start.noTaskBody" : "proposal.start.unverifiedBody")}
    </EmptyState>
  )
}
