/** Bytes that a paper of evidence may weigh. */
export const evidenceLimit = 10_000_000
