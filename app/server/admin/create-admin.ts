import { parseArgs } from "node:util"
import type { z } from "zod"
import { createAdministrator } from "#app/domain/identity/administrator.server.ts"
import { emailField, newPasswordField, personNameField } from "#app/domain/identity/schema.ts"
import { pendingMigrations } from "#db/migrator.ts"
import { UsageError, type Verb } from "./verb.ts"

/** Makes the first member of the secretariat; the portal has no other way to get one. */
export const createAdmin: Verb = {
  usage: "create-admin --email ADDRESS --name NAME",
  help: [
    "makes a member of the network secretariat, or raises an account to it",
    "",
    "Asks for the password (at least 12 characters) twice. Where standard input is no terminal, its first line is the",
    "password. An account that exists already keeps its own password, unless its address was never proved: then it gets",
    "yours, and your name. Its sessions end either way.",
  ].join("\n"),
  async run({ args, composed, print, ask }) {
    const options = readOptions(args)
    const email = judge(emailField, options.email, "--email is no e-mail address.")
    const name = judge(personNameField, options.name, "--name must have 2 to 120 ordinary characters.")
    if ((await pendingMigrations(composed.services.db)).length > 0)
      throw new UsageError("The database is not up to date. Run `npm run admin -- migrate` first.")
    const typed = await ask("Password: ", { secret: true })
    const password = judge(newPasswordField, typed, "The password must have 12 to 200 characters.")
    if (process.stdin.isTTY && (await ask("Once more: ", { secret: true })) !== password)
      throw new UsageError("The two passwords differ.")
    const done = await createAdministrator(composed.services, { email, name, password })
    print(
      {
        created: `${email} is a member of the secretariat and can sign in.`,
        raised: `${email} had an account; it is a member of the secretariat now. Its password stays as it was, its sessions have ended.`,
        taken_over: `${email} had been registered but never proved. The account now has your name and password; its sessions have ended.`,
      }[done],
    )
    return 0
  },
}

function readOptions(args: readonly string[]): { email?: string; name?: string } {
  try {
    const { values } = parseArgs({ args: [...args], options: { email: { type: "string" }, name: { type: "string" } } })
    return values
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
}

function judge<T>(schema: z.ZodType<T>, value: unknown, sentence: string): T {
  const parsed = schema.safeParse(value)
  if (!parsed.success) throw new UsageError(sentence)
  return parsed.data
}
