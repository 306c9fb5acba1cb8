import { randomInt } from "node:crypto"
import { v7 } from "uuid"

/** A new primary key: UUIDv7, so rows sort by the moment they were made. */
export const newId = (): string => v7()

/** Crockford's base 32: no letter that is mistaken for a digit when a code is read aloud or typed. */
const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"

/** `length` random characters, 5 bits each. */
export function newCode(length: number): string {
  let code = ""
  for (let i = 0; i < length; i += 1) code += alphabet[randomInt(32)]
  return code
}

/** A public code in groups of four, e.g. KB-7H3K-9QPD; never a primary key. */
export const newPublicCode = (prefix: string): string => `${prefix}-${newCode(4)}-${newCode(4)}`

/** Whether `text` looks like a primary key. What does not is looked up nowhere. */
export const isId = (text: string): boolean =>
  /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(text)
