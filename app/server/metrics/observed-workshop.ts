import { DomainError } from "#app/domain/kernel/errors.ts"
import type { DocumentWorkshop } from "#app/domain/signature/workshop.ts"

export type WorkshopTask = keyof DocumentWorkshop<{ readonly kind: string }>

/** Told of every task that came to its end. `refused` is a refusal in words, `failed` a fault of the portal. */
export type WorkshopObserver = (seen: {
  readonly task: WorkshopTask
  readonly outcome: "done" | "refused" | "failed"
  readonly seconds: number
}) => void

/** A workshop whose tasks are timed; it does nothing else differently. */
export function observedWorkshop<P extends { readonly kind: string }>(
  workshop: DocumentWorkshop<P>,
  observe: WorkshopObserver,
): DocumentWorkshop<P> {
  async function timed<T>(task: WorkshopTask, work: () => Promise<T>): Promise<T> {
    const began = performance.now()
    const tell = (outcome: "done" | "refused" | "failed") =>
      observe({ task, outcome, seconds: (performance.now() - began) / 1000 })
    try {
      const result = await work()
      tell("done")
      return result
    } catch (error) {
      tell(error instanceof DomainError ? "refused" : "failed")
      throw error
    }
  }
  return {
    render: (document) => timed("render", () => workshop.render(document)),
    seal: (job) => timed("seal", () => workshop.seal(job)),
    verify: (job) => timed("verify", () => workshop.verify(job)),
    check: (job) => timed("check", () => workshop.check(job)),
  }
}
