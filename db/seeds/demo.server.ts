import { hashPassword } from "#app/domain/identity/password.server.ts"
import { privacyNoticeVersion } from "#app/domain/identity/privacy-notice.ts"
import type { AppServices } from "#app/domain/kernel/context.ts"
import { newId } from "#app/domain/kernel/ids.ts"
import { createOrganisation, submitOrganisation } from "#app/domain/organisation/editing.server.ts"
import { acceptInvitation, inviteMember } from "#app/domain/organisation/invitations.server.ts"
import type { MandateDetails } from "#app/domain/organisation/mandate-schema.ts"
import { decideMandate, enterMandate } from "#app/domain/organisation/mandates.server.ts"
import { decideOrganisation } from "#app/domain/organisation/verification.server.ts"
import { enrolKey } from "#app/domain/signature/enrolment.server.ts"
import { actingAs, as, type DemoNetwork, type DemoSecrets } from "./demo-actor.server.ts"
import { loadBorderAgreement, loadFoundingAgreement } from "./demo-agreements.server.ts"
import { loadContributions } from "./demo-contributions.server.ts"
import { samplePaper } from "./demo-evidence.ts"
import { loadInitiatives } from "./demo-initiatives.server.ts"
import { loadLearningExchange } from "./demo-learning.server.ts"
import {
  type DemoOrganisation,
  type DemoPerson,
  demoOrganisations,
  secondSecretariatPerson,
  secretariatPerson,
} from "./demo-people.ts"
import { loadRegions } from "./regions.server.ts"

/**
 * Loads the demonstration network through the same domain functions that its users call, so that every rule has been
 * kept and every act stands in the record: organisations in each state, mandates, keys, one agreement sealed by both
 * sides and one still in negotiation, needs, proposals, initiatives, and a learning exchange. Expects a migrated, otherwise empty database.
 */
export async function loadDemo(services: AppServices, secrets: DemoSecrets): Promise<void> {
  await loadRegions(services.db, { villages: true })
  const passwordHash = await hashPassword(secrets.password)
  const secretariat = await insertAccount(services, secretariatPerson, passwordHash, { secretariat: true })
  await insertAccount(services, secondSecretariatPerson, passwordHash, { secretariat: true })
  const accounts = new Map<string, string>()
  for (const person of demoOrganisations.flatMap(({ members }) => members))
    accounts.set(person.email, await insertAccount(services, person, passwordHash, {}))

  const organisations = new Map<string, string>()
  for (const organisation of demoOrganisations)
    organisations.set(organisation.key, await loadOrganisation(services, secretariat, accounts, organisation))

  const network: DemoNetwork = { services, secrets, secretariat, accounts, organisations }
  await appoint(network, "jabar", "gubernur@jabar.example", "Gubernur Jawa Barat", "Gubernur Jawa Barat (peraga)")
  await appoint(network, "magelang", "walikota@magelang.example", "Wali Kota Magelang", "Wali Kota Magelang (peraga)")
  await appointOfficer(network)
  const code = await loadFoundingAgreement(network)
  await loadBorderAgreement(network)
  const proposals = await loadContributions(network)
  await loadInitiatives(network, proposals, code)
  await loadLearningExchange(network, code)
}

async function insertAccount(
  services: AppServices,
  person: DemoPerson,
  passwordHash: string,
  options: { secretariat?: boolean },
): Promise<string> {
  const now = services.clock.now()
  const id = newId()
  await services.db
    .insertInto("account")
    .values({
      id,
      email: person.email,
      name: person.name,
      passwordHash,
      locale: "id",
      timeZone: "Asia/Jakarta",
      emailVerifiedAt: now,
      secretariatSince: options.secretariat ? now : null,
      privacyNoticeVersion,
      privacyAcceptedAt: now,
      createdAt: now,
      deletedAt: null,
      demoSince: now,
    })
    .execute()
  return id
}

