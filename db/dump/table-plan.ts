import type { Schema } from "../schema.ts"

/**
 * What a backup does with a table. `files` are the columns whose SHA-256 names a file of the store; `hashes` are
 * columns of 64 hex digits that name none.
 */
export type TablePlan =
  | { readonly in: "backup"; readonly files?: readonly string[]; readonly hashes?: readonly string[] }
  | { readonly in: "none"; readonly why: string }

const kept: TablePlan = { in: "backup" }

/** Every table of the product, by name in TypeScript: one that is missing here does not compile. */
export const tablePlans: Readonly<Record<keyof Schema, TablePlan>> = {
  account: kept,
  session: { in: "none", why: "whoever is signed in signs in again after a restoration" },
  mailToken: kept,
  rateLimit: { in: "none", why: "counts of attempts that are over within a day" },
  region: kept,
  district: kept,
  village: kept,
  storedFile: { in: "backup", files: ["sha256"] },
  organisation: kept,
  organisationReview: kept,
  membership: kept,
  invitation: kept,
  mandate: kept,
  agreement: kept,
  agreementParty: kept,
  agreementVersion: { in: "backup", hashes: ["sha256"] },
  agreementApproval: kept,
  agreementDocument: kept,
  agreementRevision: { in: "backup", files: ["sha256"] },
  agreementReading: { in: "backup", hashes: ["revision_sha256"] },
  authority: kept,
  certificate: kept,
  signature: { in: "backup", files: ["sha256_before", "sha256_after"] },
  need: kept,
  proposal: kept,
  proposalVersion: { in: "backup", hashes: ["sha256"] },
  proposalPoint: kept,
  proposalPartner: kept,
  proposalFile: kept,
  initiative: kept,
  initiativeProposal: kept,
  initiativePartner: kept,
  milestone: kept,
  initiativeUpdate: { in: "backup", files: ["picture_sha256"] },
  outcome: kept,
  outcomeMeasure: kept,
  programme: kept,
  programmeModule: kept,
  cohort: kept,
  learner: kept,
  learningSession: kept,
  attendance: kept,
  actionPlan: kept,
  learningCertificate: { in: "backup", files: ["base_sha256", "sha256"] },
  apiToken: { in: "backup", hashes: ["secret_sha256"] },
  apiAnswer: { in: "backup", hashes: ["request_sha256"] },
  auditEvent: kept,
  outbox: kept,
  setting: kept,
  searchQueue: { in: "none", why: "the index is made anew after a restoration" },
  searchEntry: { in: "none", why: "made anew from what is public" },
  searchWord: { in: "none", why: "made anew with the entries" },
  searchVariant: { in: "none", why: "made anew with the entries" },
  searchState: { in: "none", why: "says of which version the index is; a fresh one is of none" },
}

/**
 * Tables beside the product's own that a backup leaves out: the migrator's notes, which a restoration writes itself.
 * An index that the portal can make anew from the other tables is named here as well.
 */
export const tablesBeside: readonly RegExp[] = [/^kysely_migration(_lock)?$/, /^sqlite_/, /^search_index(_|$)/]

/** One table as a backup reads and writes it, by its name in the database. */
export type DumpedTable = { readonly name: string; readonly files: readonly string[] }

const snake = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/** The tables that a backup holds, in the order of the plan. */
export const dumpedTables: readonly DumpedTable[] = Object.entries(tablePlans).flatMap(([name, plan]) =>
  plan.in === "backup" ? [{ name: snake(name), files: plan.files ?? [] }] : [],
)

/** Whether a table of the database has its place in the plan. */
export const isPlanned = (table: string): boolean =>
  Object.keys(tablePlans).some((name) => snake(name) === table) || tablesBeside.some((name) => name.test(table))
