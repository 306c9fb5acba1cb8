/** What a form said whose files were too large: every other field, and the fields of those files. */
export type WithoutFiles = { readonly form: FormData; readonly tooLarge: readonly string[] }

/** A body that cannot be taken: 400 malformed, 413 too large, 415 not a form. */
export class BodyRefusal extends Error {
  readonly status: 400 | 413 | 415
  /** What can be given back of it. */
  readonly rest: WithoutFiles | null
  constructor(status: 400 | 413 | 415, rest: WithoutFiles | null = null) {
    super(`body refused: ${status}`)
    this.status = status
    this.rest = rest
  }
}
