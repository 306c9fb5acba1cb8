import { hashPassword } from "#app/domain/identity/password.server.ts"

export const testPassword = "sandi-uji-yang-panjang"

let hash: Promise<string> | undefined

/** The hash of `testPassword`, made once per worker. */
export const testPasswordHash = (): Promise<string> => {
  hash ??= hashPassword(testPassword)
  return hash
}
