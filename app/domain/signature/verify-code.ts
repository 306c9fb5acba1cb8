import { newCode } from "../kernel/ids.ts"

/** Code printed on a document and carried by its QR: twelve characters in three groups, 60 bits. */
export const newVerifyCode = (): string => `${newCode(4)}-${newCode(4)}-${newCode(4)}`

/**
 * A verify code as it was stored, from what somebody typed: any case, any separators, and the letters that are not in
 * the alphabet read as the digits they look like. Null where it cannot be one.
 */
export function readVerifyCode(typed: string): string | null {
  if (typed.length > 60) return null
  const plain = typed
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, "")
    .replaceAll("O", "0")
    .replace(/[IL]/g, "1")
  return /^[0-9A-HJKMNP-TV-Z]{12}$/.test(plain) ? `${plain.slice(0, 4)}-${plain.slice(4, 8)}-${plain.slice(8)}` : null
}
