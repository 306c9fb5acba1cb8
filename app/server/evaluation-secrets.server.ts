import { randomBytes, randomInt } from "node:crypto"
import { readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { z } from "zod"
import { type Environment, EnvironmentError } from "#app/env.server.ts"

/** What an evaluation makes up for itself and keeps, so that the next start still opens what this one closed. */
export type EvaluationSecrets = { readonly secret: string; readonly password: string; readonly passphrase: string }

const stored = z.object({ secret: z.string().min(32), password: z.string().min(12), passphrase: z.string().min(12) })
const fileName = "evaluation.json"

/** Where an evaluation in `dataDir` keeps them. */
export const evaluationFile = (dataDir: string): string => join(dataDir, fileName)

/** The secret among the bytes of such a file. Throws where they are no such file. */
export const secretIn = (bytes: Uint8Array): string =>
  stored.parse(JSON.parse(Buffer.from(bytes).toString("utf8"))).secret

/**
 * The secrets of the evaluation in `DATA_DIR`: made at the first start (from the environment where it names them),
 * and the same ever after. Readable by this user alone.
 */
export function evaluationSecrets(environment: Environment): EvaluationSecrets {
  const path = evaluationFile(environment.dataDir)
  let text: string
  try {
    text = readFileSync(path, "utf8")
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error
    return make(environment, path)
  }
  const parsed = stored.safeParse(tryJson(text))
  if (!parsed.success)
    throw new EnvironmentError([
      `${path} is damaged. Delete the folder ${environment.dataDir} to begin a new evaluation.`,
    ])
  return parsed.data
}

function make(environment: Environment, path: string): EvaluationSecrets {
  const secrets: EvaluationSecrets = {
    secret: environment.secret ?? randomBytes(48).toString("base64"),
    password: environment.demoPassword ?? words(4),
    passphrase: environment.demoPassphrase ?? words(6),
  }
  writeFileSync(path, `${JSON.stringify(secrets, null, 2)}\n`, { flag: "wx", mode: 0o600 })
  return secrets
}

function tryJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

const openings = ["b", "c", "d", "g", "j", "k", "l", "m", "n", "p", "r", "s", "t", "w", "y"]
const vowels = ["a", "e", "i", "o", "u"]

/** Pronounceable made-up words of four letters, about 12 bits each, and two digits. */
function words(count: number): string {
  const pick = (list: readonly string[]) => list[randomInt(list.length)]!
  const word = () => pick(openings) + pick(vowels) + pick(openings) + pick(vowels)
  return `${Array.from({ length: count }, word).join("-")}-${randomInt(10, 100)}`
}
