import { type RouteConfig, type RouteConfigEntry, route } from "@remix-run/route-config"

/** A page in both languages: Indonesian at `path`, English below /en. `name` tells two pages of one file apart. */
const page = (path: string, file: string, name = ""): RouteConfigEntry[] => [
  route(path === "" ? "/" : path, `routes/${file}`, { id: `id/${file}${name && `#${name}`}` }),
  route(path === "" ? "en" : `en/${path}`, `routes/${file}`, { id: `en/${file}${name && `#${name}`}` }),
]

/** An address for machines, without language. */
const machine = (path: string, file: string): RouteConfigEntry[] => [
  route(path, `routes/${file}`, { id: `machine/${file}` }),
]

/** The table of contents: every URL of the product, by area. */
export default [
  ...page("", "home/show.tsx"),

  /* Accounts */
  ...page("daftar", "account/register.tsx"),
  ...page("daftar/verifikasi/:token", "account/email-verification.tsx"),
  ...page("masuk", "account/sign-in.tsx"),
  ...page("keluar", "account/sign-out.tsx"),
  ...page("masuk/lupa-sandi", "account/forgotten-password.tsx"),
  ...page("masuk/sandi-baru/:token", "account/new-password.tsx"),
  ...page("akun", "account/show.tsx"),
  ...page("akun/sandi", "account/password.tsx"),
  ...page("akun/verifikasi-surel", "account/verification-mail.tsx"),
  ...page("akun/sesi", "account/sessions.tsx"),
  ...page("akun/hapus", "account/deletion.tsx"),

  /* Workspace */
  ...page("ruang-kerja", "workspace/show.tsx"),
  ...page("ruang-kerja/bertindak", "workspace/acting.tsx"),

  /* Organisations */
  ...page("mitra", "organisations/list.tsx"),
  ...page("mitra/:slug", "organisations/show.tsx"),
  ...page("ruang-kerja/organisasi/baru", "organisation-desk/new.tsx"),
  ...page("ruang-kerja/organisasi/:id", "organisation-desk/show.tsx"),
  ...page("ruang-kerja/organisasi/:id/ubah", "organisation-desk/edit.tsx"),
  ...page("ruang-kerja/organisasi/:id/pengajuan", "organisation-desk/submission.tsx"),
  ...page("ruang-kerja/organisasi/:id/bukti", "organisation-desk/evidence.ts"),
  ...page("ruang-kerja/organisasi/:id/riwayat", "organisation-desk/history.tsx"),
  ...page("ruang-kerja/organisasi/:id/keluar", "members/departure.tsx"),
  ...page("ruang-kerja/organisasi/:id/serah-terima", "members/hand-over.tsx"),
  ...page("ruang-kerja/organisasi/:id/anggota", "members/list.tsx"),
  ...page("ruang-kerja/organisasi/:id/anggota/:membershipId/peran", "members/role.tsx"),
  ...page("ruang-kerja/organisasi/:id/anggota/:membershipId/pengakhiran", "members/ending.tsx"),
  ...page("ruang-kerja/organisasi/:id/undangan", "members/invitations.tsx"),
  ...page("ruang-kerja/organisasi/:id/undangan/:invitationId/pencabutan", "members/revocation.tsx"),
  ...page("undangan/:token", "members/invitation.tsx"),
  ...page("ruang-kerja/organisasi/:id/mandat", "mandates/list.tsx"),
  ...page("ruang-kerja/organisasi/:id/mandat/baru", "mandates/new.tsx"),
  ...page("ruang-kerja/mandat/:id", "mandates/show.tsx"),
  ...page("ruang-kerja/mandat/:id/pengakhiran", "mandates/ending.tsx"),
  ...page("ruang-kerja/mandat/:id/dasar", "mandates/basis.ts"),

  /* Secretariat */
  ...page("admin", "secretariat/show.tsx"),
  ...page("admin/organisasi", "secretariat/organisations.tsx"),
  ...page("admin/organisasi/:id", "secretariat/organisation.tsx"),
  ...page("admin/organisasi/:id/bukti", "secretariat/evidence.ts"),
  ...page("admin/organisasi/:id/keputusan", "secretariat/organisation-decision.tsx"),
  ...page("admin/mandat", "secretariat/mandates.tsx"),
  ...page("admin/mandat/:id", "secretariat/mandate.tsx"),
  ...page("admin/mandat/:id/keputusan", "secretariat/mandate-decision.tsx"),

  /* Regions */
  ...page("wilayah", "regions/list.tsx"),
  ...page("wilayah/:code", "regions/show.tsx"),

  /* Needs */
  ...page("kebutuhan", "needs/list.tsx"),
  ...page("kebutuhan/:slug", "needs/show.tsx"),
  ...page("ruang-kerja/kebutuhan", "need-desk/list.tsx"),
  ...page("ruang-kerja/kebutuhan/baru", "need-desk/new.tsx"),
  ...page("ruang-kerja/kebutuhan/:id", "need-desk/show.tsx"),
  ...page("ruang-kerja/kebutuhan/:id/ubah", "need-desk/edit.tsx"),
  ...page("ruang-kerja/kebutuhan/:id/penerbitan", "need-desk/publication.tsx"),
  ...page("ruang-kerja/kebutuhan/:id/penutupan", "need-desk/closing.tsx"),
  ...page("ruang-kerja/kebutuhan/:id/pembukaan", "need-desk/reopening.tsx"),
  ...page("ruang-kerja/kebutuhan/:id/pembuangan", "need-desk/discarding.tsx"),

  /* Proposals */
  ...page("usulan", "proposals/list.tsx"),
  ...page("usulan/baru", "proposals/new.tsx"),
  ...page("ruang-kerja/usulan/:code", "proposal-desk/show.tsx"),
  ...page("ruang-kerja/usulan/:code/naskah", "proposal-desk/draft.tsx"),
  ...machine("ruang-kerja/usulan/:code/simpanan", "proposal-desk/autosave.ts"),
  ...page("ruang-kerja/usulan/:code/lampiran", "proposal-desk/files.tsx"),
  ...page("ruang-kerja/usulan/:code/lampiran/:fileId", "proposal-desk/file.ts"),
  ...page("ruang-kerja/usulan/:code/lampiran/:fileId/pengeluaran", "proposal-desk/file-removal.tsx"),
  ...page("ruang-kerja/usulan/:code/mitra", "proposal-desk/partners.tsx"),
  ...page("ruang-kerja/usulan/:code/mitra/:partnerId/pengeluaran", "proposal-desk/partner-removal.tsx"),
  ...page("ruang-kerja/usulan/:code/kemitraan", "proposal-desk/partnership.tsx"),
  ...page("ruang-kerja/usulan/:code/pengajuan", "proposal-desk/submission.tsx"),
  ...page("ruang-kerja/usulan/:code/penarikan", "proposal-desk/withdrawal.tsx"),
  ...page("ruang-kerja/usulan/:code/pembukaan", "proposal-desk/opening.tsx"),
  ...page("ruang-kerja/usulan/:code/perbaikan", "proposal-desk/revision.tsx"),
  ...page("ruang-kerja/usulan/:code/penerimaan", "proposal-desk/acceptance.tsx"),
  ...page("ruang-kerja/usulan/:code/penolakan", "proposal-desk/declining.tsx"),
  ...page("ruang-kerja/usulan/:code/versi/:number", "proposal-desk/version.tsx"),
  ...page("ruang-kerja/usulan/:code/perbandingan", "proposal-desk/comparison.tsx"),

  /* Agreements */
  ...page("kesepakatan", "agreements/list.tsx"),
  ...page("kesepakatan/:code", "agreements/show.tsx"),
  ...page("kesepakatan/:code/dokumen.pdf", "agreements/pdf.ts"),
  ...page("ruang-kerja/kesepakatan", "agreement-desk/list.tsx"),
  ...page("ruang-kerja/kesepakatan/baru", "agreement-desk/new.tsx"),
  ...page("ruang-kerja/kesepakatan/:code", "agreement-desk/show.tsx"),
  ...page("ruang-kerja/kesepakatan/:code/dokumen.pdf", "agreement-desk/working-pdf.ts"),
  ...page("ruang-kerja/kesepakatan/:code/naskah", "agreement-desk/draft.tsx"),
  ...page("ruang-kerja/kesepakatan/:code/versi/:number", "agreement-desk/version.tsx"),
  ...page("ruang-kerja/kesepakatan/:code/perbandingan", "agreement-desk/comparison.tsx"),
  ...page("ruang-kerja/kesepakatan/:code/penawaran", "agreement-desk/proposal.tsx"),
  ...page("ruang-kerja/kesepakatan/:code/persetujuan", "agreement-desk/approval.tsx"),
  ...page("ruang-kerja/kesepakatan/:code/pencabutan-persetujuan", "agreement-desk/approval-withdrawal.tsx"),
  ...page("ruang-kerja/kesepakatan/:code/nomor", "agreement-desk/number.tsx"),
  ...page("ruang-kerja/kesepakatan/:code/penguncian", "agreement-desk/lock.tsx"),
  ...page("ruang-kerja/kesepakatan/:code/pembatalan-kunci", "agreement-desk/void.tsx"),
  ...page("ruang-kerja/kesepakatan/:code/penarikan", "agreement-desk/withdrawal.tsx"),
  ...page("ruang-kerja/kesepakatan/:code/pembatalan", "agreement-desk/cancellation.tsx"),
  /* Learning exchange */
  ...page("belajar", "programmes/list.tsx"),
  ...page("belajar/:slug", "programmes/show.tsx"),
  ...page("belajar/:slug/kalender.ics", "programmes/calendar.ts"),
  ...page("belajar/praktik/:key", "programmes/practice.tsx"),
  ...page("ruang-kerja/belajar", "learning/list.tsx"),
  ...page("ruang-kerja/belajar/program/baru", "programme-desk/new.tsx"),
  ...page("ruang-kerja/belajar/program/:id", "programme-desk/show.tsx"),
  ...page("ruang-kerja/belajar/program/:id/ubah", "programme-desk/edit.tsx"),
  ...page("ruang-kerja/belajar/program/:id/modul", "programme-desk/modules.tsx"),
  ...page("ruang-kerja/belajar/program/:id/modul/:moduleId/kenaikan", "programme-desk/module-raising.tsx"),
  ...page("ruang-kerja/belajar/program/:id/modul/:moduleId/penghapusan", "programme-desk/module-removal.tsx"),
  ...page("ruang-kerja/belajar/program/:id/penerbitan", "programme-desk/opening.tsx"),
  ...page("ruang-kerja/belajar/program/:id/penyelesaian", "programme-desk/completion.tsx"),
  ...page("ruang-kerja/belajar/program/:id/pembatalan", "programme-desk/cancellation.tsx"),
  ...page("ruang-kerja/belajar/program/:id/angkatan/baru", "programme-desk/new-cohort.tsx"),
  ...page("ruang-kerja/belajar/angkatan/:id", "programme-desk/cohort.tsx"),
  ...page("ruang-kerja/belajar/angkatan/:id/ubah", "programme-desk/cohort-edit.tsx"),
  ...page("ruang-kerja/belajar/angkatan/:id/pembukaan", "programme-desk/cohort-opening.tsx"),
  ...page("ruang-kerja/belajar/angkatan/:id/mulai", "programme-desk/cohort-start.tsx"),
  ...page("ruang-kerja/belajar/angkatan/:id/penyelesaian", "programme-desk/cohort-completion.tsx"),
  ...page("ruang-kerja/belajar/angkatan/:id/pembatalan", "programme-desk/cohort-cancellation.tsx"),
  ...page("ruang-kerja/belajar/angkatan/:id/pencalonan", "programme-desk/nomination.tsx"),
  ...page("ruang-kerja/belajar/angkatan/:id/sesi/baru", "programme-desk/new-session.tsx"),
  ...page("ruang-kerja/belajar/angkatan/:id/jadwal.ics", "programme-desk/cohort-calendar.ts"),
  ...page("ruang-kerja/belajar/sesi/:id", "programme-desk/session.tsx"),
  ...page("ruang-kerja/belajar/sesi/:id/ubah", "programme-desk/session-edit.tsx"),
  ...page("ruang-kerja/belajar/sesi/:id/pembatalan", "programme-desk/session-cancellation.tsx"),
  ...page("ruang-kerja/belajar/sesi/:id/jadwal.ics", "programme-desk/session-calendar.ts"),
  ...page("ruang-kerja/belajar/sesi/:id/kehadiran/:attendanceId/pencoretan", "programme-desk/striking.tsx"),
  ...page("ruang-kerja/belajar/peserta/:id", "learning/show.tsx"),
  ...page("ruang-kerja/belajar/peserta/:id/kehadiran", "learning/presence.tsx"),
  ...page("ruang-kerja/belajar/peserta/:id/konfirmasi", "learning/confirmation.tsx"),
  ...page("ruang-kerja/belajar/peserta/:id/penolakan", "learning/refusal.tsx"),
  ...page("ruang-kerja/belajar/peserta/:id/penarikan", "learning/withdrawal.tsx"),
  ...page("ruang-kerja/belajar/peserta/:id/kelulusan", "learning/completion.tsx"),
  ...page("ruang-kerja/belajar/peserta/:id/atasan", "learning/supervisor.tsx"),
  ...page("ruang-kerja/belajar/peserta/:id/nomor", "learning/number.tsx"),
  ...page("ruang-kerja/belajar/peserta/:id/rencana", "learning/plan.tsx"),
  ...page("ruang-kerja/belajar/peserta/:id/rencana/pengajuan", "learning/plan-submission.tsx"),
  ...page("ruang-kerja/belajar/peserta/:id/rencana/persetujuan", "learning/plan-approval.tsx"),
  ...page("ruang-kerja/belajar/peserta/:id/rencana/pengembalian", "learning/plan-return.tsx"),

  /* Certificates of learning */
  ...page("ruang-kerja/belajar/peserta/:id/sertifikat", "certificates/show.tsx"),
  ...page("ruang-kerja/belajar/peserta/:id/sertifikat/penyiapan", "certificates/preparation.tsx"),
  ...page("ruang-kerja/belajar/peserta/:id/sertifikat/penyegelan", "certificates/seal.tsx"),
  ...page("ruang-kerja/belajar/peserta/:id/sertifikat/pencabutan", "certificates/revocation.tsx"),
  ...page("ruang-kerja/belajar/peserta/:id/sertifikat/dokumen.pdf", "certificates/pdf.ts"),

  /* Keys and verification */
  ...page("akun/kunci", "keys/list.tsx"),
  ...page("akun/kunci/baru/:mandateId", "keys/new.tsx"),
  ...page("akun/kunci/:certificateId/pencabutan", "keys/revocation.tsx"),
  ...page("ruang-kerja/kesepakatan/:code/tanda-tangan", "signing/signature.tsx"),
  ...page("ruang-kerja/kesepakatan/:code/penolakan", "signing/refusal.tsx"),
  ...page("verifikasi", "verification/show.tsx"),
  ...page("v/:code", "verification/code.tsx"),
  ...page("pki", "pki/show.tsx"),
  ...machine("pki/ca.crt", "pki/certificate.ts"),
  ...machine("pki/ca.crl", "pki/revocation-list.ts"),

  /* Words */
  ...page("tentang", "words/page.tsx", "about"),
  ...page("privasi", "words/page.tsx", "privacy"),
  ...page("bantuan", "words/help.tsx"),
  ...page("bantuan/panduan/*", "words/handbook.tsx"),
  ...page("bantuan/gaya", "words/style.tsx"),

  /* Evaluation mode */
  ...page("dev/surat", "evaluation/mailbox.tsx"),

  /* Machines */
  ...machine("api/v1/agreements", "api/agreements.ts"),
  ...machine("api/v1/agreements/:code", "api/agreement.ts"),
  ...machine("api/v1/verify", "api/verify.ts"),

  ...page("*", "home/missing.tsx"),
] satisfies RouteConfig
