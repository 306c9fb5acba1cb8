import { parseArgs } from "node:util"
import { tokenScopes } from "#app/domain/kernel/actor.ts"
import { isDomainError } from "#app/domain/kernel/errors.ts"
import { createTokenByOperator } from "#app/domain/organisation/api-token/issuing.server.ts"
import { tokensForOperator } from "#app/domain/organisation/api-token/queries.server.ts"
import { revokeTokenByOperator } from "#app/domain/organisation/api-token/revocation.server.ts"
import { labelField, longestTokenDays } from "#app/domain/organisation/api-token/schema.ts"
import { readToken } from "#app/domain/organisation/api-token/spelling.server.ts"
import { pendingMigrations } from "#db/migrator.ts"
import { UsageError, type Verb, type VerbContext } from "./verb.ts"

/** Tokens with which programs write for an organisation: makes one, lists them, ends one. */
export const token: Verb = {
  usage: "token create|list|revoke",
  help: [
    "makes, lists and revokes the tokens with which programs write through the API",
    "",
    "  token create --organisation SLUG [--label TEXT] [--scope proposals:write] [--days 1-365]",
    "  token list [--organisation SLUG]",
    "  token revoke PREFIX",
    "",
    "SLUG is the last part of the organisation's address (/mitra/SLUG). It must be verified. A token lasts 90 days unless",
    "--days says otherwise. It is printed once, on a line of its own; only its SHA-256 is stored. PREFIX is what stands",
    "between simpul_ and the next underscore. An organisation's admins make and revoke tokens themselves at their desk.",
  ].join("\n"),
  async run(context) {
    const [what, ...args] = context.args
    const work = what !== undefined && Object.hasOwn(works, what) ? works[what as keyof typeof works] : undefined
    if (!work) throw new UsageError(`Say what to do with tokens: create, list or revoke.\n\n${token.help}`)
    if ((await pendingMigrations(context.composed.services.db)).length > 0)
      throw new UsageError("The database is not up to date. Run `npm run admin -- migrate` first.")
    return work({ ...context, args })
  },
}

const works = { create, list, revoke }

async function create({ args, composed, print }: VerbContext): Promise<number> {
  const { values } = read(args, 0)
  if (values.organisation === undefined) throw new UsageError("Name the organisation: --organisation SLUG.")
  const now = composed.services.clock.now()
  const label = labelField.safeParse(values.label ?? `Token ${now.slice(0, 10)}`)
  if (!label.success) throw new UsageError("--label must have 3 to 60 ordinary characters.")
  const days = values.days === undefined ? 90 : Number(values.days)
  if (!Number.isInteger(days) || days < 1 || days > longestTokenDays)
    throw new UsageError(`--days must be a whole number from 1 to ${longestTokenDays}.`)
  const scopes = [...new Set((values.scope ?? [...tokenScopes]).flatMap((scope) => scope.split(/[\s,]+/)))]
  const known = tokenScopes.filter((scope) => scopes.includes(scope))
  if (known.length !== scopes.length || known.length === 0)
    throw new UsageError(`--scope must be one of: ${tokenScopes.join(", ")}.`)
  const wanted = { label: label.data, days, scopes: known }
  const issued = await createTokenByOperator(composed.services, values.organisation, wanted).catch(
    explain({
      notFound: `No organisation has the slug ${values.organisation}.`,
      "apiToken.notVerified": "This organisation is not verified; no token can act for it.",
      "apiToken.tooMany": "This organisation has too many tokens at work. Revoke one first.",
      form: `A token that is still valid has the label “${label.data}”. Choose another with --label.`,
    }),
  )
  print(`${issued.label}: ${known.join(", ")} for ${issued.organisationName}, until ${issued.expiresAt}.`)
  print("This is the token. It is shown once; keep it secret.")
  print("")
  print(issued.token)
  return 0
}

async function list({ args, composed, print }: VerbContext): Promise<number> {
  const { values } = read(args, 0)
  const tokens = await tokensForOperator(composed.services, values.organisation)
  if (tokens.length === 0) print("There are no tokens.")
  for (const { prefix, standing, organisationSlug, label, scopes, expiresAt, lastUsedOn } of tokens)
    print(
      [prefix, standing.padEnd(7), organisationSlug, scopes.join(" "), `until ${expiresAt.slice(0, 10)}`]
        .concat(lastUsedOn === null ? "never used" : `last used ${lastUsedOn}`, label)
        .join("  "),
    )
  return 0
}

async function revoke({ args, composed, print }: VerbContext): Promise<number> {
  const { positionals } = read(args, 1)
  const named = positionals[0]
  if (named === undefined) throw new UsageError("Name the token by its prefix: token revoke PREFIX.")
  // Whoever pastes the whole token, or the part that is shown, means its prefix.
  const prefix = readToken(named)?.prefix ?? named.replace(/^simpul_/, "").replace(/_.*$/, "")
  const { label } = await revokeTokenByOperator(composed.services, prefix).catch(
    explain({ notFound: "No token has this prefix.", "apiToken.over": "This token is revoked already." }),
  )
  print(`${label} is revoked.`)
  return 0
}

function read(args: readonly string[], positionals: number) {
  try {
    const parsed = parseArgs({
      args: [...args],
      allowPositionals: positionals > 0,
      options: {
        organisation: { type: "string" },
        label: { type: "string" },
        days: { type: "string" },
        scope: { type: "string", multiple: true },
      },
    })
    if (parsed.positionals.length > positionals) throw new Error("Too many arguments.")
    return parsed
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
}

/** A refusal of the domain in the operator's words. */
const explain =
  (sentences: Readonly<Record<string, string>>) =>
  (error: unknown): never => {
    const sentence = isDomainError(error) ? sentences[error.key] : undefined
    if (sentence === undefined) throw error
    throw new UsageError(sentence)
  }
