import { z } from "zod"
import { sealedFilesOf } from "../../agreement/documents.server.ts"
import { getPublicAgreement, listPublicAgreements, type RegisterEntry } from "../../agreement/register.server.ts"
import { readRegisterFilter } from "../../agreement/register-filter.ts"
import { type Seal, sealsOf } from "../../agreement/seals.server.ts"
import type { Ctx } from "../../kernel/context.ts"
import { dataLimits } from "../datasets.ts"
import { address, day, demo, instant, pageUrl, region, updatedAt, words } from "../fields.server.ts"
import { listQuery, regionFilter } from "../query.server.ts"
import { defineResource, joined, recordPage } from "../resource.server.ts"

const party = z.strictObject({
  ordinal: z.union([z.literal(1), z.literal(2)]).describe("1 is PIHAK KESATU, 2 is PIHAK KEDUA"),
  organisation: words("Government of the region"),
  region,
  number: words("The party's own number of the document; empty where it has none"),
  numberedOn: day("Day of that number").nullable(),
})

const signature = z.strictObject({
  signer: words("Name as printed in the document"),
  office: words("Office in which was signed"),
  party: words("Region for which was signed").nullable(),
  signedAt: instant("Time of the seal"),
  provider: words("Who made the signature"),
})

const record = z.strictObject({
  code: words("Public code, such as KB-7H3K-9QPD; it does not change"),
  title: words("What the agreement is about"),
  kind: z.literal("kesepakatan_bersama").describe("Memorandum of understanding (kesepakatan bersama)"),
  state: z.enum(["in_force", "lapsed"]).describe("Whether its period runs or is over"),
  demo,
  parties: z.array(party).length(2).describe("In their order"),
  period: z.strictObject({ from: day("First day").nullable(), until: day("Last day").nullable() }),
  signedOn: day("Day that stands in the text").nullable(),
  place: words("Place of signing"),
  inForceAt: instant("When both had signed"),
  updatedAt,
  pageUrl,
  pdfUrl: address("The sealed document"),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullable()
    .describe("SHA-256 of that file"),
  verifyUrl: address("Page that the QR code opens").nullable(),
  signatures: z.array(signature).describe("In order of sealing"),
})

const detail = record.extend({
  clauses: z
    .array(
      z.strictObject({
        key: words("Stays through versions"),
        title: words("Heading"),
        body: words("Small Markdown subset"),
      }),
    )
    .describe("The signed text, clause by clause"),
})

type File = { readonly sha256: string; readonly verifyCode: string } | undefined

function recordOf(ctx: Ctx, entry: RegisterEntry, file: File, seals: readonly Seal[]): z.output<typeof record> {
  const regionOf = new Map(entry.parties.map((side) => [side.id, side.regionName]))
  const page = recordPage(ctx, "agreements", entry.code)
  return {
    code: entry.code,
    title: entry.title,
    kind: "kesepakatan_bersama",
    state: entry.status,
    demo: entry.demo,
    parties: entry.parties.map((side) => ({
      ordinal: side.ordinal,
      organisation: side.organisationName,
      region: { code: side.regionCode, name: side.regionName },
      number: side.number,
      numberedOn: side.numberedOn,
    })),
    period: { from: entry.periodFrom, until: entry.periodUntil },
    signedOn: entry.signingDate,
    place: entry.place,
    inForceAt: entry.inForceAt,
    updatedAt: entry.updatedAt,
    pageUrl: page,
    pdfUrl: `${page}/dokumen.pdf`,
    sha256: file?.sha256 ?? null,
    verifyUrl: file ? `${ctx.settings.appUrl}/v/${encodeURIComponent(file.verifyCode)}` : null,
    signatures: seals
      .filter((seal) => seal.agreementId === entry.id)
      .map((seal) => ({
        signer: seal.signerName,
        office: seal.office,
        party: regionOf.get(seal.partyId) ?? null,
        signedAt: seal.signedAt,
        provider: seal.provider,
      })),
  }
}

type Entry = z.output<typeof record>
const side = (ordinal: 1 | 2) => (entry: Entry) => entry.parties.find((party) => party.ordinal === ordinal)

/** The register of agreements that are in force or have lapsed. */
export const agreements = defineResource({
  key: "agreements",
  name: "Agreement",
  about: "Agreements between regions that are in force or have lapsed, newest first",
  access: "agreement.browse",
  id: "code",
  query: listQuery(
    {
      region: regionFilter,
      status: z.enum(["in_force", "lapsed"]).describe("in_force or lapsed").optional(),
      year: z
        .string()
        .regex(/^(19|20|21)\d{2}$/)
        .describe("a year such as 2021")
        .optional(),
    },
    (cursor) => readRegisterFilter(new URLSearchParams({ cursor })).faults.length === 0,
  ),
  pageNames: {},
  record,
  detail,
  async list(ctx, { limit = dataLimits.page, ...query }) {
    const { filter } = readRegisterFilter(new URLSearchParams(query))
    const { entries, next } = await listPublicAgreements(ctx, { ...filter, limit })
    const ids = entries.map(({ id }) => id)
    const files = await sealedFilesOf(ctx, ids)
    const seals = await sealsOf(ctx.db, ids)
    return { records: entries.map((entry) => recordOf(ctx, entry, files.get(entry.id), seals)), next }
  },
  async find(ctx, code) {
    const { document, seals, milestones: _, ...entry } = await getPublicAgreement(ctx, code)
    const file = { sha256: document.newest.sha256, verifyCode: document.verifyCode }
    const clauses = document.input.clauses.map(({ key, title, body }) => ({ key, title, body }))
    return { ...recordOf(ctx, entry, file, seals), clauses }
  },
  columns: {
    code: ({ code }) => code,
    title: ({ title }) => title,
    kind: ({ kind }) => kind,
    state: ({ state }) => state,
    demo: (entry) => entry.demo,
    party_1: (entry) => side(1)(entry)?.region.name ?? null,
    party_1_region_code: (entry) => side(1)(entry)?.region.code ?? null,
    party_1_number: (entry) => side(1)(entry)?.number ?? null,
    party_2: (entry) => side(2)(entry)?.region.name ?? null,
    party_2_region_code: (entry) => side(2)(entry)?.region.code ?? null,
    party_2_number: (entry) => side(2)(entry)?.number ?? null,
    period_from: ({ period }) => period.from,
    period_until: ({ period }) => period.until,
    signed_on: ({ signedOn }) => signedOn,
    place: ({ place }) => place,
    in_force_at: ({ inForceAt }) => inForceAt,
    updated_at: (entry) => entry.updatedAt,
    signers: ({ signatures }) => joined(signatures.map(({ signer, office }) => `${signer}, ${office}`)),
    page_url: (entry) => entry.pageUrl,
    pdf_url: ({ pdfUrl }) => pdfUrl,
    sha256: ({ sha256 }) => sha256,
    verify_url: ({ verifyUrl }) => verifyUrl,
  },
})

export type AgreementRecord = Entry