async function loadOrganisation(
  services: AppServices,
  secretariat: string,
  accounts: ReadonlyMap<string, string>,
  organisation: DemoOrganisation,
): Promise<string> {
  const [founder, ...others] = organisation.members
  const founderId = accounts.get(founder!.email)!
  const paper = { name: "bukti-peraga.pdf", bytes: samplePaper(organisation.details.name) }
  const id = await createOrganisation(await actingAs(services, founderId, null), organisation.details, paper, {
    demo: true,
  })
  const lockVersion = async () =>
    (await services.db.selectFrom("organisation").select("lockVersion").where("id", "=", id).executeTakeFirstOrThrow())
      .lockVersion
  if (organisation.outcome !== "draft")
    await submitOrganisation(await actingAs(services, founderId, id), id, await lockVersion())
  const reviewer = await actingAs(services, secretariat, null)
  if (organisation.outcome === "verified") await decideOrganisation(reviewer, id, "verify", "", await lockVersion())
  if (organisation.outcome === "refused")
    await decideOrganisation(reviewer, id, "refuse", organisation.refusal ?? "", await lockVersion())
  for (const member of others) {
    await inviteMember(await actingAs(services, founderId, id), id, member.email, member.role)
    await acceptInvitation(
      await actingAs(services, accounts.get(member.email)!, null),
      await invitationToken(services, member.email),
    )
  }
  return id
}

/** The token stands only in the message that was queued, as it would in the invited person's mailbox. */
async function invitationToken(services: AppServices, email: string): Promise<string> {
  const rows = await services.db
    .selectFrom("outbox")
    .select("payload")
    .orderBy("createdAt", "desc")
    .orderBy("id", "desc")
    .execute()
  const mails = rows.map(
    ({ payload }) => JSON.parse(payload) as { to: string; kind: string; values: { token: string } },
  )
  return mails.find(({ to, kind }) => to === email && kind === "invitation")!.values.token
}

/** The officer of West Java's personnel agency who seals certificates of learning. */
const appointOfficer = (network: DemoNetwork): Promise<void> =>
  appoint(
    network,
    "jabar",
    "bkd@jabar.example",
    "Kepala Badan Kepegawaian Daerah Provinsi Jawa Barat",
    "Kepala BKD Provinsi Jawa Barat (peraga)",
    { officeKind: "delegate", basisKind: "surat_kuasa", instruments: ["sertifikat_pembelajaran"] },
  )

/** Enters and verifies a mandate, of a head of region unless told otherwise, and enrols its holder's key. */
async function appoint(
  network: DemoNetwork,
  organisation: string,
  holder: string,
  office: string,
  holderName: string,
  kind: Pick<MandateDetails, "officeKind" | "basisKind" | "instruments"> = {
    officeKind: "head_of_region",
    basisKind: "sk",
    instruments: ["kesepakatan_bersama", "perjanjian_kerja_sama"],
  },
): Promise<void> {
  const { services, secrets } = network
  const bureau = demoOrganisations.find(({ key }) => key === organisation)!.members[0]!
  const id = await enterMandate(
    await as(network, bureau.email, organisation),
    network.organisations.get(organisation)!,
    {
      accountId: network.accounts.get(holder)!,
      holderName,
      office,
      ...kind,
      basisNumber: `PERAGA-${organisation.toUpperCase()}/2025`,
      basisDate: "2025-02-20",
      validFrom: "2025-02-20",
      validUntil: "2030-02-20",
    },
    { name: "keputusan-peraga.pdf", bytes: samplePaper(`Keputusan pengangkatan ${office}`) },
  )
  await decideMandate(await actingAs(services, network.secretariat, null), id, "verify", "", 0)
  await enrolKey(await as(network, holder, organisation), id, {
    passphrase: secrets.passphrase,
    passphraseAgain: secrets.passphrase,
    password: secrets.password,
  })
}
