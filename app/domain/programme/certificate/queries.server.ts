import type { Selectable } from "kysely"
import type { LearnerStatus, LearningCertificateTable } from "#db/schema.ts"
import type { Ctx } from "../../kernel/context.ts"
import { notFound } from "../../kernel/errors.ts"
import { isId } from "../../kernel/ids.ts"
import type { CertificateDocument } from "./document.ts"

/** A certificate as its row has it, with what was printed. */
export type Certificate = Omit<Selectable<LearningCertificateTable>, "input"> & { readonly input: CertificateDocument }

/** A learner as far as his certificates go, with what policy needs to know. */
export type CertificateCase = {
  readonly learnerId: string
  readonly name: string
  readonly status: LearnerStatus
  readonly lockVersion: number
  readonly programmeId: string
  readonly programmeTitle: string
  readonly cohortId: string
  readonly cohortName: string
  /** The host: it gives the certificate. */
  readonly organisationId: string
  readonly hostName: string
  /** The agency that sent the learner. */
  readonly partyOrganisationIds: readonly [senderId: string]
  readonly accountId: string
  readonly supervisorId: string
  readonly demo: boolean
  /** The one that counts or may come to count; null before any, and after a revocation. */
  readonly live: Certificate | null
  /** Revoked ones, the newest first. */
  readonly revoked: readonly Certificate[]
}

/**
 * Learners whose certificates the reader may know of: himself, those whose superior he is at the sending agency, those
 * of programmes of the agency that he works for at either end, and for whoever holds a mandate to seal certificates
 * those of the host whose mandate it is. The only entry to learner rows for certificates.
 */
export function visibleCases(ctx: Ctx) {
  const actor = ctx.actor
  const acting = actor?.acting
  const memberOf = actor?.memberships.map(({ organisationId }) => organisationId) ?? []
  return ctx.db
    .selectFrom("learner")
    .innerJoin("cohort", "cohort.id", "learner.cohortId")
    .innerJoin("programme", "programme.id", "cohort.programmeId")
    .where((eb) =>
      eb.or([
        eb("learner.accountId", "=", actor?.accountId ?? ""),
        ...(actor && memberOf.length > 0
          ? [eb.and([eb("learner.supervisorId", "=", actor.accountId), eb("programme.senderId", "in", memberOf)])]
          : []),
        ...(acting && acting.role !== "member"
          ? [eb("programme.hostId", "=", acting.organisationId), eb("programme.senderId", "=", acting.organisationId)]
          : []),
        ...(actor && acting?.role === "member"
          ? [
              eb.and([
                eb("programme.hostId", "=", acting.organisationId),
                eb.exists(
                  eb
                    .selectFrom("mandate")
                    .select("mandate.id")
                    .whereRef("mandate.organisationId", "=", "programme.hostId")
                    .where("mandate.accountId", "=", actor.accountId)
                    .where("mandate.status", "in", ["entered", "verified"])
                    .where("mandate.instruments", "like", '%"sertifikat_pembelajaran"%'),
                ),
              ]),
            ]
          : []),
      ]),
    )
}

/** A learner's certificates. Not found where there is no such learner or the reader may not know of him. */
export async function getCertificateCase(ctx: Ctx, learnerId: string): Promise<CertificateCase> {
  if (!isId(learnerId)) throw notFound()
  const row = await visibleCases(ctx)
    .innerJoin("organisation as host", "host.id", "programme.hostId")
    .select(["learner.id as learnerId", "learner.name", "learner.status", "learner.lockVersion"])
    .select(["learner.accountId", "learner.supervisorId", "cohort.id as cohortId", "cohort.name as cohortName"])
    .select(["programme.id as programmeId", "programme.title as programmeTitle", "programme.demoSince"])
    .select(["programme.hostId as organisationId", "programme.senderId", "host.name as hostName"])
    .where("learner.id", "=", learnerId)
    .executeTakeFirst()
  if (!row) throw notFound()
  const certificates = await certificatesOf(ctx, learnerId)
  const { senderId, demoSince, ...facts } = row
  return {
    ...facts,
    partyOrganisationIds: [senderId],
    demo: demoSince !== null,
    live: certificates.find(({ revokedAt }) => revokedAt === null) ?? null,
    revoked: certificates.filter(({ revokedAt }) => revokedAt !== null),
  }
}

/** Every certificate of a learner, the newest first. */
export async function certificatesOf(ctx: Pick<Ctx, "db">, learnerId: string): Promise<Certificate[]> {
  const rows = await ctx.db
    .selectFrom("learningCertificate")
    .selectAll()
    .where("learnerId", "=", learnerId)
    .orderBy("preparedAt", "desc")
    .orderBy("id", "desc")
    .execute()
  // Written by the preparation from the same type, never from outside.
  return rows.map(({ input, ...row }) => ({ ...row, input: JSON.parse(input) as CertificateDocument }))
}
