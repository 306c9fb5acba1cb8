import { withQuery } from "#app/http/query.ts"
import { useT } from "#app/i18n/react.tsx"
import { TabLinks } from "#app/ui/index.ts"
import { mapView } from "./map-view.ts"

/** The two views of a set: as a list and on the map. Both links keep the filters; a list begins at its beginning. */
export function ListOrMap({
  here,
  filters,
  onMap,
}: {
  here: string
  filters: Readonly<Record<string, string | number | null>>
  onMap: boolean
}) {
  const t = useT()
  return (
    <TabLinks
      label={t("map.view")}
      items={[
        { href: withQuery(here, filters), label: t("map.list"), current: !onMap },
        { href: withQuery(here, { ...filters, ...mapView }), label: t("map.map"), current: onMap },
      ]}
    />
  )
}
