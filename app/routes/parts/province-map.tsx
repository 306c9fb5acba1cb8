import type { MapArea, ProvinceCount, ProvinceMap } from "#app/domain/region/province-map.server.ts"
import { useT } from "#app/i18n/react.tsx"
import { Anchor, AreaMap, type CountStep, countSteps, Section, StepLegend } from "#app/ui/index.ts"

/** What is counted on a map; messages under `map` say how each is called. */
export type Mapped = "initiatives" | "needs" | "organisations" | "agreements" | "regions"

const groupId = ({ key }: MapArea) => `batas-lama-${key}`

/**
 * The map of a set, what its shades mean, and the same numbers as a table. A province leads to the list of what it has;
 * a shape that stands for several provinces of today leads to their names beside the map.
 */
export function ProvinceMapView({
  map,
  counts,
  hrefOf,
}: {
  map: ProvinceMap
  counts: Mapped
  /** The list of what one province has. */
  hrefOf: (provinceCode: string) => string
}) {
  const t = useT()
  const steps = countSteps(map.areas.map(({ count }) => count))
  const many = (count: number) => t(`map.count.${counts}`, { count })
  const title = t(`map.title.${counts}`)
  const label = ({ provinces, count }: MapArea) =>
    provinces.length === 1
      ? t("map.area", { name: provinces[0]?.name ?? "", count: many(count) })
      : t("map.areaTogether", { names: provinces.map(({ name }) => name).join(", "), count: many(count) })
  const areas = map.areas.map((area) => ({
    ...area,
    label: label(area),
    href: area.provinces.length === 1 ? hrefOf(area.provinces[0]?.code ?? "") : `#${groupId(area)}`,
  }))
  const stepWords = ({ from, to }: CountStep) => (from === to ? many(to) : t("map.range", { from, to: many(to) }))
  return (
    <>
      <Section title={title}>
        <div className="province-map">
          <AreaMap frame={map.frame} areas={areas} steps={steps} title={title} description={t("map.description")} />
          <OldShapes areas={map.areas.filter(({ provinces }) => provinces.length > 1)} hrefOf={hrefOf} />
          <div className="province-map__foot">
            <StepLegend
              steps={steps}
              label={t("map.legend")}
              none={areas.some(({ count }) => count === 0) ? t("map.none") : undefined}
              words={stepWords}
            />
            <p className="province-map__note">{t("map.old.body")}</p>
            <MapSource />
          </div>
        </div>
      </Section>
      <ProvinceTable map={map} counts={counts} hrefOf={hrefOf} />
    </>
  )
}

/** The shapes that are older than their provinces, with each of these by name, from west to east as on the map. */
function OldShapes({ areas, hrefOf }: { areas: readonly MapArea[]; hrefOf: (code: string) => string }) {
  const t = useT()
  return (
    <section className="province-map__old" aria-labelledby="batas-lama">
      <h3 id="batas-lama">{t("map.old.title")}</h3>
      <div className="province-map__groups">
        {[...areas]
          .sort((a, b) => a.at[0] - b.at[0])
          .map((area) => (
            <ul
              key={area.key}
              id={groupId(area)}
              aria-label={t("map.old.shape", { name: area.provinces[0]?.name ?? "" })}
            >
              {area.provinces.map((province) => (
                <li key={province.code}>
                  <ProvinceName province={province} href={hrefOf(province.code)} /> <b>{province.count}</b>
                </li>
              ))}
            </ul>
          ))}
      </div>
    </section>
  )
}

const ProvinceName = ({ province: { name, count }, href }: { province: ProvinceCount; href: string }) =>
  count > 0 ? <Anchor href={href}>{name}</Anchor> : <span>{name}</span>

/** Whose drawing it is, under which licence, and that it was changed: what the licence asks for. */
function MapSource() {
  const t = useT()
  return (
    <p className="province-map__source">
      {t("map.source.shapes")} <Anchor href="https://github.com/VictorCazanave/svg-maps">svg-maps</Anchor>,{" "}
      <Anchor href="https://creativecommons.org/licenses/by/4.0/">CC BY 4.0</Anchor>. {t("map.source.changed")}
    </p>
  )
}

/** The numbers of the map, the most first, and the provinces that have none. */
function ProvinceTable({
  map,
  counts,
  hrefOf,
}: {
  map: ProvinceMap
  counts: Mapped
  hrefOf: (provinceCode: string) => string
}) {
  const t = useT()
  const having = map.provinces.filter(({ count }) => count > 0).sort((a, b) => b.count - a.count)
  const lacking = map.provinces.filter(({ count }) => count === 0)
  return (
    <Section title={t("map.table")} lede={t(`map.note.${counts}`)}>
      <table className="province-table">
        <caption className="visually-hidden">{t(`map.title.${counts}`)}</caption>
        <thead>
          <tr>
            <th scope="col">{t("map.province")}</th>
            <th scope="col">{t(`map.column.${counts}`)}</th>
          </tr>
        </thead>
        <tbody>
          {having.map(({ code, name, count }) => (
            <tr key={code}>
              <th scope="row">
                <Anchor href={hrefOf(code)}>{name}</Anchor>
              </th>
              <td>{count}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {lacking.length > 0 ? (
        <p className="mt-4 text-sm text-ink-soft">
          {t("map.without", { count: lacking.length, names: lacking.map(({ name }) => name).join(", ") })}
        </p>
      ) : null}
    </Section>
  )
}
