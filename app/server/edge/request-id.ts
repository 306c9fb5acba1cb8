import { randomBytes } from "node:crypto"

const process8 = randomBytes(5).toString("base64url").replaceAll(/[-_]/g, "0").toLowerCase()
let count = 0

/** A short name for one request: unique to this process's run, countable, and nothing about the visitor in it. */
export function newRequestId(): string {
  count += 1
  return `${process8}-${count.toString(36)}`
}
