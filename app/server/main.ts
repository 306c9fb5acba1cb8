import { EnvironmentError, readEnvironment, settleNodeEnv } from "#app/env.server.ts"

/**
 * The server's door: `main.js start` is the evaluation with the demo network, `main.js serve` (or nothing) is
 * production. The environment is judged first and the rest loaded after, because React chooses its fast half by
 * NODE_ENV while it loads.
 */
try {
  const environment = readEnvironment(process.argv[2] === "start" ? "evaluation" : "production")
  settleNodeEnv()
  const { runServer } = await import("./run.server.ts")
  await runServer(environment)
} catch (error) {
  const problems = error instanceof EnvironmentError ? error.problems : [sentenceOf(error)]
  process.stderr.write(`Simpul cannot start.\n${problems.map((problem) => `  - ${problem}`).join("\n")}\n`)
  process.exitCode = 1
}

/** An operator's mistake in its own words; a fault of the program with where it happened. */
function sentenceOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return error.name === "ListenError" ? error.message : (error.stack ?? error.message)
}
