import { getDistricts, getProvinces, getRegencies, getVillages } from "idn-area-data"
import type { Db } from "../connection.ts"
import type { RegionKind, RegionTable } from "../schema.ts"
import { inTransaction, type Trx } from "../transaction.ts"
import { regionDecree } from "./regions-source.ts"

/** What kind of region a full name stands for; the six units of Jakarta are administrative, not autonomous. */
export function regionKindOf(name: string): RegionKind {
  if (name.startsWith("Kota Administrasi ")) return "kota_administrasi"
  if (name.startsWith("Kabupaten Administrasi ")) return "kabupaten_administrasi"
  if (name.startsWith("Kota ")) return "kota"
  if (name.startsWith("Kabupaten ")) return "kabupaten"
  throw new Error(`Region without its kind: ${name}`)
}

/** Kelurahan are numbered from 1001 in their kecamatan, desa from 2001 (and desa adat from 3001). */
export const villageKindOf = (code: string): "kelurahan" | "desa" =>
  code.split(".")[3]?.startsWith("1") ? "kelurahan" : "desa"

/**
 * Loads provinces, kabupaten/kota and kecamatan, and with `villages` every kelurahan and desa (about 84,000 rows).
 * May run any number of times; a table that is filled already is left alone.
 */
export async function loadRegions(db: Db, options: { villages: boolean }): Promise<void> {
  await inTransaction(db, async (trx) => {
    if (await isEmpty(trx, "region")) {
      const provinces: RegionTable[] = (await getProvinces()).map(({ code, name }) => ({
        code,
        kind: "provinsi",
        name: `Provinsi ${name}`,
        provinceCode: code,
        decree: regionDecree,
      }))
      const regencies: RegionTable[] = (await getRegencies()).map(({ code, name, province_code }) => ({
        code,
        kind: regionKindOf(name),
        name,
        provinceCode: province_code,
        decree: regionDecree,
      }))
      await insertAll([...provinces, ...regencies], (rows) => trx.insertInto("region").values(rows).execute())
    }
    if (await isEmpty(trx, "district")) {
      const districts = (await getDistricts()).map(({ code, regency_code, name }) => ({
        code,
        regionCode: regency_code,
        name,
      }))
      await insertAll(districts, (rows) => trx.insertInto("district").values(rows).execute())
    }
    if (options.villages && (await isEmpty(trx, "village"))) {
      const villages = (await getVillages()).map(({ code, district_code, name }) => ({
        code,
        districtCode: district_code,
        kind: villageKindOf(code),
        name,
      }))
      await insertAll(villages, (rows) => trx.insertInto("village").values(rows).execute())
    }
  })
}

const isEmpty = async (trx: Trx, table: "region" | "district" | "village"): Promise<boolean> =>
  (await trx.selectFrom(table).select("code").limit(1).executeTakeFirst()) === undefined

/** Rows per statement: five columns each stay far below both engines' limits on parameters. */
const chunk = 1000

async function insertAll<T>(rows: readonly T[], insert: (rows: T[]) => Promise<unknown>): Promise<void> {
  for (let at = 0; at < rows.length; at += chunk) await insert(rows.slice(at, at + chunk))
}
