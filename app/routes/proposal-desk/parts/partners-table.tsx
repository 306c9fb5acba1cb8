import type { Partner } from "#app/domain/proposal/queries.server.ts"
import { useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { Anchor, Cluster, RecordTable, type State, StateBadge, StrandBadge } from "#app/ui/index.ts"

const states: Readonly<Record<Partner["standing"], State>> = {
  invited: "waiting",
  accepted: "positive",
  declined: "refused",
  ended: "ended",
}

export type PartnerRow = Pick<Partner, "id" | "name" | "slug" | "strand" | "part" | "standing">

/** The organisations of a proposal besides its proposer, across the strands. With `code`, each can be taken out. */
export function PartnersTable({ partners, code }: { partners: readonly PartnerRow[]; code?: string }) {
  const t = useT()
  const to = useLocalPath()
  return (
    <RecordTable
      caption={t("proposal.partner.title")}
      captionHidden
      rows={partners}
      rowKey={({ id }) => id}
      empty={t("proposal.partner.empty")}
      columns={[
        {
          key: "name",
          header: t("proposal.partner.organisation"),
          rowHeader: true,
          cell: ({ name, slug, strand }) => (
            <Cluster gap="xs">
              <StrandBadge strand={strand} letterOnly />
              <Anchor href={to(paths.organisation(slug))}>
                <span lang="id">{name}</span>
              </Anchor>
            </Cluster>
          ),
        },
        { key: "part", header: t("proposal.partner.part"), cell: ({ part }) => <span lang="id">{part}</span> },
        {
          key: "standing",
          header: t("proposal.state"),
          cell: ({ standing }) => (
            <StateBadge state={states[standing]}>{t(`proposal.standing.${standing}`)}</StateBadge>
          ),
        },
        ...(code
          ? [
              {
                key: "remove",
                header: t("proposal.actions"),
                cell: ({ id, name, standing }: PartnerRow) =>
                  standing === "accepted" || standing === "invited" ? (
                    <Anchor
                      href={to(paths.removeProposalPartner(code, id))}
                      aria-label={t("proposal.partner.removeOf", { name })}
                    >
                      {t("proposal.partner.remove")}
                    </Anchor>
                  ) : (
                    "–"
                  ),
              },
            ]
          : []),
      ]}
    />
  )
}
