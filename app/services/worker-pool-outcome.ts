import { DomainError, type DomainErrorCode, type ErrorParameters, type FieldErrors } from "#app/domain/kernel/errors.ts"

/** What a task sends back: plain data, because an error class does not survive the way out of a thread. */
export type Outcome<T> =
  | { readonly kind: "done"; readonly value: T }
  | { readonly kind: "refused"; readonly refusal: Refusal }
  | { readonly kind: "failed"; readonly name: string; readonly message: string; readonly stack: string | undefined }

type Refusal = {
  readonly code: DomainErrorCode
  readonly key: string
  readonly parameters: ErrorParameters
  readonly fields: FieldErrors
  readonly retryAfter: number | undefined
}

/** Runs a task inside the thread and answers its outcome; never throws. */
export async function outcomeOf<T>(work: () => T | Promise<T>): Promise<Outcome<T>> {
  try {
    return { kind: "done", value: await work() }
  } catch (error) {
    if (error instanceof DomainError) {
      const { code, key, parameters, fields, retryAfter } = error
      return { kind: "refused", refusal: { code, key, parameters, fields, retryAfter } }
    }
    const failure = error instanceof Error ? error : new Error("A task threw something that is no Error.")
    return { kind: "failed", name: failure.name, message: failure.message, stack: failure.stack }
  }
}

/** The value of an outcome, on this side of the thread; throws what the task threw, as its own class again. */
export function valueIn<T>(outcome: Outcome<T>): T {
  if (outcome.kind === "done") return outcome.value
  if (outcome.kind === "refused") {
    const { code, key, parameters, fields, retryAfter } = outcome.refusal
    throw new DomainError(code, key, { parameters, fields, ...(retryAfter === undefined ? {} : { retryAfter }) })
  }
  const error = new Error(outcome.message)
  error.name = outcome.name
  if (outcome.stack !== undefined) error.stack = outcome.stack
  throw error
}
