import { useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { Notice, PostButton } from "#app/ui/index.ts"
import type { Standing } from "./standing.ts"

/**
 * Says that the reader acts for another organisation than this page's, with the way to switch and come back to `back`
 * (an internal path without language). Draws nothing where he acts for this one.
 */
export function OtherOrganisation({ standing, back }: { standing: Standing; back: string }) {
  const t = useT()
  const to = useLocalPath()
  const { acting, actingFor, organisation } = standing
  if (acting) return null
  return (
    <Notice
      kind="warning"
      title={t("organisation.desk.other.title")}
      actions={
        <PostButton action={to(paths.actFor())} fields={{ organisation: organisation.id, lanjut: back }} size="sm">
          {t("organisation.desk.other.switch", { organisation: organisation.name })}
        </PostButton>
      }
    >
      {actingFor === null
        ? t("organisation.desk.other.bodyNobody")
        : t("organisation.desk.other.body", { acting: actingFor })}
    </Notice>
  )
}
