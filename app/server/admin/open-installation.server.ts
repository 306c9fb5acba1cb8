import { type Environment, readDataDir, readEnvironment } from "#app/env.server.ts"
import { type Composed, composeServices } from "../compose.server.ts"
import { claimDataDir, dataDirKind } from "../data-dir.server.ts"
import { evaluationSecrets } from "../evaluation-secrets.server.ts"
import { findInstallation } from "../installation.server.ts"
import { createLog } from "../log.server.ts"

/**
 * Opens the installation in DATA_DIR for the operator. What the folder was made for decides how the environment is
 * read: an evaluation brings its own secrets, everything else is production and needs APP_URL and SECRET as `serve` does.
 */
export function openInstallation(): { readonly environment: Environment; readonly composed: Composed } {
  const evaluation = dataDirKind(readDataDir()) === "evaluation"
  const environment = readEnvironment(evaluation ? "evaluation" : "production", undefined, { listens: false })
  claimDataDir(environment.dataDir, environment.mode, new Date().toISOString())
  const kept = evaluation ? [evaluationSecrets(environment).secret] : []
  const given = environment.secret === undefined ? [] : [environment.secret]
  const { log } = createLog("silent")
  const composed = composeServices({
    environment,
    installation: findInstallation(),
    log,
    secrets: [...new Set([...given, ...kept, ...environment.previousSecrets])],
  })
  return { environment, composed }
}
