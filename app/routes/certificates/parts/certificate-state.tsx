import { useT } from "#app/i18n/react.tsx"
import { StateBadge } from "#app/ui/index.ts"
import type { LearningCertificateStatus } from "#db/schema.ts"

const looks = { prepared: "waiting", sealed: "positive", revoked: "refused" } as const

/** The state of a certificate, with icon and word. */
export function CertificateState({ status }: { status: LearningCertificateStatus }) {
  const t = useT()
  return <StateBadge state={looks[status]}>{t(`certificate.status.${status}`)}</StateBadge>
}
