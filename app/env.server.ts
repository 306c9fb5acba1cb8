import { isAbsolute, resolve } from "node:path"
import { z } from "zod"

/** How the portal was started: `evaluation` is the demo of `npm start`, `production` is `npm run serve`. */
export type Mode = "evaluation" | "production" | "development"

/** The environment as the server uses it; every default is filled in. */
export type Environment = {
  readonly mode: Mode
  readonly port: number
  readonly host: string
  /** Origin of every absolute URL, without a trailing slash. */
  readonly appUrl: string
  /** Undefined outside production where none is given: the evaluation makes and keeps its own. */
  readonly secret: string | undefined
  /** Older secrets, newest first: they still open what was encrypted under them. */
  readonly previousSecrets: readonly string[]
  /** Absolute path. */
  readonly dataDir: string
  /** `postgres://…`, or the absolute path of the SQLite file. */
  readonly databaseUrl: string
  readonly demoPassword: string | undefined
  readonly demoPassphrase: string | undefined
  readonly smtpUrl: string | undefined
  readonly mailFrom: string
  /** Shown where people are told whom to write to; null where none is named. */
  readonly secretariatEmail: string | null
  /** Absolute path of a folder. */
  readonly filesUrl: string
  /** Networks (addresses or CIDR) whose `X-Forwarded-For` is believed. */
  readonly trustedProxies: readonly string[]
  /** Whoever brings it may read /metrics from elsewhere than this machine. */
  readonly metricsToken: string | undefined
  readonly logLevel: LogLevel
}

const logLevels = ["silent", "error", "warn", "info", "debug"] as const
export type LogLevel = (typeof logLevels)[number]

/** What stands between the operator and a running portal, one plain sentence each. */
export class EnvironmentError extends Error {
  readonly problems: readonly string[]
  constructor(problems: readonly string[]) {
    super(problems.join("\n"))
    this.name = "EnvironmentError"
    this.problems = problems
  }
}

/** `APP_URL` is an origin: scheme and host, nothing after. */
const origin = z.string().transform((text, context) => {
  const refuse = () => {
    context.addIssue("APP_URL must be an http or https origin without a path, such as https://simpul.example.go.id.")
    return z.NEVER
  }
  if (!URL.canParse(text)) return refuse()
  const url = new URL(text)
  if (!/^https?:$/.test(url.protocol) || url.pathname !== "/" || url.search || url.hash || url.username) return refuse()
  return url.origin
})

const smtpUrl = z
  .string()
  .refine(
    (text) => /^smtps?:\/\//.test(text) && URL.canParse(text),
    "SMTP_URL must look like smtps://user:password@host:465.",
  )

const databaseUrl = z
  .string()
  .refine(
    (text) => !/^[a-z]+:\/\//i.test(text) || (/^postgres(ql)?:\/\/./.test(text) && URL.canParse(text)),
    "DATABASE_URL must be postgres://… or the path of an SQLite file.",
  )

const filesUrl = z
  .string()
  .refine(
    (text) => !/^[a-z0-9]+:\/\//i.test(text),
    "FILES_URL must be a folder; this version keeps files on disk only.",
  )

const commaList = z.string().transform((text) =>
  text
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== ""),
)

const schema = z.object({
  PORT: z.coerce
    .number("PORT must be a number.")
    .int("PORT must be a whole number.")
    .min(1, "PORT must be at least 1.")
    .max(65_535, "PORT must be at most 65535.")
    .default(3000),
  HOST: z.string().default("127.0.0.1"),
  APP_URL: origin.optional(),
  SECRET: z.string().optional(),
  SECRET_PREVIOUS: commaList.default([]),
  DATA_DIR: z.string().default("data"),
  DATABASE_URL: databaseUrl.optional(),
  DEMO_PASSWORD: z.string().min(12, "DEMO_PASSWORD must have at least 12 characters.").optional(),
  DEMO_PASSPHRASE: z.string().min(12, "DEMO_PASSPHRASE must have at least 12 characters.").optional(),
  SMTP_URL: smtpUrl.optional(),
  MAIL_FROM: z.string().max(320).optional(),
  SECRETARIAT_EMAIL: z.email("SECRETARIAT_EMAIL must be one e-mail address.").max(320).optional(),
  FILES_URL: filesUrl.optional(),
  TRUSTED_PROXIES: commaList.default([]),
  METRICS_TOKEN: z.string().min(20, "METRICS_TOKEN must have at least 20 characters.").optional(),
  LOG_LEVEL: z.enum(logLevels, `LOG_LEVEL must be one of ${logLevels.join(", ")}.`).optional(),
  NODE_ENV: z.string().optional(),
})

type Source = Readonly<Record<string, string | undefined>>

/** Only addresses that never leave the machine. */
export const isLoopback = (host: string): boolean =>
  host === "localhost" || host === "::1" || /^127(\.\d{1,3}){3}$/.test(host)

/**
 * Reads the environment of one mode. A variable that is set but empty counts as absent. `listens` false is for a tool
 * that no visitor reaches. Throws `EnvironmentError` with every problem at once.
 */
