import { TSTInfo } from "pkijs"
import { sameBytes } from "../pdf/values.server.ts"
import { type Digest, digestOf } from "./algorithms.server.ts"
import { type CheckedCms, checkCms } from "./cms.server.ts"

const TIME_STAMP_CONTENT = "1.2.840.113549.1.9.16.1.4"

/** A time stamp token (RFC 3161) over the same bytes as a signature would be. */
export interface CheckedTimestamp extends CheckedCms {
  /** The time that the authority states. */
  stampedAt: Date | undefined
}

/** Checks a document time stamp (EN 319 142-1 §5.4.3): its token, and that it stamps exactly this content. */
export function checkTimestamp(encoded: Uint8Array, contentDigest: (digest: Digest) => Uint8Array): CheckedTimestamp {
  const checked = checkCms(encoded, TIME_STAMP_CONTENT, contentDigest, {
    attached: true,
    signingCertificateRequired: false,
  })
  const information = read(checked.attached)
  if (!information) {
    if (checked.reasons.length === 0) checked.reasons.push("verification.reason.cmsUnreadable")
    return { ...checked, stampedAt: undefined }
  }
  const imprint = information.messageImprint
  const digest = digestOf(imprint.hashAlgorithm.algorithmId)
  if ("refused" in digest) checked.reasons.push(digest.refused)
  else if (!sameBytes(new Uint8Array(imprint.hashedMessage.getValue()), contentDigest(digest.digest))) {
    checked.reasons.push("verification.reason.contentChanged")
  }
  return { ...checked, stampedAt: information.genTime }
}

function read(content: Uint8Array | undefined): TSTInfo | undefined {
  if (!content) return undefined
  try {
    return TSTInfo.fromBER(Uint8Array.from(content))
  } catch {
    return undefined
  }
}
