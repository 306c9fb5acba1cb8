import { useLocalPath, useT } from "#app/i18n/react.tsx"
import { contributingAs, paths } from "#app/paths.ts"
import { ButtonLink, EmptyState } from "#app/ui/index.ts"

/** A region in which nothing public goes on: why, and what to do about it. */
export function QuietRegion({ eligible, governed }: { eligible: boolean; governed: boolean }) {
  const t = useT()
  const to = useLocalPath()
  const body = !eligible ? "quietAdministrative" : governed ? "quietGoverned" : "quietUngoverned"
  return (
    <EmptyState
      art="people"
      title={t("region.show.quiet")}
      actions={
        !eligible ? null : governed ? (
          <ButtonLink href={to(paths.newProposal())}>{t("region.show.propose")}</ButtonLink>
        ) : (
          <ButtonLink href={to(contributingAs("G"))} kind="quiet">
            {t("region.show.how")}
          </ButtonLink>
        )
      }
    >
      {t(`region.show.${body}`)}
    </EmptyState>
  )
}
