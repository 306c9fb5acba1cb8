import { hash, verify } from "@node-rs/argon2"

/** argon2id, 19 MiB, 2 passes, 1 lane: OWASP's password storage minimum; computed off the main thread. */
const cost = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

export const hashPassword = (password: string): Promise<string> => hash(password.normalize("NFC"), cost)

/** Compares in constant time; an unreadable hash never matches. */
export const verifyPassword = (passwordHash: string, password: string): Promise<boolean> =>
  verify(passwordHash, password.normalize("NFC")).catch(() => false)

let decoy: Promise<string> | undefined

/** Spends the same time as a real comparison, so that an unknown address answers no faster than a known one. */
export async function wasteComparison(password: string): Promise<void> {
  decoy ??= hashPassword("a password that nobody has")
  await verifyPassword(await decoy, password)
}
