import { z } from "zod"
import type { Db } from "#db/connection.ts"

const licence = z.object({
  /** As people cite it. */
  name: z.string().trim().min(1).max(100),
  /** Its SPDX identifier. */
  identifier: z.string().trim().min(1).max(60),
  url: z.url({ protocol: /^https?$/ }),
})

/** Under which terms the open data may be used, and who says so: null where the installation says nothing of its own. */
export type Licence = z.output<typeof licence> & { readonly source: string | null }

export const licenceSetting = "publishing.licence"

/** What holds where the installation says nothing else. */
export const shippedLicence: Licence = {
  name: "CC BY 4.0",
  identifier: "CC-BY-4.0",
  url: "https://creativecommons.org/licenses/by/4.0/",
  source: null,
}

/** The licence of this installation: its `setting` row, and the shipped one where that is missing or unreadable. */
export async function readLicence({ db }: { readonly db: Db }): Promise<Licence> {
  const row = await db
    .selectFrom("setting")
    .select(["value", "sourceNote"])
    .where("key", "=", licenceSetting)
    .executeTakeFirst()
  if (!row) return shippedLicence
  try {
    return { ...licence.parse(JSON.parse(row.value)), source: row.sourceNote }
  } catch {
    return shippedLicence
  }
}
