/** Ctrl-C reaches a program started through npm twice, from the terminal and from npm; within this time both are one. */
const sameWishMs = 1000

/**
 * Stops on SIGTERM or SIGINT: `stop` runs once and the process ends with 0. A second signal, meant as such, ends it
 * at once with 1. A `stop` that fails ends it with 1 too.
 */
export function onStopSignal({ stop, flush }: { stop(signal: string): Promise<void>; flush(): void }): void {
  let since: number | null = null
  const end = (code: number): never => {
    flush()
    process.exit(code)
  }
  const take = (signal: NodeJS.Signals) => {
    if (since !== null) {
      if (performance.now() - since > sameWishMs) end(1)
      return
    }
    since = performance.now()
    stop(signal).then(
      () => end(0),
      (error: unknown) => {
        process.stderr.write(`Stopping failed: ${error instanceof Error ? error.stack : String(error)}\n`)
        end(1)
      },
    )
  }
  process.on("SIGTERM", take)
  process.on("SIGINT", take)
}
