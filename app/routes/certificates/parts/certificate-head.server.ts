import type { Ctx } from "#app/domain/kernel/context.ts"
import { authorize, can } from "#app/domain/policy/table.ts"
import { type CertificateCase, getCertificateCase } from "#app/domain/programme/certificate/queries.server.ts"
import type { CertificateHead } from "./certificate-heading.tsx"

type Known = Pick<
  CertificateCase,
  "learnerId" | "name" | "programmeTitle" | "organisationId" | "partyOrganisationIds" | "accountId" | "supervisorId"
>

/** Of a learner, what the head of a page shows to whoever may read his certificates. */
export function headOf(ctx: Ctx, learner: Known): CertificateHead {
  const { learnerId, name, programmeTitle, organisationId, partyOrganisationIds, accountId, supervisorId } = learner
  const subject = { hostId: organisationId, senderId: partyOrganisationIds[0], accountId, supervisorId }
  return { learnerId, name, programmeTitle, opensLearner: can(ctx.actor, "learner.read", subject) }
}

/** Asks for the right to one action on a learner's certificates, before anything that was typed is read. */
export async function certificateFor(
  ctx: Ctx,
  learnerId: string | undefined,
  action: "certificate.prepare" | "certificate.seal" | "certificate.revoke",
): Promise<void> {
  authorize(ctx.actor, action, await getCertificateCase(ctx, learnerId ?? ""))
}
