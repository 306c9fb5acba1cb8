import { createHash } from "node:crypto"
import sharp from "sharp"
import { DomainError } from "#app/domain/kernel/errors.ts"
import { type CardFacts, cardSvg } from "./drawing.server.ts"

/** Cards drawn at one time, and those that may wait for it: more is a crawler in too great a hurry. */
const atOnce = 1
const mostWaiting = 16
/** Bytes of finished cards that are kept: some three hundred of them. */
const mostBytes = 8 * 1024 * 1024
/** Counted up when the drawing changes, so that nobody is told his old card is still the right one. */
const edition = 1

/** The name of a card by what stands on it. */
export const cardName = (facts: CardFacts): string =>
  createHash("sha256")
    .update(`${edition} ${JSON.stringify(facts)}`)
    .digest("base64url")
    .slice(0, 22)

/**
 * Draws cards as PNG. The same card is drawn once however many ask, few at a time, off the main thread; finished ones
 * are kept up to a bound, the longest unused go first. Where too many wait it refuses (rate limited).
 */
export class CardPress {
  readonly #finished = new Map<string, Buffer>()
  readonly #drawing = new Map<string, Promise<Buffer>>()
  readonly #draw: (facts: CardFacts) => Promise<Buffer>
  readonly #waiting: (() => void)[] = []
  #running = 0
  #bytes = 0

  constructor(draw: (facts: CardFacts) => Promise<Buffer> = drawCard) {
    this.#draw = draw
  }

  /** Bytes that are kept. */
  get bytes(): number {
    return this.#bytes
  }

  async card(facts: CardFacts): Promise<Buffer> {
    const name = cardName(facts)
    const known = this.#finished.get(name)
    if (known) {
      this.#finished.delete(name)
      this.#finished.set(name, known)
      return known
    }
    const under = this.#drawing.get(name) ?? this.#start(name, facts)
    return under
  }

  #start(name: string, facts: CardFacts): Promise<Buffer> {
    if (this.#waiting.length >= mostWaiting)
      return Promise.reject(new DomainError("rate_limited", "workshopBusy", { retryAfter: 5 }))
    const drawing = this.#inTurn(() => this.#draw(facts))
      .then((png) => this.#keep(name, png))
      .finally(() => this.#drawing.delete(name))
    this.#drawing.set(name, drawing)
    return drawing
  }

  async #inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (this.#running >= atOnce) await new Promise<void>((resolve) => this.#waiting.push(resolve))
    else this.#running += 1
    try {
      return await work()
    } finally {
      // The turn goes to whoever waits longest; nobody who comes meanwhile gets in between.
      const next = this.#waiting.shift()
      if (next) next()
      else this.#running -= 1
    }
  }

  #keep(name: string, png: Buffer): Buffer {
    this.#finished.set(name, png)
    this.#bytes += png.byteLength
    for (const [oldest, bytes] of this.#finished) {
      if (this.#bytes <= mostBytes) break
      this.#finished.delete(oldest)
      this.#bytes -= bytes.byteLength
    }
    return png
  }
}

/** A card of few flat colours needs no more than a palette. */
export const drawCard = (facts: CardFacts): Promise<Buffer> =>
  sharp(Buffer.from(cardSvg(facts)))
    .png({ palette: true, colours: 128, dither: 0, effort: 4, compressionLevel: 9 })
    .toBuffer()
