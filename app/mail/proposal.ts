import { localPath } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import type { Writers } from "./message.ts"

type ProposalWriters = Pick<
  Writers,
  | "need-opened"
  | "need-closed"
  | "proposal-invited"
  | "proposal-partner-joined"
  | "proposal-partner-declined"
  | "proposal-partner-left"
  | "proposal-partner-removed"
  | "proposal-submitted"
  | "proposal-opened"
  | "proposal-revision"
  | "proposal-accepted"
  | "proposal-declined"
  | "proposal-withdrawn"
>

const open = {
  need: {
    id: (slug: string) => ({ label: "Buka kebutuhan", path: localPath("id", paths.need(slug)) }),
    en: (slug: string) => ({ label: "Open the need", path: localPath("en", paths.need(slug)) }),
  },
  case: {
    id: (code: string) => ({ label: "Buka usulan", path: localPath("id", paths.proposalCase(code)) }),
    en: (code: string) => ({ label: "Open the proposal", path: localPath("en", paths.proposalCase(code)) }),
  },
  partner: {
    id: (code: string) => ({ label: "Jawab undangan", path: localPath("id", paths.proposalPartnership(code)) }),
    en: (code: string) => ({ label: "Answer the invitation", path: localPath("en", paths.proposalPartnership(code)) }),
  },
} as const

/** What was written to a step, where something was. */
const written = (label: string, words: string): string[] => (words === "" ? [] : [`${label}: ${words}`])

