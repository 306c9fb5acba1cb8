import { addMilliseconds, hours, type Instant } from "../kernel/clock.ts"

/** The three zones of the country; none of them knows daylight saving. */
export const offsets = { "Asia/Jakarta": 7, "Asia/Makassar": 8, "Asia/Jayapura": 9 } as const
export type RegionZone = keyof typeof offsets

/** Provinces on Central Indonesian Time: Bali, Nusa Tenggara, South, East and North Kalimantan, Sulawesi. */
const central = ["51", "52", "53", "63", "64", "65", "71", "72", "73", "74", "75", "76"]

/** The zone in which the region under `code` lives: Maluku and Papua on WIT, everybody west of WITA on WIB. */
export function zoneOfRegion(code: string): RegionZone {
  const province = code.slice(0, 2)
  if (central.includes(province)) return "Asia/Makassar"
  return province >= "81" ? "Asia/Jayapura" : "Asia/Jakarta"
}

/** The instant at which clocks of `zone` show `local` (YYYY-MM-DDTHH:MM), or null where that is no moment. */
export function instantIn(local: string, zone: RegionZone): Instant | null {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(local)) return null
  const shown = Date.parse(`${local}:00.000Z`)
  if (Number.isNaN(shown) || new Date(shown).toISOString().slice(0, 16) !== local) return null
  return addMilliseconds(new Date(shown).toISOString(), -hours(offsets[zone]))
}

/** What clocks of `zone` show at `instant`, as a form types it: YYYY-MM-DDTHH:MM. */
export const localIn = (instant: Instant, zone: RegionZone): string =>
  addMilliseconds(instant, hours(offsets[zone])).slice(0, 16)
