import { join } from "node:path"
import { monitorEventLoopDelay } from "node:perf_hooks"
import { pathToFileURL } from "node:url"
import type { AgreementDocument } from "#app/domain/agreement/document/document.ts"
import { findInstallation } from "#app/server/installation.server.ts"
import { WorkerPool } from "#app/services/worker-pool.server.ts"
import { poolWorkshop } from "#app/services/worker-pool-workshop.server.ts"
import { percentile } from "./load.ts"
import type { Figure } from "./run.ts"
import { benchSigners } from "./signers.ts"

const rounds = 20

/** A text of about twenty pages. */
function longDocument(): AgreementDocument {
  const paragraph =
    "Para pihak sepakat bekerja sama dengan itikad baik, saling memberi keterangan yang diperlukan, dan menyelesaikan setiap perbedaan secara musyawarah untuk mufakat menurut ketentuan peraturan perundang-undangan. "
  return {
    kind: "kesepakatan-bersama",
    title: "Pengukuran Waktu",
    code: "KB-0000-0000",
    verifyUrl: "http://127.0.0.1:3000/v/0000000000",
    verifyCode: "0000000000",
    demo: true,
    language: "id",
    parties: [1, 2].map((ordinal) => ({
      ordinal: ordinal as 1 | 2,
      label: ordinal === 1 ? "PIHAK KESATU" : "PIHAK KEDUA",
      regionName: ordinal === 1 ? "Provinsi Jawa Barat" : "Kota Magelang",
      office: ordinal === 1 ? "Gubernur Jawa Barat" : "Wali Kota Magelang",
      holder: "Pejabat (peraga)",
      address: "Jalan Contoh",
      number: `${ordinal}/2026`,
    })),
    place: "Bandung",
    date: "2021-12-08",
    clauses: Array.from({ length: 20 }, (_, n) => ({
      key: `pasal-${n + 1}`,
      title: `PASAL UJI ${n + 1}`,
      body: Array.from({ length: 6 }, (_, m) => `${m + 1}. ${paragraph.repeat(2)}`).join("\n"),
    })),
    createdAt: "2026-01-01T00:00:00.000Z",
  }
}

/** Rendering, two seals and verification in the worker pool, with the main thread's longest delay meanwhile. */
export async function documents(): Promise<Figure[]> {
  const entry = pathToFileURL(join(findInstallation().root, "build", "server", "worker.js"))
  const pool = new WorkerPool({ entry, execArgv: [], threads: 2, maxWaiting: 64, idleMs: 60_000, maxHeapMb: 512 })
  const workshop = poolWorkshop(pool, 2)
  try {
    const document = longDocument()
    const { signers, trustAnchors } = await benchSigners()
    const signedAt = new Date().toISOString()
    const sealBoth = async (): Promise<{ pages: number; pdf: Uint8Array }> => {
      const rendered = await workshop.render(document)
      let pdf = rendered.pdf
      for (const signer of signers)
        pdf = await workshop.seal({ ...signer, pdf, reason: "Pengukuran", location: "Bandung", signedAt })
      return { pages: rendered.pages, pdf }
    }
    const first = await sealBoth()
    const delay = monitorEventLoopDelay({ resolution: 1 })
    const times: number[] = []
    const checks: number[] = []
    delay.enable()
    for (let round = 0; round < rounds; round += 1) {
      const began = performance.now()
      const { pdf } = await sealBoth()
      times.push(performance.now() - began)
      const checking = performance.now()
      const report = await workshop.verify({ pdf, trustAnchors, revoked: [], judgedAt: signedAt })
      checks.push(performance.now() - checking)
      if (report.verdict !== "valid") throw new Error(`The bench's own document is ${report.verdict}`)
    }
    delay.disable()
    return [
      { name: `render ${first.pages} pages and two seals, p50`, value: percentile(times, 50), unit: "ms" },
      { name: `render ${first.pages} pages and two seals, p95`, value: percentile(times, 95), unit: "ms" },
      { name: "longest delay of the main thread meanwhile (goal ≤ 20)", value: delay.max / 1e6, unit: "ms" },
      { name: "verify two seals, p50", value: percentile(checks, 50), unit: "ms" },
      { name: "verify two seals, p95", value: percentile(checks, 95), unit: "ms" },
    ]
  } finally {
    await pool.close()
  }
}
