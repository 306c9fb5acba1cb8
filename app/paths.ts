const at = (path: string, ...parts: string[]): string =>
  path + parts.map((part) => `/${encodeURIComponent(part)}`).join("")

/** The five strands as they stand in addresses. */
const strandWords = {
  academia: "akademisi",
  business: "bisnis",
  community: "komunitas",
  government: "pemerintah",
  media: "media",
} as const

/** The strands by their letters. */
const strandLetters = { A: "academia", B: "business", C: "community", G: "government", M: "media" } as const
type StrandLetter = keyof typeof strandLetters

/** The strand that an address names; undefined for anything else. */
export const strandNamed = (word: string): StrandLetter | undefined =>
  (Object.keys(strandLetters) as StrandLetter[]).find((letter) => strandWords[strandLetters[letter]] === word)

/** The page that tells a strand how to contribute. */
export const contributingAs = (letter: StrandLetter): string => paths.contributeAs(strandLetters[letter])

/** Every internal URL, in Indonesian form; `localPath` puts the language before it. A test matches each with routes.ts. */
export const paths = {
  home: () => "/",
  about: () => "/tentang",
  help: () => "/bantuan",
  style: () => "/bantuan/gaya",
  handbook: (page: string) => `/bantuan/panduan/${page}`,
  privacy: () => "/privasi",
  contribute: () => "/tentang/berkontribusi",
  contributeAs: (strand: keyof typeof strandWords) => `/tentang/berkontribusi/${strandWords[strand]}`,
  regionalCooperation: () => "/tentang/kerja-sama-daerah",
  bureaucracy: () => "/tentang/birokrasi-3",
  verifying: () => "/tentang/verifikasi",
  glossary: () => "/tentang/glosarium",
  accessibility: () => "/tentang/aksesibilitas",
  terms: () => "/tentang/ketentuan",
  /* identity */
  register: () => "/daftar",
  verifyEmail: (token: string) => at("/daftar/verifikasi", token),
  resendVerification: () => "/akun/verifikasi-surel",
  signIn: () => "/masuk",
  signOut: () => "/keluar",
  forgotPassword: () => "/masuk/lupa-sandi",
  resetPassword: (token: string) => at("/masuk/sandi-baru", token),
  account: () => "/akun",
  changePassword: () => "/akun/sandi",
  sessions: () => "/akun/sesi",
  deleteAccount: () => "/akun/hapus",
  workspace: () => "/ruang-kerja",
  actFor: () => "/ruang-kerja/bertindak",
  /* organisations */
  organisations: () => "/mitra",
  organisation: (slug: string) => at("/mitra", slug),
  newOrganisation: () => "/ruang-kerja/organisasi/baru",
  organisationDesk: (id: string) => at("/ruang-kerja/organisasi", id),
  editOrganisation: (id: string) => `${at("/ruang-kerja/organisasi", id)}/ubah`,
  submitOrganisation: (id: string) => `${at("/ruang-kerja/organisasi", id)}/pengajuan`,
  organisationEvidence: (id: string) => `${at("/ruang-kerja/organisasi", id)}/bukti`,
  organisationHistory: (id: string) => `${at("/ruang-kerja/organisasi", id)}/riwayat`,
  leaveOrganisation: (id: string) => `${at("/ruang-kerja/organisasi", id)}/keluar`,
  members: (id: string) => `${at("/ruang-kerja/organisasi", id)}/anggota`,
  handOver: (id: string) => `${at("/ruang-kerja/organisasi", id)}/serah-terima`,
  memberRole: (id: string, membershipId: string) =>
    `${at("/ruang-kerja/organisasi", id, "anggota", membershipId)}/peran`,
  endMembership: (id: string, membershipId: string) =>
    `${at("/ruang-kerja/organisasi", id, "anggota", membershipId)}/pengakhiran`,
  invitations: (id: string) => `${at("/ruang-kerja/organisasi", id)}/undangan`,
  revokeInvitation: (id: string, invitationId: string) =>
    `${at("/ruang-kerja/organisasi", id, "undangan", invitationId)}/pencabutan`,
  apiTokens: (id: string) => `${at("/ruang-kerja/organisasi", id)}/token`,
  newApiToken: (id: string) => `${at("/ruang-kerja/organisasi", id)}/token/baru`,
  revokeApiToken: (id: string, tokenId: string) => `${at("/ruang-kerja/organisasi", id, "token", tokenId)}/pencabutan`,
  invitation: (token: string) => at("/undangan", token),
  mandates: (id: string) => `${at("/ruang-kerja/organisasi", id)}/mandat`,
  newMandate: (id: string) => `${at("/ruang-kerja/organisasi", id)}/mandat/baru`,
  mandate: (id: string) => at("/ruang-kerja/mandat", id),
  endMandate: (id: string) => `${at("/ruang-kerja/mandat", id)}/pengakhiran`,
  mandateBasis: (id: string) => `${at("/ruang-kerja/mandat", id)}/dasar`,
  /* secretariat */
  admin: () => "/admin",
  verificationQueue: () => "/admin/organisasi",
  verificationCase: (id: string) => at("/admin/organisasi", id),
  verificationEvidence: (id: string) => `${at("/admin/organisasi", id)}/bukti`,
  verificationDecision: (id: string) => `${at("/admin/organisasi", id)}/keputusan`,
  mandateQueue: () => "/admin/mandat",
  mandateCase: (id: string) => at("/admin/mandat", id),
  mandateDecision: (id: string) => `${at("/admin/mandat", id)}/keputusan`,
  /* strands */
  strand: (strand: StrandLetter) => `/unsur/${strandWords[strandLetters[strand]]}`,
  /* search */
  search: () => "/cari",
  /* regions */
  regions: () => "/wilayah",
  region: (code: string) => at("/wilayah", code),
  /* needs, public */
  needs: () => "/kebutuhan",
  need: (slug: string) => at("/kebutuhan", slug),
  /* needs, workspace */
  needDesk: () => "/ruang-kerja/kebutuhan",
  newNeed: () => "/ruang-kerja/kebutuhan/baru",
  needCase: (id: string) => at("/ruang-kerja/kebutuhan", id),
  editNeed: (id: string) => `${at("/ruang-kerja/kebutuhan", id)}/ubah`,
  publishNeed: (id: string) => `${at("/ruang-kerja/kebutuhan", id)}/penerbitan`,
  closeNeed: (id: string) => `${at("/ruang-kerja/kebutuhan", id)}/penutupan`,
  reopenNeed: (id: string) => `${at("/ruang-kerja/kebutuhan", id)}/pembukaan`,
  discardNeed: (id: string) => `${at("/ruang-kerja/kebutuhan", id)}/pembuangan`,
  /* proposals, workspace */
  proposals: () => "/usulan",
  newProposal: () => "/usulan/baru",
  proposalCase: (code: string) => at("/ruang-kerja/usulan", code),
  proposalDraft: (code: string) => `${at("/ruang-kerja/usulan", code)}/naskah`,
  proposalSave: (code: string) => `${at("/ruang-kerja/usulan", code)}/simpanan`,
  proposalFiles: (code: string) => `${at("/ruang-kerja/usulan", code)}/lampiran`,
  proposalFile: (code: string, fileId: string) => at("/ruang-kerja/usulan", code, "lampiran", fileId),
  removeProposalFile: (code: string, fileId: string) =>
    `${at("/ruang-kerja/usulan", code, "lampiran", fileId)}/pengeluaran`,
  proposalPartners: (code: string) => `${at("/ruang-kerja/usulan", code)}/mitra`,
  removeProposalPartner: (code: string, partnerId: string) =>
    `${at("/ruang-kerja/usulan", code, "mitra", partnerId)}/pengeluaran`,
  proposalPartnership: (code: string) => `${at("/ruang-kerja/usulan", code)}/kemitraan`,
  detachProposal: (code: string) => `${at("/ruang-kerja/usulan", code)}/tanpa-kebutuhan`,
  submitProposal: (code: string) => `${at("/ruang-kerja/usulan", code)}/pengajuan`,
  withdrawProposal: (code: string) => `${at("/ruang-kerja/usulan", code)}/penarikan`,
  openProposal: (code: string) => `${at("/ruang-kerja/usulan", code)}/pembukaan`,
  reviseProposal: (code: string) => `${at("/ruang-kerja/usulan", code)}/perbaikan`,
  acceptProposal: (code: string) => `${at("/ruang-kerja/usulan", code)}/penerimaan`,
  declineProposal: (code: string) => `${at("/ruang-kerja/usulan", code)}/penolakan`,
  proposalVersion: (code: string, number: number) => at("/ruang-kerja/usulan", code, "versi", String(number)),
  proposalComparison: (code: string) => `${at("/ruang-kerja/usulan", code)}/perbandingan`,
  /* initiatives, public */
  initiatives: () => "/inisiatif",
  initiative: (slug: string) => at("/inisiatif", slug),
  initiativePicture: (sha256: string) => at("/inisiatif/gambar", sha256),
  /* initiatives, workspace */
  initiativeDesk: () => "/ruang-kerja/inisiatif",
  newInitiative: () => "/ruang-kerja/inisiatif/baru",
  initiativeCase: (id: string) => at("/ruang-kerja/inisiatif", id),
  editInitiative: (id: string) => `${at("/ruang-kerja/inisiatif", id)}/ubah`,
  publishInitiative: (id: string) => `${at("/ruang-kerja/inisiatif", id)}/penerbitan`,
  runInitiative: (id: string) => `${at("/ruang-kerja/inisiatif", id)}/mulai`,
  completeInitiative: (id: string) => `${at("/ruang-kerja/inisiatif", id)}/penyelesaian`,
  stopInitiative: (id: string) => `${at("/ruang-kerja/inisiatif", id)}/penghentian`,
  initiativeSequel: (id: string) => `${at("/ruang-kerja/inisiatif", id)}/kelanjutan`,
  initiativePartners: (id: string) => `${at("/ruang-kerja/inisiatif", id)}/mitra`,
  initiativePart: (id: string, partnerId: string) => at("/ruang-kerja/inisiatif", id, "mitra", partnerId),
  endInitiativePartner: (id: string, partnerId: string) =>
    `${at("/ruang-kerja/inisiatif", id, "mitra", partnerId)}/pengakhiran`,
  milestones: (id: string) => `${at("/ruang-kerja/inisiatif", id)}/tonggak`,
  reachMilestone: (id: string, milestoneId: string) =>
    `${at("/ruang-kerja/inisiatif", id, "tonggak", milestoneId)}/ketercapaian`,
  dropMilestone: (id: string, milestoneId: string) =>
    `${at("/ruang-kerja/inisiatif", id, "tonggak", milestoneId)}/penghapusan`,
  outcomes: (id: string) => `${at("/ruang-kerja/inisiatif", id)}/capaian`,
  measureOutcome: (id: string, outcomeId: string) => `${at("/ruang-kerja/inisiatif", id, "capaian", outcomeId)}/ukuran`,
  dropOutcome: (id: string, outcomeId: string) =>
    `${at("/ruang-kerja/inisiatif", id, "capaian", outcomeId)}/penghapusan`,
  strikeMeasure: (id: string, measureId: string) =>
    `${at("/ruang-kerja/inisiatif", id, "ukuran", measureId)}/pencoretan`,
  newUpdate: (id: string) => `${at("/ruang-kerja/inisiatif", id)}/kabar`,
  withdrawUpdate: (id: string, updateId: string) => `${at("/ruang-kerja/inisiatif", id, "kabar", updateId)}/penarikan`,
  /* agreements, public */
  agreements: () => "/kesepakatan",
  agreement: (code: string) => at("/kesepakatan", code),
  agreementPdf: (code: string) => `${at("/kesepakatan", code)}/dokumen.pdf`,
  /* agreements, workspace */
  agreementDesk: () => "/ruang-kerja/kesepakatan",
  newAgreement: () => "/ruang-kerja/kesepakatan/baru",
  agreementCase: (code: string) => at("/ruang-kerja/kesepakatan", code),
  agreementVersion: (code: string, number: number) => at("/ruang-kerja/kesepakatan", code, "versi", String(number)),
  agreementDraft: (code: string) => `${at("/ruang-kerja/kesepakatan", code)}/naskah`,
  agreementComparison: (code: string) => `${at("/ruang-kerja/kesepakatan", code)}/perbandingan`,
  agreementProposal: (code: string) => `${at("/ruang-kerja/kesepakatan", code)}/penawaran`,
  agreementApproval: (code: string) => `${at("/ruang-kerja/kesepakatan", code)}/persetujuan`,
  agreementApprovalWithdrawal: (code: string) => `${at("/ruang-kerja/kesepakatan", code)}/pencabutan-persetujuan`,
  agreementNumber: (code: string) => `${at("/ruang-kerja/kesepakatan", code)}/nomor`,
  agreementLock: (code: string) => `${at("/ruang-kerja/kesepakatan", code)}/penguncian`,
  agreementVoid: (code: string) => `${at("/ruang-kerja/kesepakatan", code)}/pembatalan-kunci`,
  agreementWithdrawal: (code: string) => `${at("/ruang-kerja/kesepakatan", code)}/penarikan`,
  agreementCancellation: (code: string) => `${at("/ruang-kerja/kesepakatan", code)}/pembatalan`,
  agreementSignature: (code: string) => `${at("/ruang-kerja/kesepakatan", code)}/tanda-tangan`,
  agreementRefusal: (code: string) => `${at("/ruang-kerja/kesepakatan", code)}/penolakan`,
  agreementWorkingPdf: (code: string) => `${at("/ruang-kerja/kesepakatan", code)}/dokumen.pdf`,
  /* learning exchange, public */
  programmes: () => "/belajar",
  programme: (slug: string) => at("/belajar", slug),
  programmeCalendar: (slug: string) => `${at("/belajar", slug)}/kalender.ics`,
  practice: (key: string) => at("/belajar/praktik", key),
  /* learning exchange, workspace */
  learning: () => "/ruang-kerja/belajar",
  newProgramme: () => "/ruang-kerja/belajar/program/baru",
  programmeDesk: (id: string) => at("/ruang-kerja/belajar/program", id),
  editProgramme: (id: string) => `${at("/ruang-kerja/belajar/program", id)}/ubah`,
  programmeModules: (id: string) => `${at("/ruang-kerja/belajar/program", id)}/modul`,
  raiseModule: (id: string, moduleId: string) =>
    `${at("/ruang-kerja/belajar/program", id, "modul", moduleId)}/kenaikan`,
  removeModule: (id: string, moduleId: string) =>
    `${at("/ruang-kerja/belajar/program", id, "modul", moduleId)}/penghapusan`,
  openProgramme: (id: string) => `${at("/ruang-kerja/belajar/program", id)}/penerbitan`,
  completeProgramme: (id: string) => `${at("/ruang-kerja/belajar/program", id)}/penyelesaian`,
  cancelProgramme: (id: string) => `${at("/ruang-kerja/belajar/program", id)}/pembatalan`,
  newCohort: (id: string) => `${at("/ruang-kerja/belajar/program", id)}/angkatan/baru`,
  cohortDesk: (id: string) => at("/ruang-kerja/belajar/angkatan", id),
  editCohort: (id: string) => `${at("/ruang-kerja/belajar/angkatan", id)}/ubah`,
  openCohort: (id: string) => `${at("/ruang-kerja/belajar/angkatan", id)}/pembukaan`,
  runCohort: (id: string) => `${at("/ruang-kerja/belajar/angkatan", id)}/mulai`,
  completeCohort: (id: string) => `${at("/ruang-kerja/belajar/angkatan", id)}/penyelesaian`,
  cancelCohort: (id: string) => `${at("/ruang-kerja/belajar/angkatan", id)}/pembatalan`,
  nominate: (id: string) => `${at("/ruang-kerja/belajar/angkatan", id)}/pencalonan`,
  newSession: (id: string) => `${at("/ruang-kerja/belajar/angkatan", id)}/sesi/baru`,
  cohortCalendar: (id: string) => `${at("/ruang-kerja/belajar/angkatan", id)}/jadwal.ics`,
  learningSession: (id: string) => at("/ruang-kerja/belajar/sesi", id),
  editSession: (id: string) => `${at("/ruang-kerja/belajar/sesi", id)}/ubah`,
  cancelSession: (id: string) => `${at("/ruang-kerja/belajar/sesi", id)}/pembatalan`,
  sessionCalendar: (id: string) => `${at("/ruang-kerja/belajar/sesi", id)}/jadwal.ics`,
  strikeAttendance: (id: string, attendanceId: string) =>
    `${at("/ruang-kerja/belajar/sesi", id, "kehadiran", attendanceId)}/pencoretan`,
  learner: (id: string) => at("/ruang-kerja/belajar/peserta", id),
  typePresence: (id: string) => `${at("/ruang-kerja/belajar/peserta", id)}/kehadiran`,
  confirmLearner: (id: string) => `${at("/ruang-kerja/belajar/peserta", id)}/konfirmasi`,
  declineLearner: (id: string) => `${at("/ruang-kerja/belajar/peserta", id)}/penolakan`,
  withdrawLearner: (id: string) => `${at("/ruang-kerja/belajar/peserta", id)}/penarikan`,
  completeLearner: (id: string) => `${at("/ruang-kerja/belajar/peserta", id)}/kelulusan`,
  learnerSupervisor: (id: string) => `${at("/ruang-kerja/belajar/peserta", id)}/atasan`,
  learnerNumber: (id: string) => `${at("/ruang-kerja/belajar/peserta", id)}/nomor`,
  actionPlan: (id: string) => `${at("/ruang-kerja/belajar/peserta", id)}/rencana`,
  submitPlan: (id: string) => `${at("/ruang-kerja/belajar/peserta", id)}/rencana/pengajuan`,
  approvePlan: (id: string) => `${at("/ruang-kerja/belajar/peserta", id)}/rencana/persetujuan`,
  returnPlan: (id: string) => `${at("/ruang-kerja/belajar/peserta", id)}/rencana/pengembalian`,
  /* certificates of learning */
  certificate: (learnerId: string) => `${at("/ruang-kerja/belajar/peserta", learnerId)}/sertifikat`,
  prepareCertificate: (learnerId: string) => `${at("/ruang-kerja/belajar/peserta", learnerId)}/sertifikat/penyiapan`,
  sealCertificate: (learnerId: string) => `${at("/ruang-kerja/belajar/peserta", learnerId)}/sertifikat/penyegelan`,
  revokeCertificate: (learnerId: string) => `${at("/ruang-kerja/belajar/peserta", learnerId)}/sertifikat/pencabutan`,
  certificatePdf: (learnerId: string) => `${at("/ruang-kerja/belajar/peserta", learnerId)}/sertifikat/dokumen.pdf`,
  /* keys */
  keys: () => "/akun/kunci",
  enrolKey: (mandateId: string) => at("/akun/kunci/baru", mandateId),
  revokeKey: (certificateId: string) => `${at("/akun/kunci", certificateId)}/pencabutan`,
  /* verification */
  verification: () => "/verifikasi",
  verifyCode: (code: string) => at("/v", code),
  authority: () => "/pki",
  authorityCertificate: () => "/pki/ca.crt",
  revocationList: () => "/pki/ca.crl",
  /* what machines read of public pages */
  sitemap: () => "/sitemap.xml",
  sitemapPart: (kind: string, from: string) => `${at("/sitemap", kind, from)}.xml`,
  robots: () => "/robots.txt",
  card: (kind: string, key: string) => `${at("/kartu", kind, key)}.png`,
  /* machines */
  apiAgreements: () => "/api/v1/agreements",
  apiAgreement: (code: string) => at("/api/v1/agreements", code),
  apiInitiatives: () => "/api/v1/initiatives",
  apiInitiative: (slug: string) => at("/api/v1/initiatives", slug),
  apiNeeds: () => "/api/v1/needs",
  apiNeed: (slug: string) => at("/api/v1/needs", slug),
  apiOrganisations: () => "/api/v1/organisations",
  apiOrganisation: (slug: string) => at("/api/v1/organisations", slug),
  apiProgrammes: () => "/api/v1/programmes",
  apiProgramme: (slug: string) => at("/api/v1/programmes", slug),
  apiRegions: () => "/api/v1/regions",
  apiRegion: (code: string) => at("/api/v1/regions", code),
  apiDocument: () => "/api/v1/openapi.json",
  openData: () => "/data",
  apiVerify: () => "/api/v1/verify",
  apiProposals: () => "/api/v1/proposals",
  mailbox: () => "/dev/surat",
} as const
