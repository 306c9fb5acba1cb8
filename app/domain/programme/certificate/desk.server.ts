import { type TimelineEvent, timelineOf } from "../../audit/timeline.server.ts"
import type { Ctx } from "../../kernel/context.ts"
import { authorize, can } from "../../policy/table.ts"
import type { CertificateDocument } from "./document.ts"
import { type Certificate, type CertificateCase, getCertificateCase } from "./queries.server.ts"
import { powerOver } from "./sealing.server.ts"

/** A certificate as its page shows it. */
export type CertificateView = Pick<
  Certificate,
  | "id"
  | "number"
  | "status"
  | "verifyCode"
  | "hours"
  | "pages"
  | "sealedAt"
  | "signerName"
  | "office"
  | "revokedAt"
  | "revokeClass"
  | "revokeReason"
> & {
  /** The file that the reader may have; null where it is not for him. */
  readonly sha256: string | null
  /** What is printed; an unsealed text is the host's matter. */
  readonly document: CertificateDocument | null
}

export type CertificateDesk = {
  readonly learner: Omit<CertificateCase, "live" | "revoked">
  readonly live: CertificateView | null
  readonly past: readonly CertificateView[]
  /** Newest first. */
  readonly events: readonly TimelineEvent[]
  /** What the reader may do now. */
  readonly may: { readonly prepare: boolean; readonly seal: boolean; readonly revoke: boolean }
}

/** A learner's certificates with their history, and what the reader may do about them. */
export async function certificateDesk(ctx: Ctx, learnerId: string): Promise<CertificateDesk> {
  const { live, revoked, ...learner } = await getCertificateCase(ctx, learnerId)
  authorize(ctx.actor, "certificate.read", learner)
  const ofHost = ctx.actor?.acting?.organisationId === learner.organisationId
  const all = [...(live ? [live] : []), ...revoked]
  const events: TimelineEvent[] = []
  for (const { id } of all) events.push(...(await timelineOf(ctx.db, "learningCertificate", id)))
  const mayRevoke = live !== null && can(ctx.actor, "certificate.revoke", learner)
  return {
    learner,
    live: live && viewOf(live, ofHost),
    past: revoked.filter(({ sealedAt }) => ofHost || sealedAt !== null).map((one) => viewOf(one, ofHost)),
    events: events.sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : b.seq - a.seq)),
    may: {
      prepare: live === null && learner.status === "completed" && can(ctx.actor, "certificate.prepare", learner),
      seal: live?.status === "prepared" && ofHost && (await powerOver(ctx, learner, live)).mandate !== null,
      revoke: mayRevoke,
    },
  }
}

function viewOf(certificate: Certificate, ofHost: boolean): CertificateView {
  const { id, number, status, verifyCode, hours, pages, sealedAt, signerName, office } = certificate
  const { revokedAt, revokeClass, revokeReason, input, sha256, baseSha256 } = certificate
  const seen = ofHost || sealedAt !== null
  return {
    ...{ id, number, status, verifyCode, hours, pages, sealedAt, signerName, office },
    ...{ revokedAt, revokeClass, revokeReason },
    sha256: sha256 ?? (ofHost ? baseSha256 : null),
    document: seen ? input : null,
  }
}
