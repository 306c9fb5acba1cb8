import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join, resolve } from "node:path"
import { afterEach, beforeEach, describe, expect, test } from "vitest"
import { EnvironmentError, type Mode, readEnvironment } from "#app/env.server.ts"
import { claimDataDir, dataDirKind } from "#app/server/data-dir.server.ts"
import { evaluationSecrets } from "#app/server/evaluation-secrets.server.ts"
import { welcome } from "#app/server/welcome.ts"

const secret = "0123456789abcdefghijklmnopqrstuv"
const production = { APP_URL: "https://simpul.example.go.id", SECRET: secret, TRUSTED_PROXIES: "127.0.0.1" }

/** Every sentence with which an environment is refused. */
function problems(mode: Mode, source: Record<string, string>): readonly string[] {
  try {
    readEnvironment(mode, source)
    return []
  } catch (error) {
    if (error instanceof EnvironmentError) return error.problems
    throw error
  }
}

describe("production", () => {
  test("needs APP_URL and SECRET, and says both at once", () => {
    expect(problems("production", {})).toEqual([
      expect.stringMatching(/^APP_URL is missing/),
      expect.stringMatching(/^SECRET is missing/),
    ])
    expect(problems("production", { APP_URL: "", SECRET: "" })).toHaveLength(2)
    expect(problems("production", production)).toEqual([])
  })
  test.each(["short", "a".repeat(64), "0123456789abcdefghijklmnopqrstu"])("SECRET %j is too weak", (weak) => {
    expect(problems("production", { ...production, SECRET: weak })).toEqual([
      expect.stringMatching(/^SECRET is too weak/),
    ])
  })
  test.each([
    "simpul.go.id",
    "ftp://simpul.go.id",
    "https://simpul.go.id/portal",
    "https://a:b@simpul.go.id",
    "https://simpul.go.id/?x",
    "https://",
  ])("APP_URL %j is no origin", (APP_URL) => {
    expect(problems("production", { ...production, APP_URL })).toEqual([expect.stringMatching(/^APP_URL must be/)])
  })
  test("behind https needs the name of its proxy; without TLS, or for the operator's tool, it does not", () => {
    const unnamed = { ...production, TRUSTED_PROXIES: "" }
    expect(problems("production", unnamed)).toEqual([expect.stringMatching(/^TRUSTED_PROXIES is missing/)])
    expect(problems("production", { ...production, TRUSTED_PROXIES: " , " })).toHaveLength(1)
    expect(problems("production", { ...unnamed, APP_URL: "http://simpul.example.go.id" })).toEqual([])
    expect(readEnvironment("production", unnamed, { listens: false }).trustedProxies).toEqual([])
  })
  test("names a secretariat only where one is named, by one address", () => {
    const named = (SECRETARIAT_EMAIL: string) => ({ ...production, SECRETARIAT_EMAIL })
    expect(readEnvironment("production", production).secretariatEmail).toBeNull()
    expect(readEnvironment("production", named("tanya@jejaring.example")).secretariatEmail).toBe(
      "tanya@jejaring.example",
    )
    expect(readEnvironment("evaluation", {}).secretariatEmail).toBe("sekretariat@simpul.example")
    for (const wrong of ["sekretariat", "a@b.example, c@d.example", "https://jejaring.example"])
      expect(problems("production", named(wrong)), wrong).toEqual([
        expect.stringMatching(/^SECRETARIAT_EMAIL must be one e-mail address/),
      ])
  })
  test("has no demo accounts", () => {
    expect(problems("production", { ...production, DEMO_PASSWORD: "a password of the demo" })).toHaveLength(1)
  })
  test("may listen anywhere; its address loses the trailing slash and the usual port", () => {
    const read = readEnvironment("production", {
      ...production,
      APP_URL: "https://Simpul.example.go.id:443/",
      HOST: "0.0.0.0",
      PORT: "8080",
    })
    expect(read).toMatchObject({
      appUrl: "https://simpul.example.go.id",
      host: "0.0.0.0",
      port: 8080,
      logLevel: "info",
    })
  })
})

describe("the evaluation", () => {
  test("needs nothing", () => {
    expect(readEnvironment("evaluation", {})).toMatchObject({
      port: 3000,
      host: "127.0.0.1",
      appUrl: "http://127.0.0.1:3000",
      dataDir: resolve("data"),
      databaseUrl: resolve("data/simpul.sqlite"),
      filesUrl: resolve("data/files"),
    })
    expect(readEnvironment("evaluation", { PORT: "4000", HOST: "::1" }).appUrl).toBe("http://[::1]:4000")
  })
  test.each(["0.0.0.0", "::", "192.168.1.4", "simpul.go.id", "127.0.0.1.evil.example"])(
    "does not listen on %s",
    (HOST) => {
      expect(problems("evaluation", { HOST })).toEqual([expect.stringMatching(/^HOST is /)])
      expect(problems("development", { HOST })).toEqual([expect.stringMatching(/^HOST is /)])
    },
  )
  test("does not run as production", () => {
    expect(problems("evaluation", { NODE_ENV: "production" })).toEqual([
      expect.stringMatching(/^NODE_ENV is production/),
    ])
  })
})

