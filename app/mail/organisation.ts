import { translateKey } from "#app/i18n/messages.ts"
import { localPath } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import type { Writers } from "./message.ts"

type OrganisationWriters = Pick<
  Writers,
  | "invitation"
  | "organisation-submitted"
  | "organisation-verified"
  | "organisation-refused"
  | "organisation-suspended"
  | "organisation-restored"
  | "membership-ended"
  | "mandate-entered"
  | "mandate-verified"
  | "mandate-refused"
  | "certificate-revoked"
>

export const organisationMail: OrganisationWriters = {
  invitation: {
    id: ({ organisation, inviter, role, token }) => ({
      subject: `Undangan bergabung dengan ${organisation}`,
      paragraphs: [
        `${inviter} mengundang Anda bergabung dengan ${organisation} di Simpul sebagai ${translateKey("id", `organisation.role.${role}`).toLowerCase()}.`,
        "Tautan berlaku tujuh hari. Masuk atau daftar dengan alamat surel ini untuk menerimanya.",
      ],
      action: { label: "Lihat undangan", path: localPath("id", paths.invitation(token)) },
    }),
    en: ({ organisation, inviter, role, token }) => ({
      subject: `Invitation to join ${organisation}`,
      paragraphs: [
        `${inviter} invites you to join ${organisation} on Simpul as ${translateKey("en", `organisation.role.${role}`).toLowerCase()}.`,
        "The link works for seven days. Sign in or register with this e-mail address to accept it.",
      ],
      action: { label: "See the invitation", path: localPath("en", paths.invitation(token)) },
    }),
  },
  "organisation-submitted": {
    id: ({ organisation, organisationId }) => ({
      subject: `${organisation} menunggu verifikasi`,
      paragraphs: [`${organisation} diajukan untuk diverifikasi.`],
      action: { label: "Periksa pengajuan", path: localPath("id", paths.verificationCase(organisationId)) },
    }),
    en: ({ organisation, organisationId }) => ({
      subject: `${organisation} awaits verification`,
      paragraphs: [`${organisation} has been submitted for verification.`],
      action: { label: "Examine the submission", path: localPath("en", paths.verificationCase(organisationId)) },
    }),
  },
  "organisation-verified": {
    id: ({ organisation, organisationId }) => ({
      subject: `${organisation} sudah diverifikasi`,
      paragraphs: [`Sekretariat sudah memverifikasi ${organisation}. Profilnya sekarang terlihat oleh umum.`],
      action: { label: "Buka ruang kerja organisasi", path: localPath("id", paths.organisationDesk(organisationId)) },
    }),
    en: ({ organisation, organisationId }) => ({
      subject: `${organisation} is verified`,
      paragraphs: [`The secretariat has verified ${organisation}. Its profile is now public.`],
      action: { label: "Open the organisation's desk", path: localPath("en", paths.organisationDesk(organisationId)) },
    }),
  },
  "organisation-refused": {
    id: ({ organisation, reason, organisationId }) => ({
      subject: `Pengajuan ${organisation} perlu diperbaiki`,
      paragraphs: [
        `Sekretariat belum dapat memverifikasi ${organisation}.`,
        `Alasan: ${reason}`,
        "Perbaiki datanya, lalu ajukan kembali.",
      ],
      action: { label: "Perbaiki pengajuan", path: localPath("id", paths.organisationDesk(organisationId)) },
    }),
    en: ({ organisation, reason, organisationId }) => ({
      subject: `The submission of ${organisation} needs correcting`,
      paragraphs: [
        `The secretariat could not verify ${organisation} yet.`,
        `Reason: ${reason}`,
        "Correct the details, then submit again.",
      ],
      action: { label: "Correct the submission", path: localPath("en", paths.organisationDesk(organisationId)) },
    }),
  },
  "organisation-suspended": {
    id: ({ organisation, reason, organisationId }) => ({
      subject: `${organisation} dibekukan`,
      paragraphs: [
        `Sekretariat membekukan ${organisation}. Halaman umumnya tidak lagi tampil dan organisasi tidak dapat mengikat kesepakatan baru.`,
        `Alasan: ${reason}`,
      ],
      action: { label: "Buka ruang kerja organisasi", path: localPath("id", paths.organisationDesk(organisationId)) },
    }),
    en: ({ organisation, reason, organisationId }) => ({
      subject: `${organisation} is suspended`,
      paragraphs: [
        `The secretariat has suspended ${organisation}. It has no public page any more and cannot bind itself.`,
        `Reason: ${reason}`,
      ],
      action: { label: "Open the organisation's desk", path: localPath("en", paths.organisationDesk(organisationId)) },
    }),
  },
  "organisation-restored": {
    id: ({ organisation, reason, organisationId }) => ({
      subject: `${organisation} dipulihkan`,
      paragraphs: [`${organisation} kembali terverifikasi dan tampil untuk umum.`, `Alasan: ${reason}`],
      action: { label: "Buka ruang kerja organisasi", path: localPath("id", paths.organisationDesk(organisationId)) },
    }),
    en: ({ organisation, reason, organisationId }) => ({
      subject: `${organisation} is restored`,
      paragraphs: [`${organisation} is verified and public again.`, `Reason: ${reason}`],
      action: { label: "Open the organisation's desk", path: localPath("en", paths.organisationDesk(organisationId)) },
    }),
  },
  "membership-ended": {
    id: ({ organisation }) => ({
      subject: `Keanggotaan Anda di ${organisation} berakhir`,
      paragraphs: [
        `Admin ${organisation} mengakhiri keanggotaan Anda. Anda tidak lagi dapat membuka ruang kerjanya, dan mandat yang Anda pegang di sana berakhir.`,
        "Yang sudah Anda tanda tangani tetap berlaku.",
      ],
      action: { label: "Buka ruang kerja", path: localPath("id", paths.workspace()) },
    }),
    en: ({ organisation }) => ({
      subject: `Your membership of ${organisation} has ended`,
      paragraphs: [
        `An administrator of ${organisation} has ended your membership. You can no longer open its desk, and mandates you held there have ended.`,
        "What you have signed stays valid.",
      ],
      action: { label: "Open the workspace", path: localPath("en", paths.workspace()) },
    }),
  },
  "mandate-entered": {
    id: ({ organisation, office, mandateId }) => ({
      subject: `Mandat ${office} menunggu verifikasi`,
      paragraphs: [`${organisation} mencatat mandat ${office}.`],
      action: { label: "Periksa mandat", path: localPath("id", paths.mandateCase(mandateId)) },
    }),
    en: ({ organisation, office, mandateId }) => ({
      subject: `The mandate of ${office} awaits verification`,
      paragraphs: [`${organisation} has entered a mandate: ${office}.`],
      action: { label: "Examine the mandate", path: localPath("en", paths.mandateCase(mandateId)) },
    }),
  },
  "mandate-verified": {
    id: ({ organisation, office, mandateId }) => ({
      subject: `Mandat ${office} sudah diverifikasi`,
      paragraphs: [`Mandat ${office} pada ${organisation} sudah diverifikasi dan dapat dipakai untuk menandatangani.`],
      action: { label: "Lihat mandat", path: localPath("id", paths.mandate(mandateId)) },
    }),
    en: ({ organisation, office, mandateId }) => ({
      subject: `The mandate of ${office} is verified`,
      paragraphs: [`The mandate of ${office} at ${organisation} is verified and can be used for signing.`],
      action: { label: "See the mandate", path: localPath("en", paths.mandate(mandateId)) },
    }),
  },
  "mandate-refused": {
    id: ({ organisation, office, reason, mandateId }) => ({
      subject: `Mandat ${office} tidak diterima`,
      paragraphs: [`Mandat ${office} pada ${organisation} tidak diterima.`, `Alasan: ${reason}`],
      action: { label: "Lihat mandat", path: localPath("id", paths.mandate(mandateId)) },
    }),
    en: ({ organisation, office, reason, mandateId }) => ({
      subject: `The mandate of ${office} was refused`,
      paragraphs: [`The mandate of ${office} at ${organisation} was refused.`, `Reason: ${reason}`],
      action: { label: "See the mandate", path: localPath("en", paths.mandate(mandateId)) },
    }),
  },
  "certificate-revoked": {
    id: ({ office, reason }) => ({
      subject: "Kunci tanda tangan Anda dicabut",
      paragraphs: [
        `Sertifikat tanda tangan Anda sebagai ${office} dicabut.`,
        `Alasan: ${reason}`,
        "Naskah yang sudah Anda tanda tangani sebelumnya tetap sah di register.",
      ],
      action: { label: "Lihat kunci saya", path: localPath("id", paths.keys()) },
    }),
    en: ({ office, reason }) => ({
      subject: "Your signing key has been revoked",
      paragraphs: [
        `Your signing certificate as ${office} has been revoked.`,
        `Reason: ${reason}`,
        "Documents you signed before remain valid in the register.",
      ],
      action: { label: "See my keys", path: localPath("en", paths.keys()) },
    }),
  },
}
