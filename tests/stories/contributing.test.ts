import { afterAll, beforeAll, expect, test } from "vitest"
import { samplePaper } from "#db/seeds/demo-evidence.ts"
import { photograph } from "#tests/support/pictures.ts"
import { openStage, type Reader, type Stage, says } from "#tests/support/story.ts"
import { both } from "./steps.ts"

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage?.close())

const pathOf = (reader: Reader): string => new URL(reader.page.url()).pathname

test.each(both)(
  "%s: a region asks, two organisations propose, revise and are accepted; an initiative comes of it that everybody reads",
  async (title, javaScript) => {
    const region = await stage.reader({ email: "kerjasama@magelang.example", javaScript })
    const campus = await stage.reader({ email: "dosen@kampus.example", javaScript })
    const firm = await stage.reader({ email: "direktur@usaha.example", javaScript })
    const visitor = await stage.reader({ javaScript })
    const wanted = `Pendamping pasar kelurahan ${title}`
    const offered = `Kelas pembukuan bagi pedagang ${title}`

    // The region says what it needs.
    await region.open("/ruang-kerja/kebutuhan/baru")
    await region.fill({ title: wanted, affair: "trade" })
    await region.press(says("proposal.need.start.submit"))
    expect(await region.words()).toContain(says("errors.proposal.chooseKinds"))
    await region.fill({
      problem: "Pedagang di pasar kelurahan belum mencatat penjualan, sehingga sulit mengurus pinjaman usaha.",
      affair: "trade",
      place: "Lima pasar kelurahan",
      periodFrom: "2026-01-01",
      periodUntil: "2099-12-31",
    })
    await region.tick("kinds", "expertise")
    await region.tick("kinds", "volunteers")
    await region.press(says("proposal.need.start.submit"))
    await region.follow(says("proposal.need.case.publishAction"))
    await region.press(says("proposal.need.publication.submit"))
    expect(await region.words()).toContain(says("flash.need.published"))

    // An organisation finds it and begins to answer.
    await campus.open(`/kebutuhan?q=${encodeURIComponent(title)}`)
    await campus.follow(wanted)
    await campus.follow(says("proposal.need.show.propose"))
    await campus.fill({ title: offered })
    await campus.press(says("proposal.start.submit"))
    const code = pathOf(campus).split("/").at(-2)!
    const address = `/ruang-kerja/usulan/${code}`

    if (javaScript) {
      await campus.fill({
        summary: "Mahasiswa mendampingi pedagang mencatat penjualan setiap pekan selama enam bulan.",
      })
      await campus.page.locator('[data-autosave-status][data-state="saved"]').waitFor()
      await campus.page.reload()
      expect(await campus.page.inputValue("[name=summary]")).toContain("mencatat penjualan")
    }
    await campus.fill({
      summary: "Mahasiswa mendampingi pedagang mencatat penjualan setiap pekan selama enam bulan.",
      periodFrom: "2027-01-01",
      periodUntil: "2027-06-30",
      "contributions[0].kind": "expertise",
      "contributions[0].description": "Dua belas mahasiswa pendamping",
      "contributions[0].valued": "inKind",
    })
    await campus.press(says("proposal.draft.add"))
    expect(await campus.page.inputValue("[name='contributions[0].description']")).toBe("Dua belas mahasiswa pendamping")
    await campus.fill({
      "contributions[1].kind": "goods",
      "contributions[1].description": "Buku kas untuk setiap pedagang",
      "contributions[1].valued": "valued",
      "contributions[1].amount": "Rp4.500.000",
    })
    await campus.press(says("proposal.draft.saveAndSee"))
    expect(await campus.words()).toContain("Rp4.500.000")

    // A second organisation joins and writes along.
    await campus.follow(says("proposal.case.invite"))
    await campus.tick("organisation", await slugOf(campus, "PT Anyaman Nusantara Peraga"))
    await campus.fill({ part: "Meminjamkan pelatih pembukuan" })
    await campus.press(says("proposal.partner.submit"))
    await firm.open("/ruang-kerja")
    await firm.follow(offered)
    await firm.press(says("proposal.partnership.accept"))
    await firm.follow(says("proposal.case.write"))
    await firm.fill({
      plan: "1. Memilih lima pasar bersama kelurahan.\n2. Mendampingi setiap pekan.\n3. Memeriksa buku kas bersama pedagang.",
    })
    await firm.press(says("proposal.draft.saveAndSee"))

    await campus.open(`${address}/lampiran`)
    await campus.attach("file", { name: "jadwal.pdf", bytes: samplePaper("Jadwal pendampingan") })
    await campus.press(says("proposal.file.submit"))
    expect(await campus.words()).toContain("jadwal.pdf")
    await campus.open(`${address}/pengajuan`)
    await campus.press(says("proposal.submission.submit"))
    expect(await campus.words()).toContain(says("proposal.status.submitted"))

    // The region reads it and asks for a revision, point by point.
    await visitor.open(address)
    expect(pathOf(visitor)).toBe("/masuk")
    await region.open("/ruang-kerja")
    await region.follow(offered)
    await region.follow(says("proposal.case.open"))
    await region.press(says("proposal.opening.submit"))
    await region.follow(says("proposal.case.revise"))
    await region.fill({
      "points[0].part": "plan",
      "points[0].text": "Sebutkan lima pasar yang dipilih.",
      "points[1].part": "contributions",
      "points[1].text": "Apakah buku kas cukup untuk seluruh pedagang?",
    })
    await region.press(says("proposal.revision.submit"))
    expect(await region.words()).toContain(says("proposal.status.revision"))

    await campus.open(`${address}/naskah`)
    await campus.fill({ "answers[0].text": "Pasar Kebonpolo, Gotong Royong, Sidomukti, Cacaban, dan Rejowinangun." })
    await campus.press(says("proposal.draft.saveAndSee"))
    await campus.open(`${address}/pengajuan`)
    expect(await campus.words()).toContain(says("proposal.fault.answer", { number: 2 }))
    await campus.open(`${address}/naskah`)
    await campus.fill({
      "answers[1].text": "Ya, 180 buku untuk 160 pedagang.",
      plan: "1. Memilih lima pasar: Kebonpolo, Gotong Royong, Sidomukti, Cacaban, dan Rejowinangun.\n2. Mendampingi setiap pekan.\n3. Memeriksa buku kas bersama pedagang.",
    })
    await campus.press(says("proposal.draft.saveAndSee"))
    await campus.follow(says("proposal.case.submitAgain"))
    await campus.press(says("proposal.submission.submit"))

    await region.open(`${address}/perbandingan`)
    expect(await region.page.locator("main ins").allInnerTexts()).toContainEqual(expect.stringContaining("Kebonpolo"))
    await region.open(`${address}/pembukaan`)
    await region.press(says("proposal.opening.submit"))
    expect(await region.words()).toContain("180 buku")
    await region.follow(says("proposal.case.accept"))
    await region.fill({ remark: "Kelurahan menyediakan meja di setiap pasar." })
    await region.press(says("proposal.acceptance.submit"))

    // An initiative comes of it.
    await region.follow(says("proposal.case.makeInitiative"))
    expect(await region.page.inputValue("[name=title]")).toBe(offered)
    await region.fill({ part: "Menyediakan meja dan petugas pasar" })
    await region.press(says("initiative.start.submit"))
    const desk = pathOf(region)
    expect(await region.words()).toContain("PT Anyaman Nusantara Peraga")
    await region.open(`${desk}/tonggak`)
    await region.fill({ title: "Pendampingan dimulai di lima pasar", dueOn: "2027-02-01" })
    await region.press(says("initiative.milestone.submit"))
    await region.open(`${desk}/capaian`)
    await region.fill({
      indicator: "Pedagang yang mencatat penjualannya",
      unit: "pedagang",
      baseline: "12",
      target: "1,250",
      source: "Buku kas di lima pasar",
    })
    await region.press(says("initiative.outcome.submit"))
    expect(await region.words()).toContain(says("errors.initiative.number"))
    expect(await region.page.inputValue("[name=indicator]")).toBe("Pedagang yang mencatat penjualannya")
    await region.fill({ target: "160" })
    await region.press(says("initiative.outcome.submit"))
    await region.open(desk)
    await region.follow(says("initiative.publication.submit"))
    await region.press(says("initiative.publication.submit"))
    await region.open(`${desk}/mulai`)
    await region.press(says("initiative.beginning.submit"))

    await region.open(`${desk}/tonggak`)
    await region.page.locator("main .milestone a").first().click()
    await region.fill({ note: "Dimulai lebih awal." })
    await region.press(says("initiative.milestone.reach"))
    await region.open(`${desk}/capaian`)
    await region.follow(`${says("initiative.outcome.measure")}: Pedagang yang mencatat penjualannya`)
    await region.fill({ value: "85,5" })
    await region.press(says("initiative.outcome.record"))

    await campus.open(desk)
    await campus.open(`${desk}/kabar`)
    await campus.fill({
      title: "Hari pertama di Kebonpolo",
      body: "Tiga puluh pedagang membuka **buku kas** pertamanya.",
    })
    await campus.attach("picture", { name: "pasar.jpg", bytes: await photograph() })
    await campus.press(says("initiative.update.submit"))
    expect(await campus.words()).toContain(says("errors.initiative.altRequired"))
    await campus.fill({ alt: "Meja pendampingan di dalam pasar." })
    await campus.attach("picture", { name: "pasar.jpg", bytes: await photograph() })
    await campus.press(says("initiative.update.submit"))
    expect(await campus.words()).toContain(says("flash.initiative.updatePosted"))

    // Everybody reads what came of it, on the page of the need and on its own.
    await visitor.open(`/kebutuhan?q=${encodeURIComponent(title)}`)
    await visitor.follow(wanted)
    expect(await visitor.words()).toContain("Kelurahan menyediakan meja di setiap pasar.")
    await visitor.follow(offered)
    const told = await visitor.words()
    for (const words of [
      "Universitas Simpang Peraga",
      "Meminjamkan pelatih pembukuan",
      "Dimulai lebih awal.",
      "85,5 pedagang",
      "Hari pertama di Kebonpolo",
      says("initiative.status.running"),
    ])
      expect(told).toContain(words)
    const picture = visitor.page.locator("main img.update__picture")
    expect(await picture.getAttribute("alt")).toBe("Meja pendampingan di dalam pasar.")
    const shown = await visitor.context.request.get((await picture.getAttribute("src")) ?? "")
    expect(shown.headers()["content-type"]).toBe("image/webp")
    expect((await shown.body()).includes("Exif")).toBe(false)
  },
)

/** The value of the choice with this label, on a page that offers organisations. */
async function slugOf(reader: Reader, name: string): Promise<string> {
  return (
    (await reader.page.locator("main").getByRole("radio", { name, exact: false }).first().getAttribute("value")) ?? ""
  )
}