describe("values that make no sense", () => {
  test.each([
    [{ PORT: "http" }, /^PORT must be a number/],
    [{ PORT: "70000" }, /^PORT must be at most 65535/],
    [{ PORT: "0" }, /^PORT must be at least 1/],
    [{ PORT: "30.5" }, /^PORT must be a whole number/],
    [{ DATABASE_URL: "mysql://x" }, /^DATABASE_URL must be/],
    [{ DATABASE_URL: "postgres://" }, /^DATABASE_URL must be/],
    [{ SMTP_URL: "mail.example" }, /^SMTP_URL must look like/],
    [{ FILES_URL: "s3://bucket" }, /^FILES_URL must be/],
    [{ LOG_LEVEL: "loud" }, /^LOG_LEVEL must be/],
    [{ DEMO_PASSWORD: "short" }, /^DEMO_PASSWORD must have/],
  ])("%j", (source, sentence) => {
    expect(problems("evaluation", source as Record<string, string>)).toEqual([expect.stringMatching(sentence)])
  })
  test("all of them are named at once", () => {
    expect(problems("evaluation", { PORT: "x", LOG_LEVEL: "x" })).toHaveLength(2)
  })
})

describe("the data folder", () => {
  let folder = ""
  beforeEach(() => {
    folder = join(mkdtempSync(join(tmpdir(), "simpul-data-")), "data")
  })
  afterEach(() => rmSync(resolve(folder, ".."), { recursive: true }))
  const at = "2026-01-01T00:00:00.000Z"

  test("belongs to the kind that first used it", () => {
    expect(dataDirKind(folder)).toBeNull()
    claimDataDir(folder, "evaluation", at)
    expect(dataDirKind(folder)).toBe("evaluation")
    claimDataDir(folder, "development", at)
    expect(() => claimDataDir(folder, "production", at)).toThrow(/demo network/)
    expect(statSync(folder).mode & 0o777).toBe(0o700)
  })
  test("of production is not touched by the evaluation", () => {
    claimDataDir(folder, "production", at)
    claimDataDir(folder, "production", at)
    expect(() => claimDataDir(folder, "evaluation", at)).toThrow(/production portal/)
  })
  test("with a damaged mark is refused", () => {
    claimDataDir(folder, "production", at)
    writeFileSync(join(folder, "simpul.json"), "{")
    expect(() => claimDataDir(folder, "production", at)).toThrow(EnvironmentError)
  })

  test("keeps the secrets that the evaluation made up", () => {
    const environment = readEnvironment("evaluation", { DATA_DIR: folder })
    claimDataDir(folder, "evaluation", at)
    const made = evaluationSecrets(environment)
    expect(made.secret.length).toBeGreaterThanOrEqual(32)
    expect(made.password).toMatch(/^([a-z]{4}-){4}\d\d$/)
    expect(made.passphrase).toMatch(/^([a-z]{4}-){6}\d\d$/)
    expect(evaluationSecrets(environment)).toEqual(made)
    expect(statSync(join(folder, "evaluation.json")).mode & 0o777).toBe(0o600)
    const later = readEnvironment("evaluation", { DATA_DIR: folder, DEMO_PASSWORD: "another password" })
    expect(evaluationSecrets(later)).toEqual(made)
    expect(welcome(later, made)).toContain("these are the ones in use")
    writeFileSync(join(folder, "evaluation.json"), "{}")
    expect(() => evaluationSecrets(environment)).toThrow(/damaged/)
  })

  test("takes them from the environment where it names them, and shows them", () => {
    const environment = readEnvironment("evaluation", {
      DATA_DIR: folder,
      SECRET: secret,
      DEMO_PASSWORD: "sandi-peraga-2026",
      DEMO_PASSPHRASE: "frasa-peraga-2026",
    })
    claimDataDir(folder, "evaluation", at)
    const secrets = evaluationSecrets(environment)
    expect(secrets).toEqual({ secret, password: "sandi-peraga-2026", passphrase: "frasa-peraga-2026" })
    const text = welcome(environment, secrets)
    for (const shown of [
      "http://127.0.0.1:3000",
      "walikota@magelang.example",
      "sandi-peraga-2026",
      "frasa-peraga-2026",
    ])
      expect(text).toContain(shown)
    expect(text).not.toContain(secret)
    expect(welcome(readEnvironment("production", production), null)).not.toMatch(/peraga|demo/i)
  })
})
