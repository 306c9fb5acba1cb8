import { DomainError } from "#app/domain/kernel/errors.ts"

/**
 * Refuses a state-changing request that did not come from a page of this portal: browsers say so themselves in
 * `Sec-Fetch-Site`, older ones in `Origin`. Neither, or an opaque origin, is refused.
 */
export function guardOrigin(request: Request, appUrl: string): void {
  const site = request.headers.get("Sec-Fetch-Site")
  if (site !== null) {
    if (site === "same-origin") return
    throw new DomainError("forbidden", "foreignOrigin")
  }
  if (request.headers.get("Origin") === appUrl) return
  throw new DomainError("forbidden", "foreignOrigin")
}
