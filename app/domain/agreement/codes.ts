import { newCode, newPublicCode } from "../kernel/ids.ts"

/** Public code of an agreement, as in its address: KB-7H3K-9QPD. */
export const newAgreementCode = (): string => newPublicCode("KB")

const codePattern = /^KB-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/

/** Whether `value` has the shape of an agreement's code exactly as addresses carry it. */
export const isAgreementCode = (value: string): boolean => codePattern.test(value)

/** Key of a clause that somebody added: random, so that two sides who add one at the same time add two. */
export const newClauseKey = (): string => `tambahan-${newCode(8).toLowerCase()}`

/** An agreement's code as it was stored, from what somebody typed, with or without its prefix. */
export function readAgreementCode(typed: string): string | null {
  if (typed.length > 60) return null
  const letters = typed.toUpperCase().replace(/[^0-9A-Z]/g, "")
  const plain = (letters.startsWith("KB") && letters.length === 10 ? letters.slice(2) : letters)
    .replaceAll("O", "0")
    .replace(/[IL]/g, "1")
  return /^[0-9A-HJKMNP-TV-Z]{8}$/.test(plain) ? `KB-${plain.slice(0, 4)}-${plain.slice(4)}` : null
}
