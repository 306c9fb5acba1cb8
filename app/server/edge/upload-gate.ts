/** How many large bodies may be on their way in at once, together and from one address. */
export const uploadGateLimits = { together: 24, perAddress: 4 } as const

/** Counts large bodies under way, so that a crowd of slow uploads cannot fill the memory. */
export class UploadGate {
  readonly #perAddress = new Map<string, number>()
  #together = 0

  /** Takes a place for `address`; answers the function that gives it back, or null where there is none. */
  enter(address: string): (() => void) | null {
    const own = this.#perAddress.get(address) ?? 0
    if (this.#together >= uploadGateLimits.together || own >= uploadGateLimits.perAddress) return null
    this.#together += 1
    this.#perAddress.set(address, own + 1)
    let inside = true
    return () => {
      if (!inside) return
      inside = false
      this.#together -= 1
      const left = (this.#perAddress.get(address) ?? 1) - 1
      if (left === 0) this.#perAddress.delete(address)
      else this.#perAddress.set(address, left)
    }
  }
}
