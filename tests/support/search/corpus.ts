import { affairWords } from "#app/domain/proposal/affair-words.ts"
import type { Findable } from "#app/domain/search/findable.ts"
import type { SearchKind } from "#app/domain/search/kinds.ts"
import { topics } from "./topics.ts"

/** One paper of the fixture, with the labels that judgments go by. They are never indexed. */
export type Paper = {
  readonly id: string
  readonly kind: Exclude<SearchKind, "region">
  readonly topic: string
  readonly region: string
  readonly findable: Findable
}

/** Regions in which the papers play, by code: some share a name, some a province. */
export const places: Readonly<Record<string, string>> = {
  "33.71": "Kota Magelang",
  "33.08": "Kabupaten Magelang",
  "32.73": "Kota Bandung",
  "32.04": "Kabupaten Bandung",
  "33.74": "Kota Semarang",
  "34.04": "Kabupaten Sleman",
  "35.78": "Kota Surabaya",
  "73.71": "Kota Makassar",
  "12.71": "Kota Medan",
  "13.71": "Kota Padang",
  "51.71": "Kota Denpasar",
  "81.71": "Kota Ambon",
}
const codes = Object.keys(places)

const general = [
  "Pemerintah daerah, kampus, pelaku usaha, komunitas, dan media bekerja bersama.",
  "Hasilnya dilaporkan setiap tiga bulan dan terbuka bagi siapa saja.",
  "Biaya ditanggung bersama menurut kemampuan.",
  "Kegiatan dimulai dari satu kecamatan, lalu meluas.",
]

/** The words that each noun's reader adds and does not show. */
function hiddenWords(kind: Paper["kind"], topic: string): string[] {
  const affair = affairWords[topics[topic]!.affair]
  if (kind === "initiative") return ["inisiatif", affair]
  if (kind === "need") return ["kebutuhan", affair]
  if (kind === "programme") return ["program belajar pembelajaran pelatihan"]
  return kind === "agreement" ? ["kesepakatan perjanjian"] : ["mitra"]
}

/** A few hundred papers: every topic in several regions, as initiatives, needs, programmes, agreements and organisations. */
export function papers(): Paper[] {
  const all: Paper[] = []
  const add = (
    kind: Paper["kind"],
    topic: string,
    title: string,
    body: string,
    strands: Findable["strands"] = ["G"],
  ) => {
    const n = all.length
    const region = codes[((n * 7 + n / codes.length) % codes.length) | 0]!
    all.push({
      ...{ id: `paper-${n}`, kind, topic, region },
      findable: {
        key: `paper-${n}`,
        title,
        context: [kind === "organisation" ? "" : `Pemerintah ${places[region]}`, places[region]!],
        hidden: hiddenWords(kind, topic),
        body: `${body} ${general[n % general.length]}`,
        status: "open",
        strands,
        regionCodes: [region],
        organisationIds: [],
        at: new Date(Date.UTC(2026, 0, 1) + n * 3_600_000).toISOString(),
        demo: false,
      },
    })
  }
  for (const [topic, { initiatives, needs, programme, agreement, organisations, sentences }] of Object.entries(
    topics,
  )) {
    const told = (from: number) => `${sentences[from % 3]} ${sentences[(from + 1) % 3]}`
    for (const [index, title] of initiatives.entries()) add("initiative", topic, title, told(index), ["A", "C", "G"])
    for (const [index, title] of needs.entries()) add("need", topic, title, told(index + 1))
    add("programme", topic, programme, told(2))
    add(
      "agreement",
      topic,
      `Kesepakatan Bersama tentang ${agreement}`,
      `Ruang lingkup. ${told(0)} Jangka waktu lima tahun.`,
    )
    for (const [index, [name, strand]] of organisations.entries())
      add("organisation", topic, name, sentences[index]!, [strand])
  }
  return all
}
