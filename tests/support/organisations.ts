import { createOrganisation, submitOrganisation } from "#app/domain/organisation/editing.server.ts"
import type { Upload } from "#app/domain/organisation/evidence.server.ts"
import type { MandateDetails } from "#app/domain/organisation/mandate-schema.ts"
import { enterMandate } from "#app/domain/organisation/mandates.server.ts"
import type { OrganisationDecision, OrganisationDetails } from "#app/domain/organisation/schema.ts"
import { decideOrganisation } from "#app/domain/organisation/verification.server.ts"
import type { AccountTable, OrganisationStatus } from "#db/schema.ts"
import { samplePaper } from "#db/seeds/demo-evidence.ts"
import type { World } from "./world.ts"

/** What an organisation says of itself, complete unless a test leaves something out. */
export const detailsOf = (overrides: Partial<OrganisationDetails> = {}): OrganisationDetails => ({
  name: "Komunitas Sungai Progo",
  strand: "C",
  legalForm: "perkumpulan",
  regionCode: "33.71",
  description: "Warga yang menjaga sungai dari hulu sampai hilir.",
  address: "Jalan Tepi Sungai 1",
  website: "",
  contactName: "Narahubung Rahasia",
  contactEmail: "narahubung@contoh.example",
  contactPhone: "0293 555 0101",
  ...overrides,
})

/** A paper that passes as evidence. */
export const paper = (name = "akta.pdf"): Upload => ({ name, bytes: samplePaper("Akta pendirian") })

/** A government of Kota Magelang by its details; only one of a region can be verified. */
export const pemdaDetails = (overrides: Partial<OrganisationDetails> = {}): OrganisationDetails =>
  detailsOf({ name: "Pemerintah Kota Magelang", strand: "G", legalForm: "pemda", ...overrides })

/** An organisation and its first admin. */
export type Founded = { readonly id: string; readonly admin: AccountTable }

const refusal = "Akta belum menyebut pengurus yang sekarang."

/** An organisation in `status`, brought there by the use cases that people have. */
export async function organisationIn(
  world: World,
  status: OrganisationStatus,
  details: OrganisationDetails = detailsOf(),
): Promise<Founded> {
  const admin = await world.create.account()
  const id = await createOrganisation(await world.as(admin), details, paper())
  const founded = { id, admin }
  if (status === "draft") return founded
  await submitOrganisation(await world.as(admin, id), id, await lockVersion(world, id))
  if (status === "refused") await decide(world, id, "refuse", refusal)
  if (status === "verified" || status === "suspended") await decide(world, id, "verify", "")
  if (status === "suspended") await decide(world, id, "suspend", refusal)
  return founded
}

/** The version that a form of this moment would carry. */
export const lockVersion = async (world: World, id: string): Promise<number> =>
  (await world.db.selectFrom("organisation").select("lockVersion").where("id", "=", id).executeTakeFirstOrThrow())
    .lockVersion

/** Decides as a member of the secretariat who has no part in the case, from a page opened this moment. */
export async function decide(
  world: World,
  id: string,
  decision: OrganisationDecision,
  reason = refusal,
): Promise<void> {
  const ctx = await world.as(await world.create.secretariat(), null)
  await decideOrganisation(ctx, id, decision, reason, await lockVersion(world, id))
}

/** A mandate of a head of region as its form reads it, complete unless a test leaves something out. */
export const mandateDetails = (accountId: string, overrides: Partial<MandateDetails> = {}): MandateDetails => ({
  accountId,
  holderName: "Wali Kota (contoh)",
  office: "Wali Kota Magelang",
  officeKind: "head_of_region",
  basisKind: "sk",
  basisNumber: "131.33-100/2025",
  basisDate: "2025-02-20",
  instruments: ["kesepakatan_bersama"],
  validFrom: "2025-02-20",
  validUntil: "2030-02-20",
  ...overrides,
})

/** The verified government of Kota Magelang with an admin and a head whose mandate waits for the secretariat. */
export async function governmentWithMandate(world: World, overrides: Partial<MandateDetails> = {}) {
  const organisation = await world.create.pemda("33.71")
  const admin = await world.create.member(organisation.id, "admin", { name: "Admin Magelang" })
  const head = await world.create.member(organisation.id, "member", { name: "Wali Kota" })
  const id = await enterMandate(
    await world.as(admin),
    organisation.id,
    mandateDetails(head.id, overrides),
    paper("sk.pdf"),
  )
  return { organisation, admin, head, id }
}
