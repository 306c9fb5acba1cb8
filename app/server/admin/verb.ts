import type { Environment } from "#app/env.server.ts"
import type { Composed } from "../compose.server.ts"

/** What a verb gets: the arguments after its name, the installation, and the operator's terminal. */
export type VerbContext = {
  readonly args: readonly string[]
  readonly environment: Environment
  readonly composed: Composed
  readonly print: (line: string) => void
  /** Says how far the work has come; kept apart from what is printed. */
  readonly note: (line: string) => void
  /** One line from the operator; not shown while it is typed where it is a secret. */
  readonly ask: (question: string, options: { secret: boolean }) => Promise<string>
}

/** What a verb gets that opens no installation, because it makes one. */
export type BareContext = Pick<VerbContext, "args" | "print" | "note" | "ask">

/** One verb: what `--help` says (its first line stands in the overview), and what it does; answers the exit code. */
export type Verb = {
  readonly usage: string
  readonly help: string
  run(context: VerbContext): Promise<number>
}

/** A verb that needs no installation. */
export type BareVerb = Pick<Verb, "usage" | "help"> & { runBare(context: BareContext): Promise<number> }

/** The operator asked for something that this tool does not know. */
export class UsageError extends Error {}
