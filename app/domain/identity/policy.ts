import { anyone, ownAccount, secretariat, signedIn } from "../kernel/rule.ts"

export const identityPolicy = {
  "page.read": anyone,
  "account.register": anyone,
  "account.signIn": anyone,
  "account.verifyEmail": anyone,
  "account.resetPassword": anyone,
  "account.read": signedIn,
  "account.edit": ownAccount,
  "account.delete": ownAccount,
  "session.end": ownAccount,
  "mailbox.read": anyone,
  "workspace.read": signedIn,
  "secretariat.work": secretariat,
} as const
