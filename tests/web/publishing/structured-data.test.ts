import { describe, expect, test } from "vitest"
import { agreementNode } from "#app/http/structured-data/agreement.ts"
import { breadcrumbs } from "#app/http/structured-data/breadcrumbs.ts"
import { initiativeNode, needNode } from "#app/http/structured-data/contribution.ts"
import { datasetNode } from "#app/http/structured-data/dataset.ts"
import { practiceNode, programmeNode } from "#app/http/structured-data/learning.ts"
import { organisationNode, regionNode } from "#app/http/structured-data/organisations.ts"
import { graphOf, type Node, type Site, siteNodes } from "#app/http/structured-data/site.ts"
import { translator } from "#app/i18n/messages.ts"
import { localPath } from "#app/i18n/react.tsx"
import { expandLd, terms } from "#tests/support/vocabulary.ts"

const appUrl = "https://simpul.example"
const site: Site = {
  appUrl,
  locale: "en",
  t: translator("en"),
  url: (path) => appUrl + localPath("en", path),
}

const organisation = {
  ...{ slug: "kota-magelang", name: "Pemerintah Kota Magelang", description: "Pemerintah kota.", website: "" },
  ...{ regionCode: "33.71", regionName: "Kota Magelang", governsRegionCode: "33.71", demo: false },
}
const agreement = {
  ...{ code: "KB-7H3K-9QPD", title: "Pengembangan karakter", status: "in_force" as const, place: "Bandung" },
  ...{ signingDate: "2021-12-08", periodFrom: "2021-12-08", periodUntil: "2026-12-07", demo: true },
  ...{ inForceAt: "2021-12-08T03:30:00.000Z", sha256: "a".repeat(64), size: 1234, pages: 5 },
  parties: [
    { organisationSlug: "jawa-barat", organisationName: "Pemerintah Provinsi Jawa Barat", number: "1/2021" },
    { organisationSlug: "kota-magelang", organisationName: "Pemerintah Kota Magelang", number: "" },
  ],
}
const initiative = {
  ...{ slug: "kelas", title: "Kelas", summary: "Kelas terbuka.", startsOn: "2026-01-01", endsOn: "2026-06-30" },
  ...{ ended: true, regionCode: "33.71", regionName: "Kota Magelang", demo: false },
  lead: { slug: "kampus", name: "Kampus" },
  partners: [{ slug: "media", name: "Media" }],
}
const need = {
  ...{ slug: "pendamping", title: "Pendamping", problem: "Perlu pendamping.", periodFrom: "2026-01-01" },
  ...{ periodUntil: "2026-12-31", regionCode: "33.71", regionName: "Kota Magelang", demo: false },
  ...{ organisationSlug: "kota-magelang", organisationName: "Pemerintah Kota Magelang" },
}
const cohort = { name: "Angkatan 1", startsOn: "2026-01-05", endsOn: "2026-02-05", seats: 20, cancelled: false }
const programme = {
  ...{ slug: "talenta", title: "Talenta", summary: "Belajar talenta.", aims: ["Satu", "Dua"], demo: false },
  ...{ hostSlug: "jawa-barat", hostName: "BKD", agreementCode: "KB-7H3K-9QPD" },
  cohorts: [cohort, { ...cohort, name: "Angkatan 2", cancelled: true }],
}
const dataset = {
  ...{ path: "/data", name: "Kesepakatan", description: "Register.", columns: ["code", "title"] },
  ...{ licence: "https://creativecommons.org/licenses/by/4.0/", changedAt: "2026-01-01T00:00:00.000Z" },
  files: [{ path: "/kesepakatan.csv", mediaType: "text/csv" }],
}
const practice = { key: "saber-hoaks", title: "Saber Hoaks", description: "Memeriksa kabar.", language: "id" as const }

const nodes: Readonly<Record<string, readonly Node[]>> = {
  site: siteNodes(site),
  government: [organisationNode(site, organisation)],
  partner: [organisationNode(site, { ...organisation, governsRegionCode: null, website: "https://kampus.example" })],
  region: [regionNode(site, { code: "33.71", name: "Kota Magelang" }, { code: "33", name: "Provinsi Jawa Tengah" })],
  province: [regionNode(site, { code: "33", name: "Provinsi Jawa Tengah" }, null)],
  agreement: [agreementNode(site, agreement)],
  initiative: [initiativeNode(site, initiative)],
  need: [needNode(site, need)],
  programme: [programmeNode(site, programme)],
  practice: [practiceNode(site, practice)],
  dataset: [datasetNode(site, dataset)],
  breadcrumbs: [breadcrumbs(site, [{ title: "Agreements", path: "/kesepakatan" }], { title: "A", path: "/a" })],
}

test("the vocabulary is there, and what is not in it does not expand", async () => {
  expect(terms.size).toBeGreaterThan(2000)
  const wrong = [
    { "@type": "Organization", nickname: "Simpul" },
    { "@type": "Pentahelix", name: "Simpul" },
    { "@type": "Organization", url: "/mitra" },
  ]
  for (const node of wrong)
    await expect(expandLd({ "@context": "https://schema.org", "@graph": [node] })).rejects.toThrow()
  await expect(expandLd({ "@context": "https://another.example", name: "x" })).rejects.toThrow()
})

test.each(Object.entries(nodes))("%s expands to terms of schema.org without losing a word", async (_name, graph) => {
  const expanded = await expandLd(JSON.parse(JSON.stringify(graphOf(graph))))
  expect(expanded).toHaveLength(graph.length)
  expect(JSON.stringify(expanded)).not.toContain("undefined")
})

describe("what the descriptions say", () => {
  test("an agreement: both parties, the number that was given, the file and its digest, and that it is made up", () => {
    const json = JSON.stringify(agreementNode(site, agreement))
    expect(json).toContain('"identifier":["KB-7H3K-9QPD","1/2021"]')
    expect(json).toContain("https://simpul.example/kesepakatan/KB-7H3K-9QPD/dokumen.pdf")
    expect(json).toContain(agreement.sha256)
    expect(json).toContain("not an official document")
    expect(json.match(/GovernmentOrganization/g)).toHaveLength(2)
  })

  test("a government is one, a partner is not, and only a web address is the same as it", () => {
    expect(organisationNode(site, organisation)).toMatchObject({ "@type": "GovernmentOrganization" })
    const partner = organisationNode(site, { ...organisation, governsRegionCode: null, website: "javascript:alert(1)" })
    expect(partner).toMatchObject({ "@type": "Organization" })
    expect(JSON.stringify(partner)).not.toContain("javascript")
  })

  test("a running initiative has no last day yet, a cancelled cohort is no instance, real things carry no mark", () => {
    expect(initiativeNode(site, { ...initiative, ended: false })).not.toHaveProperty("dissolutionDate")
    expect(JSON.stringify(programmeNode(site, programme))).not.toContain("Angkatan 2")
    expect(JSON.stringify(programmeNode(site, programme))).not.toContain("disambiguatingDescription")
  })
})