/** Messages of needs and proposals. They name organisations, never a person. */
export const proposalMail: ProposalWriters = {
  "need-opened": {
    id: ({ title, organisation, slug }) => ({
      subject: `Kebutuhan dibuka: ${title}`,
      paragraphs: [`${organisation} membuka kebutuhan "${title}". Usulan sekarang dapat diajukan.`],
      action: open.need.id(slug),
    }),
    en: ({ title, organisation, slug }) => ({
      subject: `Need opened: ${title}`,
      paragraphs: [`${organisation} opened the need "${title}". Proposals can be submitted now.`],
      action: open.need.en(slug),
    }),
  },
  "need-closed": {
    id: ({ title, organisation, reason, slug }) => ({
      subject: `Kebutuhan ditutup: ${title}`,
      paragraphs: [
        `${organisation} menutup kebutuhan "${title}". Usulan yang sudah diajukan tetap diproses.`,
        ...written("Alasan", reason),
      ],
      action: open.need.id(slug),
    }),
    en: ({ title, organisation, reason, slug }) => ({
      subject: `Need closed: ${title}`,
      paragraphs: [
        `${organisation} closed the need "${title}". Proposals that were submitted go on.`,
        ...written("Reason", reason),
      ],
      action: open.need.en(slug),
    }),
  },
  "proposal-invited": {
    id: ({ title, organisation, part, code }) => ({
      subject: `Undangan ikut mengusulkan: ${title}`,
      paragraphs: [
        `${organisation} mengundang organisasi Anda ikut dalam usulan "${title}".`,
        `Peran organisasi Anda: ${part}`,
      ],
      action: open.partner.id(code),
    }),
    en: ({ title, organisation, part, code }) => ({
      subject: `Invitation to a proposal: ${title}`,
      paragraphs: [
        `${organisation} invites your organisation to take part in the proposal "${title}".`,
        `Your part: ${part}`,
      ],
      action: open.partner.en(code),
    }),
  },
  "proposal-partner-joined": {
    id: ({ title, organisation, code }) => ({
      subject: `${organisation} ikut dalam usulan Anda`,
      paragraphs: [`${organisation} menerima undangan dalam usulan "${title}" dan sekarang dapat ikut menulis.`],
      action: open.case.id(code),
    }),
    en: ({ title, organisation, code }) => ({
      subject: `${organisation} joined your proposal`,
      paragraphs: [`${organisation} accepted the invitation to "${title}" and can now write along.`],
      action: open.case.en(code),
    }),
  },
  "proposal-partner-declined": {
    id: ({ title, organisation, code }) => ({
      subject: `${organisation} tidak ikut dalam usulan Anda`,
      paragraphs: [`${organisation} tidak menerima undangan dalam usulan "${title}".`],
      action: open.case.id(code),
    }),
    en: ({ title, organisation, code }) => ({
      subject: `${organisation} declined your invitation`,
      paragraphs: [`${organisation} declined the invitation to the proposal "${title}".`],
      action: open.case.en(code),
    }),
  },
  "proposal-partner-left": {
    id: ({ title, organisation, code }) => ({
      subject: `${organisation} keluar dari usulan Anda`,
      paragraphs: [`${organisation} tidak lagi ikut dalam usulan "${title}".`],
      action: open.case.id(code),
    }),
    en: ({ title, organisation, code }) => ({
      subject: `${organisation} left your proposal`,
      paragraphs: [`${organisation} no longer takes part in the proposal "${title}".`],
      action: open.case.en(code),
    }),
  },
  "proposal-partner-removed": {
    id: ({ title, organisation }) => ({
      subject: `Organisasi Anda dikeluarkan dari usulan: ${title}`,
      paragraphs: [
        `${organisation} menyusun usulan "${title}" tanpa organisasi Anda. Naskahnya tidak dapat lagi Anda buka.`,
      ],
    }),
    en: ({ title, organisation }) => ({
      subject: `Your organisation was taken out of a proposal: ${title}`,
      paragraphs: [
        `${organisation} goes on with the proposal "${title}" without your organisation. You can no longer open its text.`,
      ],
    }),
  },
  "proposal-submitted": {
    id: ({ title, organisation, recipient, version, code }) => ({
      subject: `Usulan diajukan: ${title}`,
      paragraphs: [`${organisation} mengajukan usulan "${title}" (versi ${version}) kepada ${recipient}.`],
      action: open.case.id(code),
    }),
    en: ({ title, organisation, recipient, version, code }) => ({
      subject: `Proposal submitted: ${title}`,
      paragraphs: [`${organisation} submitted the proposal "${title}" (version ${version}) to ${recipient}.`],
      action: open.case.en(code),
    }),
  },
  "proposal-opened": {
    id: ({ title, organisation, code }) => ({
      subject: `Usulan Anda sedang diperiksa: ${title}`,
      paragraphs: [`${organisation} mulai memeriksa usulan "${title}".`],
      action: open.case.id(code),
    }),
    en: ({ title, organisation, code }) => ({
      subject: `Your proposal is under review: ${title}`,
      paragraphs: [`${organisation} began to review the proposal "${title}".`],
      action: open.case.en(code),
    }),
  },
  "proposal-revision": {
    id: ({ title, organisation, points, code }) => ({
      subject: `Perbaikan diminta: ${title}`,
      paragraphs: [
        `${organisation} meminta usulan "${title}" diperbaiki pada ${points} hal. Setiap hal perlu dijawab sebelum usulan diajukan lagi.`,
      ],
      action: open.case.id(code),
    }),
    en: ({ title, organisation, points, code }) => ({
      subject: `Revision requested: ${title}`,
      paragraphs: [
        `${organisation} asks for a revision of "${title}". Points to answer before it is submitted again: ${points}.`,
      ],
      action: open.case.en(code),
    }),
  },
  "proposal-accepted": {
    id: ({ title, organisation, remark, code }) => ({
      subject: `Usulan diterima: ${title}`,
      paragraphs: [`${organisation} menerima usulan "${title}".`, ...written("Catatan", remark)],
      action: open.case.id(code),
    }),
    en: ({ title, organisation, remark, code }) => ({
      subject: `Proposal accepted: ${title}`,
      paragraphs: [`${organisation} accepted the proposal "${title}".`, ...written("Remark", remark)],
      action: open.case.en(code),
    }),
  },
  "proposal-declined": {
    id: ({ title, organisation, reason, code }) => ({
      subject: `Usulan tidak diterima: ${title}`,
      paragraphs: [`${organisation} tidak menerima usulan "${title}".`, `Alasan: ${reason}`],
      action: open.case.id(code),
    }),
    en: ({ title, organisation, reason, code }) => ({
      subject: `Proposal declined: ${title}`,
      paragraphs: [`${organisation} declined the proposal "${title}".`, `Reason: ${reason}`],
      action: open.case.en(code),
    }),
  },
  "proposal-withdrawn": {
    id: ({ title, organisation, reason, code }) => ({
      subject: `Usulan ditarik: ${title}`,
      paragraphs: [`${organisation} menarik usulan "${title}".`, ...written("Alasan", reason)],
      action: open.case.id(code),
    }),
    en: ({ title, organisation, reason, code }) => ({
      subject: `Proposal withdrawn: ${title}`,
      paragraphs: [`${organisation} withdrew the proposal "${title}".`, ...written("Reason", reason)],
      action: open.case.en(code),
    }),
  },
}
