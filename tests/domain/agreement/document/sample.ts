import { PDF } from "@libpdf/core"
import type { AgreementDocument, DocumentParty } from "#app/domain/agreement/document/document.ts"

export const parties: readonly DocumentParty[] = [
  {
    ordinal: 1,
    label: "PIHAK KESATU",
    regionName: "Provinsi Jawa Barat",
    office: "Gubernur Jawa Barat",
    holder: "Gubernur Jawa Barat (peraga)",
    standIn: null,
    address: "Jalan Diponegoro Nomor 22, Bandung",
    number: "134/KB-12/2021",
  },
  {
    ordinal: 2,
    label: "PIHAK KEDUA",
    regionName: "Kota Magelang",
    office: "Wali Kota Magelang",
    holder: "Wali Kota Magelang (peraga)",
    address: "Jalan Jenderal Sarwo Edhie Wibowo Nomor 2, Magelang",
    number: "019.6/28/112/2021",
  },
]

export const sample: AgreementDocument = {
  kind: "kesepakatan-bersama",
  title: "Pengembangan Kapasitas Aparatur",
  code: "KB-7Q4MX2",
  verifyUrl: "https://simpul.example/v/7Q4MX2K9HD",
  verifyCode: "7Q4MX-2K9HD",
  demo: false,
  language: "id",
  parties,
  place: "Bandung",
  date: "2021-12-08",
  clauses: [
    { key: "konsideran", title: "KONSIDERAN", body: "1. bahwa satu; dan\n2. bahwa dua." },
    { key: "objek", title: "Objek", body: "Objek Kesepakatan Bersama ini adalah kapasitas." },
    { key: "penutup", title: "Penutup", body: "1. Ayat.\n\nDemikian Kesepakatan Bersama ini dibuat." },
  ],
  createdAt: "2026-11-24T03:04:05.678Z",
}

/** The text of each page as an independent reader of the file finds it, white space evened out. */
export async function pageTexts(pdf: Uint8Array): Promise<string[]> {
  const file = await PDF.load(pdf)
  return file.extractText().map((page) => page.text.replace(/\s+/g, " "))
}
