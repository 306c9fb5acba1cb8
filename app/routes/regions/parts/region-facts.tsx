import { useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { Anchor, DefinitionList, Section } from "#app/ui/index.ts"
import type { RegionKind } from "#db/schema.ts"

type Props = {
  region: { readonly code: string; readonly kind: RegionKind; readonly decree: string }
  province: { readonly code: string; readonly name: string } | null
}

/** Code, kind, province and decree of a region. */
export function RegionFacts({ region, province }: Props) {
  const t = useT()
  const to = useLocalPath()
  return (
    <Section title={t("region.show.facts")} id="data">
      <DefinitionList
        items={[
          { key: "code", term: t("region.show.code"), value: <span className="tabular">{region.code}</span> },
          { key: "kind", term: t("region.show.kind"), value: t(`region.kind.${region.kind}`) },
          ...(province
            ? [
                {
                  key: "province",
                  term: t("region.show.province"),
                  value: <Anchor href={to(paths.region(province.code))}>{province.name}</Anchor>,
                },
              ]
            : []),
          { key: "decree", term: t("region.show.decree"), value: <span lang="id">{region.decree}</span> },
        ]}
      />
    </Section>
  )
}
