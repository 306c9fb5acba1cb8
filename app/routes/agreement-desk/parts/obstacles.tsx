import type { LockObstacle } from "#app/domain/agreement/lock-obstacles.ts"
import { errorText } from "#app/http/form.ts"
import { useLocale } from "#app/i18n/react.tsx"
import { Notice } from "#app/ui/index.ts"

/** What must be settled before the text can be locked, in the order in which it is settled. */
export function Obstacles({ title, obstacles }: { title: string; obstacles: readonly LockObstacle[] }) {
  const locale = useLocale()
  if (obstacles.length === 0) return null
  return (
    <Notice kind="warning" title={title}>
      <ul className="points">
        {obstacles.map(({ key, region }) => (
          <li key={`${key} ${region}`}>{errorText(locale, key, region === undefined ? {} : { region })}</li>
        ))}
      </ul>
    </Notice>
  )
}
