import { formatDate, formatInstant } from "#app/i18n/format.ts"
import { localPath } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import type { Writers } from "./message.ts"

type ProgrammeWriters = Pick<
  Writers,
  | "programme-opened"
  | "programme-completed"
  | "programme-cancelled"
  | "cohort-opened"
  | "cohort-started"
  | "cohort-completed"
  | "cohort-cancelled"
  | "learner-nominated"
  | "learning-nomination"
  | "learning-supervision"
  | "learner-confirmed"
  | "learner-declined"
  | "learner-withdrawn"
  | "learner-completed"
  | "session-planned"
  | "session-changed"
  | "session-cancelled"
  | "plan-submitted"
  | "plan-approved"
  | "plan-returned"
>

const openProgramme = {
  id: (id: string) => ({ label: "Buka program", path: localPath("id", paths.programmeDesk(id)) }),
  en: (id: string) => ({ label: "Open the programme", path: localPath("en", paths.programmeDesk(id)) }),
} as const
const openCohort = {
  id: (id: string) => ({ label: "Buka angkatan", path: localPath("id", paths.cohortDesk(id)) }),
  en: (id: string) => ({ label: "Open the cohort", path: localPath("en", paths.cohortDesk(id)) }),
} as const
const openLearner = {
  id: (id: string) => ({ label: "Buka halaman peserta", path: localPath("id", paths.learner(id)) }),
  en: (id: string) => ({ label: "Open the learner's page", path: localPath("en", paths.learner(id)) }),
} as const
const openLearning = {
  id: { label: "Buka belajar saya", path: localPath("id", paths.learning()) },
  en: { label: "Open my learning", path: localPath("en", paths.learning()) },
} as const

