import { readdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { brotliCompressSync, constants, gzipSync } from "node:zlib"
import { vitePlugin as remix } from "@remix-run/dev"
import tailwindcss from "@tailwindcss/vite"
import type { Plugin } from "vite"
import { configDefaults, defineConfig, type TestProjectConfiguration } from "vitest/config"
import { clearStamp, sourceStamp, writeStamp } from "./app/server/build-stamp.mjs"

declare module "@remix-run/node" {
  interface Future {
    v3_singleFetch: true
  }
}

const future = {
  v3_fetcherPersist: true,
  v3_relativeSplatPath: true,
  v3_throwAbortReason: true,
  v3_lazyRouteDiscovery: true,
  v3_singleFetch: true,
  v3_routeConfig: true,
} as const

/**
 * One server build with five doors that share every module: the Remix handler, the server, the worker thread, the
 * operator's tool and the parts that tests put together. Separate bundles would hold two copies of each module, and `instanceof DomainError` would lie.
 */
function serverEntries(): Plugin {
  let ssr = false
  return {
    name: "simpul:server-entries",
    apply: "build",
    configResolved(config) {
      ssr = Boolean(config.build.ssr)
    },
    options(options) {
      if (!ssr) return null
      return {
        ...options,
        input: {
          index: "virtual:remix/server-build",
          main: "app/server/main.ts",
          worker: "app/server/worker.ts",
          admin: "app/server/admin.ts",
          parts: "app/server/parts.ts",
        },
      }
    },
    outputOptions(options) {
      return ssr ? { ...options, entryFileNames: "[name].js" } : null
    },
  }
}

const compressible = /\.(js|css|svg|html|json|txt|xml|map|webmanifest|ico)$/

/** Writes `.br` and `.gz` beside every static file that gets smaller by them, at the best level: it happens once. */
function precompress(folder: string): void {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !compressible.test(entry.name)) continue
    const path = join(entry.parentPath, entry.name)
    const bytes = readFileSync(path)
    const brotli = brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } })
    const gzip = gzipSync(bytes, { level: 9 })
    if (brotli.length < bytes.length * 0.95) writeFileSync(`${path}.br`, brotli)
    if (gzip.length < bytes.length * 0.95) writeFileSync(`${path}.gz`, gzip)
  }
}

/** Finishes the server build, which runs last: compresses what browsers will fetch and stamps the build as whole. */
function finishBuild(): Plugin {
  const root = process.cwd()
  let ssr = false
  let failed = false
  let stamp = ""
  return {
    name: "simpul:finish-build",
    apply: "build",
    configResolved(config) {
      ssr = Boolean(config.build.ssr)
    },
    buildStart() {
      clearStamp(root)
      stamp = sourceStamp(root)
    },
    buildEnd(error) {
      failed = error !== undefined
    },
    closeBundle: {
      order: "post",
      sequential: true,
      handler() {
        if (!ssr || failed) return
        precompress(join(root, "build", "client"))
        writeStamp(root, stamp)
      },
    },
  }
}

/** Under vitest (mode "test") Remix stays out: web tests put the parts of the production build together. */
export default defineConfig(({ mode }) => ({
  plugins: [tailwindcss(), ...(mode === "test" ? [] : [remix({ future })]), serverEntries(), finishBuild()],
  build: { target: "es2022", assetsInlineLimit: 0 },
  server: { host: "127.0.0.1" },
  test: {
    reporters: ["default"],
    // One worker a core: left to itself vitest keeps a core free, which doubles the time on a machine with two.
    maxWorkers: "100%",
    projects,
  },
}))

/**
 * Files share a process and its modules: loading those anew for each was half of the time. A test's own things are closed
 * when it is over, and modules keep nothing that belongs to one portal.
 */
const shared = { environment: "node", isolate: false, setupFiles: "tests/support/each-file.ts" } as const

const onBothEngines = "tests/{domain,db,contracts}/**/*.test.{ts,tsx}"

/** What asks no database: a second engine would prove nothing. */
const withoutDatabase = [
  "tests/domain/agreement/{text,document}/**",
  "tests/domain/files/**",
  "tests/domain/signature/{key-protection,hostile-files,random-damage,sealing,tampering,foreign-signatures}.test.ts",
  "tests/domain/programme/{ledger,civil-servant-number,certificate/document}.test.ts",
]

/** Every state × step, a database for each: their statements run on PostgreSQL in the other files of their noun. */
const walkedOnSqlite = ["tests/domain/{proposal,initiative}/flow.test.ts", "tests/domain/initiative/updates.test.ts"]

/**
 * `domain` and `postgres` run the same files (but for the lists above), one on SQLite and one on PostgreSQL; `*.postgres.test.ts` (two people at
 * once) only means something on the latter. `browser` comes last and alone: it measures what people would see.
 */
const projects: TestProjectConfiguration[] = [
  {
    test: {
      name: "domain",
      ...shared,
      include: [onBothEngines, "tests/architecture.test.ts"],
      exclude: [...configDefaults.exclude, "**/*.postgres.test.ts"],
      testTimeout: 20_000,
      hookTimeout: 60_000,
    },
  },
  {
    test: {
      name: "postgres",
      ...shared,
      include: [onBothEngines],
      exclude: [...configDefaults.exclude, ...withoutDatabase, ...walkedOnSqlite],
      env: { TEST_DATABASE: "postgres" },
      globalSetup: ["tests/support/postgres.ts"],
      testTimeout: 60_000,
      hookTimeout: 60_000,
    },
  },
  {
    // React's quick half, which is what is deployed, has no development runtime for JSX.
    esbuild: { jsxDev: false },
    test: {
      name: "web",
      ...shared,
      env: { NODE_ENV: "production" },
      include: ["tests/web/**/*.test.{ts,tsx}"],
      globalSetup: ["tests/support/built.ts"],
      testTimeout: 30_000,
      hookTimeout: 60_000,
    },
  },
  {
    test: {
      name: "interop",
      ...shared,
      include: ["tests/interop/**/*.test.ts"],
      testTimeout: 120_000,
      hookTimeout: 120_000,
    },
  },
  {
    test: {
      name: "browser",
      environment: "node",
      include: ["tests/{browser,stories}/**/*.test.ts"],
      globalSetup: ["tests/support/built.ts", "tests/support/demo-network.ts"],
      fileParallelism: false,
      maxConcurrency: 2,
      testTimeout: 180_000,
      hookTimeout: 180_000,
      sequence: { groupOrder: 1 },
    },
  },
]
