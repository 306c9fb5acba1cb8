import { useLocalPath, useT } from "#app/i18n/react.tsx"
import { RecordTable } from "#app/ui/index.ts"
import type { MandateStatus, StandIn } from "#db/schema.ts"
import { MandateState } from "./mandate-state.tsx"
import { officeText } from "./office.tsx"
import { useValidity } from "./validity.ts"

export type ListedMandate = {
  readonly id: string
  readonly office: string
  readonly standIn: StandIn | null
  readonly holderName: string
  readonly organisationName: string
  readonly validFrom: string
  readonly validUntil: string | null
  readonly status: MandateStatus
}

type Props = {
  mandates: readonly ListedMandate[]
  /** The address of one of them, without language. */
  href: (id: string) => string
  caption: string
  withOrganisation?: boolean
}

/** Mandates with office, holder, term and state. */
export function MandateTable({ mandates, href, caption, withOrganisation = false }: Props) {
  const t = useT()
  const to = useLocalPath()
  const validity = useValidity()
  return (
    <RecordTable
      caption={caption}
      captionHidden
      rows={mandates}
      rowKey={({ id }) => id}
      columns={[
        {
          key: "office",
          header: t("mandate.field.office"),
          rowHeader: true,
          cell: (mandate) => (
            <a href={to(href(mandate.id))} lang="id">
              {officeText(mandate)}
            </a>
          ),
        },
        {
          key: "holder",
          header: t("mandate.field.holder"),
          cell: ({ holderName }) => <span lang="id">{holderName}</span>,
        },
        ...(withOrganisation
          ? [
              {
                key: "organisation",
                header: t("mandate.field.organisation"),
                cell: ({ organisationName }: ListedMandate) => <span lang="id">{organisationName}</span>,
              },
            ]
          : []),
        { key: "term", header: t("mandate.field.validity"), cell: validity },
        { key: "status", header: t("mandate.field.status"), cell: ({ status }) => <MandateState status={status} /> },
      ]}
    />
  )
}
