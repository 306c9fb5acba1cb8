import pino from "pino"
import type { LogLevel } from "#app/env.server.ts"

/** A log with levels, JSON lines on standard output. */
export type ServerLog = pino.Logger

type Failure = {
  readonly type: string
  readonly message: string
  readonly code?: string
  readonly stack?: string
  readonly cause?: Failure
}

/**
 * What the log keeps of an error: its type, message, code, stack and cause. Everything else that drivers hang on
 * their errors (bound values, the row's details) may be about a person and stays out.
 */
export function describeError(error: unknown, depth = 0): Failure {
  if (!(error instanceof Error)) return { type: typeof error, message: "not an Error" }
  const code = (error as { code?: unknown }).code
  return {
    type: error.name,
    message: error.message.slice(0, 1000),
    ...(typeof code === "string" || typeof code === "number" ? { code: String(code) } : {}),
    ...(error.stack ? { stack: error.stack } : {}),
    ...(error.cause !== undefined && depth < 3 ? { cause: describeError(error.cause, depth + 1) } : {}),
  }
}

/**
 * The server's log. Lines are gathered for up to a second and written together; `flush` writes what is left.
 * `destination` is for tests.
 */
export function createLog(
  level: LogLevel,
  destination?: pino.DestinationStream,
): { log: ServerLog; flush: () => void } {
  const options: pino.LoggerOptions = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    serializers: { error: (error: unknown) => describeError(error), err: (error: unknown) => describeError(error) },
  }
  if (destination) return { log: pino(options, destination), flush: () => {} }
  const stdout = pino.destination({ dest: 1, sync: false, minLength: 4096, periodicFlush: 1000 })
  const log = pino(options, stdout)
  return {
    log,
    flush: () => {
      try {
        stdout.flushSync()
      } catch {
        // Standard output is already gone; there is nowhere left to say so.
      }
    },
  }
}
