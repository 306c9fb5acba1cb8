import type { Ctx } from "../../kernel/context.ts"
import { notFound } from "../../kernel/errors.ts"
import { authorize } from "../../policy/table.ts"
import { getCertificateCase } from "./queries.server.ts"

/** A PDF to hand out: its bytes lie in the file store under `sha256`. */
export type CertificateFile = { readonly sha256: string; readonly name: string }

/**
 * The newest file of a learner's live certificate; with `sha256`, any file that he ever had, revoked ones included. An
 * unsealed file is the host's matter: for everybody else it is not there.
 */
export async function certificateFile(ctx: Ctx, learnerId: string, sha256?: string): Promise<CertificateFile> {
  const learner = await getCertificateCase(ctx, learnerId)
  authorize(ctx.actor, "certificate.read", learner)
  const ofHost = ctx.actor?.acting?.organisationId === learner.organisationId
  const all = [...(learner.live ? [learner.live] : []), ...learner.revoked]
  const files = all.flatMap((certificate) => [
    ...(certificate.sha256 ? [{ certificate, sha256: certificate.sha256, sealed: true }] : []),
    ...(ofHost ? [{ certificate, sha256: certificate.baseSha256, sealed: false }] : []),
  ])
  const wanted =
    sha256 === undefined
      ? files.find(({ certificate }) => certificate === learner.live)
      : files.find((file) => file.sha256 === sha256)
  if (!wanted) throw notFound()
  const suffix = wanted.sealed ? "" : "-belum-disegel"
  return { sha256: wanted.sha256, name: `sertifikat-${wanted.certificate.verifyCode}${suffix}.pdf` }
}
