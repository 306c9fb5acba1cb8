import { localPath } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import type { Writers } from "./message.ts"

type InitiativeWriters = Pick<
  Writers,
  | "initiative-started"
  | "initiative-partner-added"
  | "initiative-partner-left"
  | "initiative-partner-removed"
  | "initiative-published"
  | "initiative-completed"
  | "initiative-stopped"
  | "initiative-update"
>

const open = {
  desk: {
    id: (id: string) => ({ label: "Buka inisiatif", path: localPath("id", paths.initiativeCase(id)) }),
    en: (id: string) => ({ label: "Open the initiative", path: localPath("en", paths.initiativeCase(id)) }),
  },
  public: {
    id: (slug: string) => ({ label: "Baca inisiatif", path: localPath("id", paths.initiative(slug)) }),
    en: (slug: string) => ({ label: "Read the initiative", path: localPath("en", paths.initiative(slug)) }),
  },
} as const

/** What an organisation does in an initiative, where that is written. */
const part = (label: string, words: string): string[] => (words === "" ? [] : [`${label}: ${words}`])

/** Messages of initiatives. They name organisations, never a person. */
export const initiativeMail: InitiativeWriters = {
  "initiative-started": {
    id: ({ title, organisation, part: words, id }) => ({
      subject: `Inisiatif baru bersama Anda: ${title}`,
      paragraphs: [
        `${organisation} menyiapkan inisiatif "${title}". Organisasi Anda ikut serta di dalamnya.`,
        ...part("Peran organisasi Anda", words),
      ],
      action: open.desk.id(id),
    }),
    en: ({ title, organisation, part: words, id }) => ({
      subject: `A new initiative with you: ${title}`,
      paragraphs: [
        `${organisation} is preparing the initiative "${title}". Your organisation takes part in it.`,
        ...part("Your part", words),
      ],
      action: open.desk.en(id),
    }),
  },
  "initiative-partner-added": {
    id: ({ title, organisation, part: words, id }) => ({
      subject: `Organisasi Anda ikut dalam inisiatif: ${title}`,
      paragraphs: [
        `${organisation} mencatat organisasi Anda sebagai mitra dalam inisiatif "${title}". Bila keliru, Anda dapat keluar dari halaman inisiatif.`,
        ...part("Peran organisasi Anda", words),
      ],
      action: open.desk.id(id),
    }),
    en: ({ title, organisation, part: words, id }) => ({
      subject: `Your organisation takes part in an initiative: ${title}`,
      paragraphs: [
        `${organisation} entered your organisation as a partner in the initiative "${title}". If that is wrong, you can leave on the initiative's page.`,
        ...part("Your part", words),
      ],
      action: open.desk.en(id),
    }),
  },
  "initiative-partner-left": {
    id: ({ title, organisation, id }) => ({
      subject: `${organisation} keluar dari inisiatif Anda`,
      paragraphs: [`${organisation} tidak lagi ikut serta dalam inisiatif "${title}".`],
      action: open.desk.id(id),
    }),
    en: ({ title, organisation, id }) => ({
      subject: `${organisation} left your initiative`,
      paragraphs: [`${organisation} no longer takes part in the initiative "${title}".`],
      action: open.desk.en(id),
    }),
  },
  "initiative-partner-removed": {
    id: ({ title, organisation }) => ({
      subject: `Organisasi Anda dikeluarkan dari inisiatif: ${title}`,
      paragraphs: [
        `${organisation} melanjutkan inisiatif "${title}" tanpa organisasi Anda. Kabar yang sudah Anda kirim tetap tercatat atas nama organisasi Anda.`,
      ],
    }),
    en: ({ title, organisation }) => ({
      subject: `Your organisation was taken out of an initiative: ${title}`,
      paragraphs: [
        `${organisation} goes on with the initiative "${title}" without your organisation. Updates that you posted stay under your organisation's name.`,
      ],
    }),
  },
  "initiative-published": {
    id: ({ title, organisation, slug }) => ({
      subject: `Inisiatif diterbitkan: ${title}`,
      paragraphs: [`${organisation} menerbitkan inisiatif "${title}". Siapa pun sekarang dapat membacanya.`],
      action: open.public.id(slug),
    }),
    en: ({ title, organisation, slug }) => ({
      subject: `Initiative published: ${title}`,
      paragraphs: [`${organisation} published the initiative "${title}". Everybody can read it now.`],
      action: open.public.en(slug),
    }),
  },
  "initiative-completed": {
    id: ({ title, organisation, id }) => ({
      subject: `Inisiatif selesai: ${title}`,
      paragraphs: [
        `${organisation} menyatakan inisiatif "${title}" selesai. Terima kasih atas bagian organisasi Anda.`,
      ],
      action: open.desk.id(id),
    }),
    en: ({ title, organisation, id }) => ({
      subject: `Initiative completed: ${title}`,
      paragraphs: [`${organisation} declared the initiative "${title}" completed. Thank you for your part in it.`],
      action: open.desk.en(id),
    }),
  },
  "initiative-stopped": {
    id: ({ title, organisation, reason, id }) => ({
      subject: `Inisiatif dihentikan: ${title}`,
      paragraphs: [`${organisation} menghentikan inisiatif "${title}".`, `Alasan: ${reason}`],
      action: open.desk.id(id),
    }),
    en: ({ title, organisation, reason, id }) => ({
      subject: `Initiative stopped: ${title}`,
      paragraphs: [`${organisation} stopped the initiative "${title}".`, `Reason: ${reason}`],
      action: open.desk.en(id),
    }),
  },
  "initiative-update": {
    id: ({ title, organisation, update, id }) => ({
      subject: `Kabar baru dari ${organisation}: ${title}`,
      paragraphs: [`${organisation} mengirim kabar "${update}" dalam inisiatif "${title}".`],
      action: open.desk.id(id),
    }),
    en: ({ title, organisation, update, id }) => ({
      subject: `New update from ${organisation}: ${title}`,
      paragraphs: [`${organisation} posted the update "${update}" in the initiative "${title}".`],
      action: open.desk.en(id),
    }),
  },
}