export function readEnvironment(
  mode: Mode,
  source: Source = process.env,
  options: { readonly listens: boolean } = { listens: true },
): Environment {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value !== ""))
  const parsed = schema.safeParse(given)
  if (!parsed.success) throw new EnvironmentError(parsed.error.issues.map((issue) => sentenceOf(issue)))
  const env = parsed.data
  const problems = mode === "production" ? productionProblems(env, options.listens) : evaluationProblems(mode, env)
  if (problems.length > 0) throw new EnvironmentError(problems)
  const dataDir = resolve(env.DATA_DIR)
  return {
    mode,
    port: env.PORT,
    host: env.HOST,
    appUrl: env.APP_URL ?? `http://${env.HOST.includes(":") ? `[${env.HOST}]` : env.HOST}:${env.PORT}`,
    secret: env.SECRET,
    previousSecrets: env.SECRET_PREVIOUS,
    dataDir,
    databaseUrl: databaseLocation(env.DATABASE_URL, dataDir),
    demoPassword: env.DEMO_PASSWORD,
    demoPassphrase: env.DEMO_PASSPHRASE,
    smtpUrl: env.SMTP_URL,
    mailFrom: env.MAIL_FROM ?? `Simpul <simpul@${new URL(env.APP_URL ?? "http://simpul.example").hostname}>`,
    secretariatEmail: env.SECRETARIAT_EMAIL ?? (mode === "production" ? null : "sekretariat@simpul.example"),
    filesUrl: env.FILES_URL ? resolve(env.FILES_URL) : resolve(dataDir, "files"),
    trustedProxies: env.TRUSTED_PROXIES,
    metricsToken: env.METRICS_TOKEN,
    logLevel: env.LOG_LEVEL ?? (mode === "production" ? "info" : "warn"),
  }
}

/** Where a restoration goes and which secrets it may try, as far as the environment says so. */
export type RestoreTarget = Pick<Environment, "dataDir" | "databaseUrl" | "filesUrl"> & {
  readonly secrets: readonly string[]
}

/** The environment of a restoration into the folder `into`. Throws `EnvironmentError` for what does not fit. */
export function readRestoreTarget(into: string, source: Source = process.env): RestoreTarget {
  const { DATABASE_URL, FILES_URL, SECRET, SECRET_PREVIOUS } = source
  const asked = { DATA_DIR: into, DATABASE_URL, FILES_URL, SECRET, SECRET_PREVIOUS }
  const given = Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined && value !== ""))
  const parsed = schema.safeParse(given)
  if (!parsed.success) throw new EnvironmentError(parsed.error.issues.map((issue) => sentenceOf(issue)))
  const env = parsed.data
  const dataDir = resolve(into)
  return {
    dataDir,
    databaseUrl: databaseLocation(env.DATABASE_URL, dataDir),
    filesUrl: env.FILES_URL ? resolve(env.FILES_URL) : resolve(dataDir, "files"),
    secrets: [...(env.SECRET === undefined ? [] : [env.SECRET]), ...env.SECRET_PREVIOUS],
  }
}

/** The data folder alone, for the operator's tool: what the folder is for decides how the rest is read. */
export const readDataDir = (source: Source = process.env): string => resolve(source.DATA_DIR || "data")

/**
 * React and its kin choose their fast half by NODE_ENV when they are first loaded, so a built server settles it
 * before it loads anything else.
 */
export function settleNodeEnv(): void {
  process.env.NODE_ENV = "production"
}

function productionProblems(env: z.infer<typeof schema>, listens: boolean): string[] {
  const problems: string[] = []
  if (!env.APP_URL)
    problems.push("APP_URL is missing: the public origin of the portal, such as https://simpul.example.go.id.")
  if (!env.SECRET)
    problems.push("SECRET is missing: at least 32 random characters, for example from `openssl rand -base64 48`.")
  else if (env.SECRET.length < 32 || new Set(env.SECRET).size < 10)
    problems.push("SECRET is too weak: at least 32 random characters, for example from `openssl rand -base64 48`.")
  // The portal does no TLS itself, so there is a proxy: unnamed, all visitors would be counted as one address.
  if (listens && env.APP_URL?.startsWith("https:") && env.TRUSTED_PROXIES.length === 0)
    problems.push(
      "TRUSTED_PROXIES is missing: the address of the proxy that does TLS for APP_URL, such as 127.0.0.1,::1. Without it all visitors count as one, and one of them can lock out the others.",
    )
  if (env.DEMO_PASSWORD || env.DEMO_PASSPHRASE)
    problems.push("DEMO_PASSWORD and DEMO_PASSPHRASE belong to the evaluation mode; production has no demo accounts.")
  return problems
}

function evaluationProblems(mode: Mode, env: z.infer<typeof schema>): string[] {
  const problems: string[] = []
  if (!isLoopback(env.HOST))
    problems.push(
      `HOST is ${env.HOST}: demo accounts must not be reachable from outside. Use 127.0.0.1, or \`npm run serve\`.`,
    )
  if (mode === "evaluation" && env.NODE_ENV === "production")
    problems.push("NODE_ENV is production: `npm start` is the evaluation with demo accounts. Use `npm run serve`.")
  if (env.SECRET !== undefined && env.SECRET.length < 32) problems.push("SECRET must have at least 32 characters.")
  return problems
}

function databaseLocation(url: string | undefined, dataDir: string): string {
  if (!url) return resolve(dataDir, "simpul.sqlite")
  if (/^postgres(ql)?:\/\//.test(url)) return url
  return isAbsolute(url) ? url : resolve(url)
}

function sentenceOf(issue: { path: PropertyKey[]; message: string }): string {
  const name = String(issue.path[0] ?? "")
  return issue.message.startsWith(name) ? issue.message : `${name}: ${issue.message}`
}
