import type { AppServices } from "#app/domain/kernel/context.ts"

/** What the server hands to Remix with each request: the services, and what belongs to this request alone. */
export type LoadContext = AppServices & {
  readonly requestId: string
  /** Remote address, for rate limits only. */
  readonly clientAddress: string
  /** CSP nonce of this response. */
  readonly nonce: string
  /** Headers that the handlers add to whatever response comes out (cookies, Retry-After, cache marks). */
  readonly responseHeaders: Headers
}

declare module "@remix-run/node" {
  interface AppLoadContext extends LoadContext {}
}
