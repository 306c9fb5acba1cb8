import type { TiesOf, WorkedWith } from "#app/domain/network/ties.server.ts"
import { useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { Anchor } from "#app/ui/index.ts"
import { TiesTable } from "../../parts/ties-table.tsx"

/** The regions that a partner works with, and on what. */
export function RegionsWorkedWith({ ties }: { ties: TiesOf<WorkedWith> }) {
  const t = useT()
  const to = useLocalPath()
  return (
    <TiesTable
      ties={ties}
      title={t("network.ties.regions")}
      header={t("network.ties.region")}
      rowKey={({ code }) => code}
      name={({ code, name }) => <Anchor href={to(paths.region(code))}>{name}</Anchor>}
    />
  )
}
