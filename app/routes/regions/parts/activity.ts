import type { Activity } from "#app/domain/network/activity.server.ts"
import { useT } from "#app/i18n/react.tsx"

/** Says what goes on in a region in a few words; nothing where nothing does. */
export function useActivity(): (activity: Activity | null) => string {
  const t = useT()
  return (activity) =>
    (["partners", "initiatives", "agreements"] as const)
      .flatMap((what) => (activity?.[what] ? [t(`region.show.activity.${what}`, { count: activity[what] })] : []))
      .join(" · ")
}
