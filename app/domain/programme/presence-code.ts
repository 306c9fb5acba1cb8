import { addMilliseconds, type Instant, minutes } from "../kernel/clock.ts"
import { newCode } from "../kernel/ids.ts"
import { codeWindow } from "./limits.ts"

/** A code that is read off a wall and typed on a telephone. */
export const newPresenceCode = (): string => newCode(6)

/** A code as it was typed: spaces and hyphens do not count, nor case, nor letters that look like a digit. */
export const typedPresenceCode = (typed: string): string =>
  typed
    .replace(/[\s-]+/g, "")
    .toUpperCase()
    .replaceAll("O", "0")
    .replace(/[IL]/g, "1")

export const isPresenceCode = (code: string): boolean => /^[0-9A-HJKMNP-TV-Z]{6}$/.test(code)

/** When a typed code counts, both ends included. */
export const codeTimes = (session: { readonly startsAt: Instant; readonly endsAt: Instant }) => ({
  from: addMilliseconds(session.startsAt, -minutes(codeWindow.before)),
  until: addMilliseconds(session.endsAt, minutes(codeWindow.after)),
})
