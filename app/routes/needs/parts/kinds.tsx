import type { ContributionKind } from "#app/domain/proposal/kinds.ts"
import { useT } from "#app/i18n/react.tsx"
import { Badge, Cluster } from "#app/ui/index.ts"

/** Kinds of contribution as a row of words. */
export function Kinds({ kinds }: { kinds: readonly ContributionKind[] }) {
  const t = useT()
  return (
    <Cluster gap="xs">
      {kinds.map((kind) => (
        <Badge key={kind}>{t(`proposal.kind.${kind}`)}</Badge>
      ))}
    </Cluster>
  )
}
