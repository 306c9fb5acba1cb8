import { expect, test } from "vitest"
import { agreementIn } from "#tests/support/agreements.ts"
import { openApp } from "#tests/support/app.ts"
import { countedDatabase } from "#tests/support/database.ts"
import { everyRow } from "#tests/support/every-row.ts"
import { createWorld } from "#tests/support/world.ts"

/** Statements that a page of a signed-in person may take, sign-in included; pages that need more stand here by name. */
const budget = 12
const larger: Readonly<Record<string, number>> = {
  // A region tells of every noun what belongs to it.
  "/wilayah/:code": 20,
  "/ruang-kerja": 15,
  "/ruang-kerja/kesepakatan/:code": 16,
  "/ruang-kerja/belajar/peserta/:id": 16,
  "/ruang-kerja/kesepakatan/:code/naskah": 14,
  "/ruang-kerja/kesepakatan/:code/tanda-tangan": 20,
  "/admin": 14,
}

const unmeasured = [
  "/ruang-kerja/organisasi/:id/bukti",
  "/ruang-kerja/organisasi/:id/undangan/:invitationId/pencabutan",
  "/undangan/:token",
  "/ruang-kerja/mandat/:id/dasar",
  "/admin/organisasi/:id/bukti",
  "/ruang-kerja/usulan/:code/simpanan",
  "/ruang-kerja/kesepakatan/:code/dokumen.pdf",
  "/ruang-kerja/belajar/sesi/:id/kehadiran/:attendanceId/pencoretan",
  "/ruang-kerja/belajar/peserta/:id/sertifikat/dokumen.pdf",
  "/akun/kunci/:certificateId/pencabutan",
  "/dev/surat",
  "/api/v1/verify",
  "/api/v1/proposals",
  "/*",
]

test("every loader keeps to its query budget, whoever asks", { timeout: 240_000 }, async () => {
  const counted = await countedDatabase()
  const world = await createWorld({ db: counted.db })
  const app = await openApp({ world })
  const { people, fill, exchange } = await everyRow(world)
  const parties = { jabar: exchange.host, magelang: exchange.sender }
  const signing = await agreementIn(world, parties, "signing", { title: "Naskah yang dikunci" })
  const names = [
    "head",
    "approver",
    "admin",
    "otherSide",
    "learner",
    "supervisor",
    "proposer",
    "coauthor",
    "secretariat",
  ]
  const personae = await Promise.all(names.map((name) => app.as(people[name]!)))
  const over: string[] = []
  const unseen: string[] = []
  let pages = 0
  for (const route of Object.values(app.build.routes)) {
    if (!route || route.id === "root" || route.id.startsWith("en/") || !route.module || !("loader" in route.module))
      continue
    const pattern = `/${route.path ?? ""}`.replace("//", "/")
    const path = fill(pattern.replace(":code/tanda-tangan", `${signing}/tanda-tangan`))
    let most = 0
    let seen = false
    for (const persona of personae) {
      counted.reset()
      const { status } = await persona.get(path)
      most = Math.max(most, counted.count())
      seen ||= status === 200
    }
    pages += 1
    if (!seen) unseen.push(pattern)
    if (most > (larger[pattern] ?? budget)) over.push(`${pattern}: ${most}`)
  }
  expect(pages).toBeGreaterThan(100)
  expect(over).toEqual([])
  // What nobody could read was not measured: these need a row that comes and goes, hold a file, or have nothing to read.
  expect(unseen).toEqual(unmeasured)
})
