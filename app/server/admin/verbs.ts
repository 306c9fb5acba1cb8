import { backup } from "./backup.ts"
import { createAdmin } from "./create-admin.ts"
import { migrate } from "./migrate.ts"
import { openInstallation } from "./open-installation.server.ts"
import { reindex } from "./reindex.ts"
import { restore } from "./restore.ts"
import { status } from "./status.ts"
import { token } from "./token.ts"
import { type BareContext, type BareVerb, UsageError, type Verb } from "./verb.ts"
import { verifyAuditChains } from "./verify-audit.ts"

const verbs: Readonly<Record<string, Verb | BareVerb>> = {
  backup,
  "create-admin": createAdmin,
  migrate,
  reindex,
  restore,
  status,
  token,
  "verify-audit": verifyAuditChains,
}

/** All verbs with what they do, one a line. */
function overview(): string {
  const width = Math.max(...Object.values(verbs).map(({ usage }) => usage.length))
  const lines = Object.values(verbs).map(({ usage, help }) => `  ${usage.padEnd(width)}  ${help.split("\n", 1)[0]}`)
  return ["npm run admin -- <verb>", "", ...lines, "", "Each verb takes --help."].join("\n")
}

/** Runs the verb that `args` names and answers its exit code. Throws `UsageError` for what is not understood. */
export async function runVerb(args: readonly string[], io: Omit<BareContext, "args">): Promise<number> {
  const [name, ...rest] = args
  if (name === undefined || name === "--help" || name === "help") {
    io.print(overview())
    return name === undefined ? 2 : 0
  }
  const verb = Object.hasOwn(verbs, name) ? verbs[name] : undefined
  if (!verb) throw new UsageError(`Unknown verb: ${name}\n\n${overview()}`)
  if (rest.includes("--help")) {
    io.print(`npm run admin -- ${verb.usage}\n\n${verb.help}`)
    return 0
  }
  if ("runBare" in verb) return verb.runBare({ ...io, args: rest })
  const installation = openInstallation()
  try {
    return await verb.run({ ...io, ...installation, args: rest })
  } finally {
    await installation.composed.close()
  }
}