/** Messages of the learning exchange. They name programmes, cohorts and sessions, never a learner. */
export const programmeMail: ProgrammeWriters = {
  "programme-opened": {
    id: ({ title, host, id }) => ({
      subject: `Program belajar dibuka: ${title}`,
      paragraphs: [`${host} membuka program belajar "${title}" untuk pegawai daerah Anda.`],
      action: openProgramme.id(id),
    }),
    en: ({ title, host, id }) => ({
      subject: `Learning programme opened: ${title}`,
      paragraphs: [`${host} opened the learning programme "${title}" to the staff of your region.`],
      action: openProgramme.en(id),
    }),
  },
  "programme-completed": {
    id: ({ title, id }) => ({
      subject: `Program belajar selesai: ${title}`,
      paragraphs: [`Semua angkatan program "${title}" sudah berakhir dan program ini ditutup.`],
      action: openProgramme.id(id),
    }),
    en: ({ title, id }) => ({
      subject: `Learning programme completed: ${title}`,
      paragraphs: [`All cohorts of "${title}" have ended and the programme is closed.`],
      action: openProgramme.en(id),
    }),
  },
  "programme-cancelled": {
    id: ({ title, reason, id }) => ({
      subject: `Program belajar dibatalkan: ${title}`,
      paragraphs: [`Program belajar "${title}" dibatalkan penyelenggara.`, `Alasan: ${reason}`],
      action: openProgramme.id(id),
    }),
    en: ({ title, reason, id }) => ({
      subject: `Learning programme cancelled: ${title}`,
      paragraphs: [`The host cancelled the learning programme "${title}".`, `Reason: ${reason}`],
      action: openProgramme.en(id),
    }),
  },
  "cohort-opened": {
    id: ({ title, cohort, until, id }) => ({
      subject: `Pencalonan dibuka: ${cohort}`,
      paragraphs: [
        `Angkatan "${cohort}" dari program "${title}" menunggu calon peserta dari daerah Anda sampai ${formatDate("id", until)}.`,
      ],
      action: openCohort.id(id),
    }),
    en: ({ title, cohort, until, id }) => ({
      subject: `Nomination open: ${cohort}`,
      paragraphs: [
        `The cohort "${cohort}" of "${title}" awaits nominations from your region until ${formatDate("en", until)}.`,
      ],
      action: openCohort.en(id),
    }),
  },
  "cohort-started": {
    id: ({ title, cohort, startsOn }) => ({
      subject: `Angkatan dimulai: ${cohort}`,
      paragraphs: [
        `Angkatan "${cohort}" dari program "${title}" dimulai. Hari pertamanya ${formatDate("id", startsOn, { style: "weekday" })}. Jadwal lengkap ada di halaman belajar Anda.`,
      ],
      action: openLearning.id,
    }),
    en: ({ title, cohort, startsOn }) => ({
      subject: `Cohort begun: ${cohort}`,
      paragraphs: [
        `The cohort "${cohort}" of "${title}" has begun. Its first day is ${formatDate("en", startsOn, { style: "weekday" })}. The whole schedule is on your learning page.`,
      ],
      action: openLearning.en,
    }),
  },
  "cohort-completed": {
    id: ({ title, cohort }) => ({
      subject: `Angkatan selesai: ${cohort}`,
      paragraphs: [
        `Angkatan "${cohort}" dari program "${title}" sudah ditutup.`,
        "Peserta yang rencana aksinya baru disetujui setelah ini masih dapat dinyatakan lulus.",
      ],
      action: openLearning.id,
    }),
    en: ({ title, cohort }) => ({
      subject: `Cohort completed: ${cohort}`,
      paragraphs: [
        `The cohort "${cohort}" of "${title}" has been closed.`,
        "Learners whose action plan is approved later can still complete.",
      ],
      action: openLearning.en,
    }),
  },
  "cohort-cancelled": {
    id: ({ title, cohort, reason }) => ({
      subject: `Angkatan dibatalkan: ${cohort}`,
      paragraphs: [`Angkatan "${cohort}" dari program "${title}" dibatalkan.`, `Alasan: ${reason}`],
      action: openLearning.id,
    }),
    en: ({ title, cohort, reason }) => ({
      subject: `Cohort cancelled: ${cohort}`,
      paragraphs: [`The cohort "${cohort}" of "${title}" was cancelled.`, `Reason: ${reason}`],
      action: openLearning.en,
    }),
  },
  "learner-nominated": {
    id: ({ title, cohort, id }) => ({
      subject: `Calon peserta baru: ${cohort}`,
      paragraphs: [`Ada calon peserta baru untuk angkatan "${cohort}" dari program "${title}".`],
      action: openCohort.id(id),
    }),
    en: ({ title, cohort, id }) => ({
      subject: `New nomination: ${cohort}`,
      paragraphs: [`Somebody was nominated for the cohort "${cohort}" of "${title}".`],
      action: openCohort.en(id),
    }),
  },
  "learning-nomination": {
    id: ({ title, cohort, id }) => ({
      subject: `Anda dicalonkan untuk belajar: ${title}`,
      paragraphs: [
        `Instansi Anda mencalonkan Anda untuk angkatan "${cohort}" dari program "${title}".`,
        "Kami kabari bila penyelenggara sudah memberi tempat.",
      ],
      action: openLearner.id(id),
    }),
    en: ({ title, cohort, id }) => ({
      subject: `You are nominated to learn: ${title}`,
      paragraphs: [
        `Your agency nominated you for the cohort "${cohort}" of "${title}".`,
        "You will hear from us when the host gives you a seat.",
      ],
      action: openLearner.en(id),
    }),
  },
  "learning-supervision": {
    id: ({ title, cohort, id }) => ({
      subject: `Anda atasan peserta: ${title}`,
      paragraphs: [
        `Anda dicatat sebagai atasan langsung seorang peserta angkatan "${cohort}" dari program "${title}".`,
        "Rencana aksinya nanti menunggu persetujuan Anda.",
      ],
      action: openLearner.id(id),
    }),
    en: ({ title, cohort, id }) => ({
      subject: `You are a learner's superior: ${title}`,
      paragraphs: [
        `You were named as the superior of a learner in the cohort "${cohort}" of "${title}".`,
        "The action plan will await your approval.",
      ],
      action: openLearner.en(id),
    }),
  },
  "learner-confirmed": {
    id: ({ title, cohort, id }) => ({
      subject: `Tempat dikonfirmasi: ${title}`,
      paragraphs: [`Penyelenggara memberi tempat di angkatan "${cohort}" dari program "${title}".`],
      action: openLearner.id(id),
    }),
    en: ({ title, cohort, id }) => ({
      subject: `Seat confirmed: ${title}`,
      paragraphs: [`The host gave a seat in the cohort "${cohort}" of "${title}".`],
      action: openLearner.en(id),
    }),
  },
  "learner-declined": {
    id: ({ title, cohort, reason, id }) => ({
      subject: `Pencalonan tidak diterima: ${title}`,
      paragraphs: [
        `Penyelenggara belum dapat menerima satu pencalonan untuk angkatan "${cohort}" dari program "${title}".`,
        `Alasan: ${reason}`,
      ],
      action: openLearner.id(id),
    }),
    en: ({ title, cohort, reason, id }) => ({
      subject: `Nomination declined: ${title}`,
      paragraphs: [`The host declined a nomination for the cohort "${cohort}" of "${title}".`, `Reason: ${reason}`],
      action: openLearner.en(id),
    }),
  },
  "learner-withdrawn": {
    id: ({ title, cohort, reason, id }) => ({
      subject: `Peserta ditarik: ${title}`,
      paragraphs: [
        `Instansi pengirim menarik satu peserta dari angkatan "${cohort}" dari program "${title}".`,
        `Alasan: ${reason}`,
      ],
      action: openLearner.id(id),
    }),
    en: ({ title, cohort, reason, id }) => ({
      subject: `Learner withdrawn: ${title}`,
      paragraphs: [
        `The sending agency withdrew a learner from the cohort "${cohort}" of "${title}".`,
        `Reason: ${reason}`,
      ],
      action: openLearner.en(id),
    }),
  },
  "learner-completed": {
    id: ({ title, cohort, id }) => ({
      subject: `Dinyatakan lulus: ${title}`,
      paragraphs: [
        `Penyelenggara menyatakan seorang peserta angkatan "${cohort}" menyelesaikan program "${title}".`,
        "Sertifikat pembelajaran disiapkan penyelenggara.",
      ],
      action: openLearner.id(id),
    }),
    en: ({ title, cohort, id }) => ({
      subject: `Completed: ${title}`,
      paragraphs: [
        `The host declared that a learner of the cohort "${cohort}" completed "${title}".`,
        "The host prepares the certificate of learning.",
      ],
      action: openLearner.en(id),
    }),
  },
  "session-planned": {
    id: ({ title, session, startsAt, place, zone }) => ({
      subject: `Sesi baru: ${session}`,
      paragraphs: [`${session} (${title}): ${formatInstant("id", startsAt, zone, "weekday")}, ${place}.`],
      action: openLearning.id,
    }),
    en: ({ title, session, startsAt, place, zone }) => ({
      subject: `New session: ${session}`,
      paragraphs: [`${session} (${title}): ${formatInstant("en", startsAt, zone, "weekday")}, ${place}.`],
      action: openLearning.en,
    }),
  },
  "session-changed": {
    id: ({ title, session, startsAt, place, zone }) => ({
      subject: `Sesi diubah: ${session}`,
      paragraphs: [`${session} (${title}) sekarang: ${formatInstant("id", startsAt, zone, "weekday")}, ${place}.`],
      action: openLearning.id,
    }),
    en: ({ title, session, startsAt, place, zone }) => ({
      subject: `Session changed: ${session}`,
      paragraphs: [`${session} (${title}) is now: ${formatInstant("en", startsAt, zone, "weekday")}, ${place}.`],
      action: openLearning.en,
    }),
  },
  "session-cancelled": {
    id: ({ title, session, startsAt, zone, reason }) => ({
      subject: `Sesi dibatalkan: ${session}`,
      paragraphs: [
        `${session} (${title}) pada ${formatInstant("id", startsAt, zone, "weekday")} dibatalkan.`,
        `Alasan: ${reason}`,
      ],
      action: openLearning.id,
    }),
    en: ({ title, session, startsAt, zone, reason }) => ({
      subject: `Session cancelled: ${session}`,
      paragraphs: [
        `${session} (${title}) on ${formatInstant("en", startsAt, zone, "weekday")} was cancelled.`,
        `Reason: ${reason}`,
      ],
      action: openLearning.en,
    }),
  },
  "plan-submitted": {
    id: ({ title, cohort, id }) => ({
      subject: `Rencana aksi menunggu Anda: ${title}`,
      paragraphs: [`Rencana aksi seorang peserta angkatan "${cohort}" menunggu keputusan Anda sebagai atasannya.`],
      action: openLearner.id(id),
    }),
    en: ({ title, cohort, id }) => ({
      subject: `An action plan awaits you: ${title}`,
      paragraphs: [`The action plan of a learner in the cohort "${cohort}" awaits your decision as the superior.`],
      action: openLearner.en(id),
    }),
  },
  "plan-approved": {
    id: ({ title, cohort, id }) => ({
      subject: `Rencana aksi disetujui: ${title}`,
      paragraphs: [`Satu rencana aksi di angkatan "${cohort}" sudah disetujui atasan.`],
      action: openLearner.id(id),
    }),
    en: ({ title, cohort, id }) => ({
      subject: `Action plan approved: ${title}`,
      paragraphs: [`An action plan in the cohort "${cohort}" was approved by the superior.`],
      action: openLearner.en(id),
    }),
  },
  "plan-returned": {
    id: ({ title, remark, id }) => ({
      subject: `Rencana aksi perlu diperbaiki: ${title}`,
      paragraphs: ["Atasan Anda mengembalikan rencana aksi Anda.", `Catatan: ${remark}`],
      action: openLearner.id(id),
    }),
    en: ({ title, remark, id }) => ({
      subject: `Action plan to be reworked: ${title}`,
      paragraphs: ["Your superior returned your action plan.", `Remark: ${remark}`],
      action: openLearner.en(id),
    }),
  },
}
