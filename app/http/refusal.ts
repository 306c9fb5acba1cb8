import type { DomainErrorCode, ErrorParameters, FieldErrors } from "#app/domain/kernel/errors.ts"

/** A refusal on its way to the page: what the form shows beside what was typed. */
export type Refusal = {
  readonly code: DomainErrorCode
  readonly key: string
  readonly parameters: ErrorParameters
  readonly fields: FieldErrors
}

/** What an action answers when it refuses: the refusal and every typed text field, so that nothing is lost. */
export type RefusedAction = { readonly refusal: Refusal; readonly values: Readonly<Record<string, string[]>> }

export const statusOf: Readonly<Record<DomainErrorCode, number>> = {
  not_found: 404,
  forbidden: 403,
  conflict: 409,
  invalid: 422,
  rate_limited: 429,
}
