import { localPath } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import type { Writers } from "./message.ts"

type AgreementWriters = Pick<
  Writers,
  | "agreement-proposed"
  | "agreement-version"
  | "agreement-approved"
  | "agreement-locked"
  | "agreement-voided"
  | "agreement-sealed"
  | "agreement-in-force"
  | "agreement-stopped"
>

const openCase = {
  id: (code: string) => ({ label: "Buka naskah", path: localPath("id", paths.agreementCase(code)) }),
  en: (code: string) => ({ label: "Open the draft", path: localPath("en", paths.agreementCase(code)) }),
} as const

export const agreementMail: AgreementWriters = {
  "agreement-proposed": {
    id: ({ title, region, code }) => ({
      subject: `Penawaran kerja sama dari ${region}`,
      paragraphs: [`${region} menawarkan Kesepakatan Bersama: "${title}". Naskahnya menunggu Anda baca.`],
      action: openCase.id(code),
    }),
    en: ({ title, region, code }) => ({
      subject: `Cooperation offer from ${region}`,
      paragraphs: [`${region} offers a cooperation agreement: "${title}". The draft awaits your reading.`],
      action: openCase.en(code),
    }),
  },
  "agreement-version": {
    id: ({ title, region, note, code }) => ({
      subject: `Versi baru dari ${region}: ${title}`,
      paragraphs: [`${region} menyimpan versi baru naskah "${title}".`, `Catatan: ${note}`],
      action: openCase.id(code),
    }),
    en: ({ title, region, note, code }) => ({
      subject: `New version from ${region}: ${title}`,
      paragraphs: [`${region} saved a new version of "${title}".`, `Note: ${note}`],
      action: openCase.en(code),
    }),
  },
  "agreement-approved": {
    id: ({ title, region, code }) => ({
      subject: `${region} menyetujui naskah: ${title}`,
      paragraphs: [`${region} menyetujui versi terbaru naskah "${title}".`],
      action: openCase.id(code),
    }),
    en: ({ title, region, code }) => ({
      subject: `${region} approved: ${title}`,
      paragraphs: [`${region} approved the newest version of "${title}".`],
      action: openCase.en(code),
    }),
  },
  "agreement-locked": {
    id: ({ title, code }) => ({
      subject: `Siap ditandatangani: ${title}`,
      paragraphs: [`Naskah "${title}" sudah dikunci dan menunggu tanda tangan.`],
      action: openCase.id(code),
    }),
    en: ({ title, code }) => ({
      subject: `Ready to sign: ${title}`,
      paragraphs: [`"${title}" is locked and awaits signatures.`],
      action: openCase.en(code),
    }),
  },
  "agreement-voided": {
    id: ({ title, reason, code }) => ({
      subject: `Kunci naskah dibatalkan: ${title}`,
      paragraphs: [`Kunci naskah "${title}" dibatalkan sebelum tanda tangan pertama.`, `Alasan: ${reason}`],
      action: openCase.id(code),
    }),
    en: ({ title, reason, code }) => ({
      subject: `Lock voided: ${title}`,
      paragraphs: [`The lock on "${title}" was voided before the first signature.`, `Reason: ${reason}`],
      action: openCase.en(code),
    }),
  },
  "agreement-sealed": {
    id: ({ title, office, code }) => ({
      subject: `${office} menandatangani: ${title}`,
      paragraphs: [`${office} sudah menandatangani "${title}".`],
      action: openCase.id(code),
    }),
    en: ({ title, office, code }) => ({
      subject: `${office} signed: ${title}`,
      paragraphs: [`${office} has signed "${title}".`],
      action: openCase.en(code),
    }),
  },
  "agreement-in-force": {
    id: ({ title, code }) => ({
      subject: `Kesepakatan berlaku: ${title}`,
      paragraphs: [`"${title}" sudah ditandatangani semua pihak, berlaku, dan terbuka untuk umum.`],
      action: { label: "Lihat kesepakatan", path: localPath("id", paths.agreement(code)) },
    }),
    en: ({ title, code }) => ({
      subject: `Agreement in force: ${title}`,
      paragraphs: [`"${title}" has been signed by all parties, is in force and public.`],
      action: { label: "See the agreement", path: localPath("en", paths.agreement(code)) },
    }),
  },
  "agreement-stopped": {
    id: ({ title, region, reason, code }) => ({
      subject: `Naskah dihentikan: ${title}`,
      paragraphs: [`${region} menghentikan naskah "${title}".`, `Alasan: ${reason}`],
      action: openCase.id(code),
    }),
    en: ({ title, region, reason, code }) => ({
      subject: `Stopped: ${title}`,
      paragraphs: [`${region} stopped "${title}".`, `Reason: ${reason}`],
      action: openCase.en(code),
    }),
  },
}
