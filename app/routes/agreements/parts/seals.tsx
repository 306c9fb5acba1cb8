import type { Party } from "#app/domain/agreement/parties.ts"
import type { Seal } from "#app/domain/agreement/seals.server.ts"
import { formatInstant } from "#app/i18n/format.ts"
import { useLocale, useT, useTimeZone } from "#app/i18n/react.tsx"
import { Grid, Signatory } from "#app/ui/index.ts"

/** The signatures of a document, side by side as on its last page. */
export function Seals({ parties, seals }: { parties: readonly Party[]; seals: readonly Seal[] }) {
  const t = useT()
  const locale = useLocale()
  const timeZone = useTimeZone()
  return (
    <Grid columns={2}>
      {parties.map((party) => {
        const seal = seals.find(({ partyId }) => partyId === party.id)
        const label = t(party.ordinal === 1 ? "agreement.party.one" : "agreement.party.two")
        return (
          <Signatory
            key={party.id}
            party={`${label} · ${party.regionName}`}
            name={seal?.signerName ?? t("agreement.case.unsigned")}
            office={seal?.office ?? party.organisationName}
            state={seal ? "positive" : "waiting"}
            stateLabel={t(seal ? "agreement.show.signed" : "agreement.case.unsigned")}
            time={seal ? formatInstant(locale, seal.signedAt, timeZone) : undefined}
            detail={seal?.provider === "local" ? t("agreement.show.provider") : undefined}
          />
        )
      })}
    </Grid>
  )
}
