import type { ReactNode } from "react"
import type { Activity } from "#app/domain/network/activity.server.ts"
import { withQuery } from "#app/http/query.ts"
import { useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { Section } from "#app/ui/index.ts"
import { useActivity } from "./activity.ts"

type Place = { readonly code: string; readonly name: string }

/** Places in columns, each with its code. */
export function PlaceList<One extends Place>({
  places,
  item,
}: {
  places: readonly One[]
  item: (place: One) => ReactNode
}) {
  return (
    <ul className="gap-8 sm:columns-2 lg:columns-3">
      {places.map((place) => (
        <li key={place.code} className="flex break-inside-avoid justify-between gap-4 border-b border-rule py-1">
          {item(place)}
          <span className="tabular text-sm text-ink-soft">{place.code}</span>
        </li>
      ))}
    </ul>
  )
}

type Part = Place & { readonly activity: Activity | null }

/** The kabupaten and kota of a province, each with what goes on there. */
export function Parts({ parts }: { parts: readonly Part[] }) {
  const t = useT()
  const to = useLocalPath()
  const told = useActivity()
  return (
    <Section title={t("region.show.parts")} id="daerah" lede={t("region.show.partsLede", { count: parts.length })}>
      <PlaceList
        places={parts}
        item={(part) => (
          <span>
            <a className="anchor" href={to(paths.region(part.code))}>
              {part.name}
            </a>
            {part.activity ? <span className="block text-sm text-ink-soft">{told(part.activity)}</span> : null}
          </span>
        )}
      />
    </Section>
  )
}

/** The kecamatan of a kabupaten or kota; each leads to its kelurahan and desa. */
export function Districts({
  code,
  districts,
  chosen,
}: {
  code: string
  districts: readonly Place[]
  chosen: string | null
}) {
  const t = useT()
  const to = useLocalPath()
  return (
    <Section
      title={t("region.show.districts")}
      id="kecamatan"
      lede={
        districts.length === 0
          ? t("region.show.districtsNone")
          : `${t("region.show.districtsCount", { count: districts.length })}. ${t("region.show.districtsLede")}`
      }
    >
      {districts.length === 0 ? null : (
        <PlaceList
          places={districts}
          item={(district) => (
            <a
              className="anchor"
              href={`${withQuery(to(paths.region(code)), { kecamatan: district.code })}#kelurahan`}
              aria-current={district.code === chosen ? "true" : undefined}
            >
              {district.name}
            </a>
          )}
        />
      )}
    </Section>
  )
}

type Village = Place & { readonly kind: "kelurahan" | "desa" }

/** The kelurahan and desa of one kecamatan. */
export function Villages({ district, villages }: { district: string; villages: readonly Village[] }) {
  const t = useT()
  return (
    <Section
      title={t("region.show.villages", { district })}
      id="kelurahan"
      lede={
        villages.length === 0
          ? t("region.show.villagesNone")
          : t("region.show.villagesCount", { count: villages.length })
      }
    >
      {villages.length === 0 ? null : (
        <PlaceList
          places={villages}
          item={({ code, name }) => (
            <span>
              {name}{" "}
              <span className="text-sm text-ink-soft">
                {t(`region.villageKind.${villages.find((village) => village.code === code)?.kind ?? "desa"}`)}
              </span>
            </span>
          )}
        />
      )}
    </Section>
  )
}
