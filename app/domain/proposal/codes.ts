import { newCode, newPublicCode } from "../kernel/ids.ts"

/** Public code of a proposal, as in its address: US-7H3K-9QPD. */
export const newProposalCode = (): string => newPublicCode("US")

const codePattern = /^US-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/

/** Whether `value` has the shape of a proposal's code exactly as addresses carry it. */
export const isProposalCode = (value: string): boolean => codePattern.test(value)

/** Key of a row of contributions: random, so that two authors who add one at the same time add two. */
export const newRowKey = (): string => `b-${newCode(8).toLowerCase()}`

export const rowKeyPattern = /^b-[0-9a-z]{8}$/
