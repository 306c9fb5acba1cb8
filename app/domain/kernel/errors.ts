/** The closed set of reasons for which the domain refuses. `app/http` maps each to one HTTP status. */
export type DomainErrorCode = "not_found" | "forbidden" | "conflict" | "invalid" | "rate_limited"

export type ErrorParameters = Readonly<Record<string, string | number>>

/** Message keys for single form fields; the empty name "" is the form as a whole. */
export type FieldErrors = Readonly<Record<string, readonly string[]>>

/**
 * A refusal that the reader can do something about. Everything else that is thrown is a bug.
 * `key` is a key of the error catalogue (`app/i18n`), never a sentence.
 */
export class DomainError extends Error {
  readonly code: DomainErrorCode
  readonly key: string
  readonly parameters: ErrorParameters
  readonly fields: FieldErrors
  /** Seconds after which the same call may succeed; only for `rate_limited`. */
  readonly retryAfter: number | undefined

  constructor(
    code: DomainErrorCode,
    key: string,
    options: { parameters?: ErrorParameters; fields?: FieldErrors; retryAfter?: number; cause?: unknown } = {},
  ) {
    super(`${code}: ${key}`, options.cause === undefined ? undefined : { cause: options.cause })
    this.name = "DomainError"
    this.code = code
    this.key = key
    this.parameters = options.parameters ?? {}
    this.fields = options.fields ?? {}
    this.retryAfter = options.retryAfter
  }
}

export const notFound = (key = "notFound") => new DomainError("not_found", key)

export const forbidden = (key = "forbidden", parameters?: ErrorParameters) =>
  new DomainError("forbidden", key, parameters ? { parameters } : {})

export const conflict = (key: string, parameters?: ErrorParameters) =>
  new DomainError("conflict", key, parameters ? { parameters } : {})

export const invalid = (key: string, options: { fields?: FieldErrors; parameters?: ErrorParameters } = {}) =>
  new DomainError("invalid", key, options)

export const rateLimited = (retryAfter: number) =>
  new DomainError("rate_limited", "rateLimited", { retryAfter, parameters: { seconds: retryAfter } })

export const isDomainError = (error: unknown): error is DomainError => error instanceof DomainError
