const MEBIBYTE = 1024 * 1024

/**
 * What reading one file may cost at most. Work is counted in bytes looked at and memory taken, so the bound is the same on
 * every machine and at every hour.
 */
export interface ReadingLimits {
  /** Size of the file. */
  bytes: number
  /** Bytes tokenised and kept, over all revisions and passes. */
  work: number
  /** Entries in the cross-reference sections of one revision. */
  objects: number
  /** Bytes that all compressed streams together may unpack to. */
  inflated: number
  /** Nesting of arrays and dictionaries. */
  depth: number
  /** Cross-reference sections in one chain, and revisions in one file. */
  revisions: number
  signatures: number
}

export const READING_LIMITS: ReadingLimits = {
  bytes: 25 * MEBIBYTE,
  work: 128 * MEBIBYTE,
  objects: 150_000,
  inflated: 64 * MEBIBYTE,
  depth: 64,
  revisions: 64,
  signatures: 32,
}

/** Why a file cannot be read by the strict rules of ISO 32000. */
export type UnreadableReason = "empty" | "notPdf" | "encrypted" | "tooLarge" | "tooComplex" | "damaged"

/** The file cannot be read strictly. `detail` is for logs and tests; it never holds text from the file. */
export class UnreadablePdf extends Error {
  readonly reason: UnreadableReason

  constructor(reason: UnreadableReason, detail: string) {
    super(`${reason}: ${detail}`)
    this.name = "UnreadablePdf"
    this.reason = reason
  }
}

export const damaged = (detail: string) => new UnreadablePdf("damaged", detail)

/** One purse for all work on one file. */
export class Meter {
  readonly limits: ReadingLimits
  #work = 0
  #inflated = 0

  constructor(limits: ReadingLimits) {
    this.limits = limits
  }

  /** @throws UnreadablePdf "tooComplex" when the purse is empty */
  spend(bytes: number): void {
    this.#work += bytes
    if (this.#work > this.limits.work) throw new UnreadablePdf("tooComplex", "work")
  }

  /** How much the next stream may unpack to. */
  get inflatable(): number {
    return this.limits.inflated - this.#inflated
  }

  unpacked(bytes: number): void {
    this.#inflated += bytes
    this.spend(bytes)
  }
}
