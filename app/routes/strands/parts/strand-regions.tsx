import { useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { Anchor, RecordTable, Section } from "#app/ui/index.ts"

/** How much a strand shares with each region, most first. */
export function StrandRegions({
  regions,
}: {
  regions: readonly { readonly code: string; readonly name: string; readonly shared: number }[]
}) {
  const t = useT()
  const to = useLocalPath()
  return (
    <Section title={t("strand.regions")} lede={t("strand.regionsLede")} id="wilayah" sideHead>
      {regions.length === 0 ? (
        <p>{t("strand.regionsNone")}</p>
      ) : (
        <RecordTable
          caption={t("strand.regions")}
          captionHidden
          rows={regions}
          rowKey={({ code }) => code}
          columns={[
            {
              key: "region",
              header: t("strand.region"),
              rowHeader: true,
              cell: ({ code, name }) => <Anchor href={to(paths.region(code))}>{name}</Anchor>,
            },
            { key: "shared", header: t("strand.shared"), numeric: true, cell: ({ shared }) => shared },
          ]}
        />
      )}
    </Section>
  )
}
