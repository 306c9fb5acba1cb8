import { anyone, signedIn } from "../kernel/rule.ts"

export const signaturePolicy = {
  "document.verify": anyone,
  "authority.read": anyone,
  "key.enrol": signedIn,
  "key.revoke": signedIn,
} as const
