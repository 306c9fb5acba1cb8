import { z } from "zod"
import type { Ctx } from "../../kernel/context.ts"
import {
  getPublicOrganisation,
  listPublicOrganisations,
  type PublicOrganisation,
} from "../../organisation/directory.server.ts"
import { allLegalForms, strands } from "../../organisation/legal-forms.ts"
import { decodeCursor } from "../../search/cursor.ts"
import { dataLimits } from "../datasets.ts"
import { demo, instant, pageUrl, region, regionCode, slug, strand, updatedAt, words } from "../fields.server.ts"
import { listQuery, regionFilter } from "../query.server.ts"
import { defineResource, recordPage } from "../resource.server.ts"

const record = z.strictObject({
  slug,
  name: words("As it is registered"),
  strand,
  legalForm: z.enum(allLegalForms).describe("Legal form, in Indonesian terms"),
  region: region.describe("Where it has its seat"),
  governs: regionCode.nullable().describe("Code of the region that it governs; null for all but regional governments"),
  description: words("In its own words; may be empty"),
  website: words("Address of its website; null where it told none").nullable(),
  verifiedAt: instant("When the network's secretariat verified it").nullable(),
  demo,
  updatedAt,
  pageUrl,
})

const recordOf = (ctx: Ctx, entry: PublicOrganisation): z.output<typeof record> => ({
  slug: entry.slug,
  name: entry.name,
  strand: entry.strand,
  legalForm: readLegalForm(entry.legalForm),
  region: { code: entry.regionCode, name: entry.regionName },
  governs: entry.governsRegionCode,
  description: entry.description,
  website: entry.website === "" ? null : entry.website,
  verifiedAt: entry.verifiedAt,
  demo: entry.demo,
  updatedAt: entry.updatedAt,
  pageUrl: recordPage(ctx, "organisations", entry.slug),
})

function readLegalForm(stored: string) {
  const form = allLegalForms.find((candidate) => candidate === stored)
  if (form === undefined) throw new Error(`Unknown legal form ${stored}`)
  return form
}

/** Verified organisations; no contact person, telephone or address of anybody. */
export const organisations = defineResource({
  key: "organisations",
  name: "Organisation",
  about: "Verified organisations of the five strands, by name",
  access: "organisation.browse",
  id: "slug",
  query: listQuery(
    { strand: z.enum(strands).describe("A, B, C, G or M").optional(), region: regionFilter },
    (cursor) => decodeCursor(cursor, 2) !== null,
  ),
  pageNames: { strand: "unsur", region: "wilayah", cursor: "setelah" },
  record,
  detail: record,
  async list(ctx, { q = "", strand: of = null, region: where = null, cursor = null, limit = dataLimits.page }, newest) {
    const filter = { q, strand: of, region: where, cursor, limit, newest: newest === true }
    const { entries, next } = await listPublicOrganisations(ctx, filter)
    return { records: entries.map((entry) => recordOf(ctx, entry)), next }
  },
  async find(ctx, key) {
    return recordOf(ctx, await getPublicOrganisation(ctx, key))
  },
  columns: {
    slug: (entry) => entry.slug,
    name: ({ name }) => name,
    strand: (entry) => entry.strand,
    legal_form: ({ legalForm }) => legalForm,
    region: (entry) => entry.region.name,
    region_code: (entry) => entry.region.code,
    governs: ({ governs }) => governs,
    description: ({ description }) => description,
    website: ({ website }) => website,
    verified_at: ({ verifiedAt }) => verifiedAt,
    demo: (entry) => entry.demo,
    updated_at: (entry) => entry.updatedAt,
    page_url: (entry) => entry.pageUrl,
  },
})

export type OrganisationRecord = z.output<typeof record>
