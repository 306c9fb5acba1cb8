import type { OrganisationDetails } from "#app/domain/organisation/schema.ts"
import type { MembershipRole } from "#db/schema.ts"

/** The people and organisations of the demonstration network; `.example` addresses only, nobody in it is real. */
export type DemoPerson = { readonly email: string; readonly name: string }

export const secretariatPerson: DemoPerson = {
  email: "sekretariat@simpul.example",
  name: "Sekretariat Jejaring (peraga)",
}

/** A second member of the secretariat, so that nobody verifies what he entered himself. */
export const secondSecretariatPerson: DemoPerson = {
  email: "verifikator@simpul.example",
  name: "Verifikator Jejaring (peraga)",
}

export type DemoMember = DemoPerson & { readonly role: MembershipRole }

export type DemoOrganisation = {
  readonly key: string
  readonly details: Omit<OrganisationDetails, "lockVersion">
  /** The first is the one who registers it. */
  readonly members: readonly DemoMember[]
  /** Where its verification stands at the end. */
  readonly outcome: "verified" | "submitted" | "refused" | "draft"
  readonly refusal?: string
}

const contact = (name: string, email: string) => ({
  contactName: name,
  contactEmail: email,
  contactPhone: "021 5550 1234",
})

export const demoOrganisations: readonly DemoOrganisation[] = [
  {
    key: "jabar",
    outcome: "verified",
    details: {
      name: "Pemerintah Daerah Provinsi Jawa Barat",
      strand: "G",
      legalForm: "pemda",
      regionCode: "32",
      description:
        "Pemerintah daerah provinsi dengan 27 kabupaten dan kota. Membagikan praktik manajemen talenta aparatur dan kerja bersama pentahelix kepada daerah lain.",
      address: "Jalan Diponegoro Nomor 22, Kota Bandung",
      website: "https://jabar.example",
      ...contact("Biro Kerja Sama (peraga)", "kerjasama@jabar.example"),
    },
    members: [
      { email: "kerjasama@jabar.example", name: "Biro Kerja Sama Jawa Barat (peraga)", role: "admin" },
      { email: "gubernur@jabar.example", name: "Gubernur Jawa Barat (peraga)", role: "approver" },
      { email: "bkd@jabar.example", name: "Badan Kepegawaian Daerah Jawa Barat (peraga)", role: "drafter" },
      { email: "saberhoaks@jabar.example", name: "Jabar Saber Hoaks (peraga)", role: "member" },
    ],
  },
  {
    key: "magelang",
    outcome: "verified",
    details: {
      name: "Pemerintah Daerah Kota Magelang",
      strand: "G",
      legalForm: "pemda",
      regionCode: "33.71",
      description:
        "Pemerintah kota dengan 3 kecamatan dan 17 kelurahan. Mengirim camat, lurah, dan stafnya belajar dari daerah lain untuk menguatkan pelayanan.",
      address: "Jalan Jenderal Sarwo Edhie Wibowo Nomor 2, Kota Magelang",
      website: "https://magelang.example",
      ...contact("Bagian Kerja Sama (peraga)", "kerjasama@magelang.example"),
    },
    members: [
      { email: "kerjasama@magelang.example", name: "Bagian Kerja Sama Kota Magelang (peraga)", role: "admin" },
      { email: "walikota@magelang.example", name: "Wali Kota Magelang (peraga)", role: "approver" },
      { email: "bkpsdm@magelang.example", name: "BKPSDM Kota Magelang (peraga)", role: "drafter" },
      { email: "camat@magelang.example", name: "Camat Magelang Tengah (peraga)", role: "member" },
      { email: "lurah@magelang.example", name: "Lurah Kemirirejo (peraga)", role: "member" },
    ],
  },
  {
    key: "kabupaten-magelang",
    outcome: "verified",
    details: {
      name: "Pemerintah Daerah Kabupaten Magelang",
      strand: "G",
      legalForm: "pemda",
      regionCode: "33.08",
      description:
        "Pemerintah kabupaten yang mengelilingi Kota Magelang. Menangani urusan lintas batas seperti sampah, angkutan, dan air bersama daerah tetangganya.",
      address: "Jalan Soekarno-Hatta, Kota Mungkid, Kabupaten Magelang",
      website: "https://kabupaten-magelang.example",
      ...contact("Bagian Tata Pemerintahan (peraga)", "kerjasama@kabupaten-magelang.example"),
    },
    members: [
      {
        email: "kerjasama@kabupaten-magelang.example",
        name: "Bagian Tata Pemerintahan Kabupaten Magelang (peraga)",
        role: "admin",
      },
    ],
  },
  {
    key: "kampus",
    outcome: "verified",
    details: {
      name: "Universitas Simpang Peraga",
      strand: "A",
      legalForm: "universitas",
      regionCode: "33.71",
      description:
        "Pusat kajian pemerintahan daerah yang mendampingi pengukuran kompetensi aparatur dan menilai hasil program belajar antardaerah.",
      address: "Jalan Kampus Nomor 1, Kota Magelang",
      website: "https://kampus.example",
      ...contact("Lembaga Penelitian (peraga)", "dosen@kampus.example"),
    },
    members: [{ email: "dosen@kampus.example", name: "Dosen Administrasi Publik (peraga)", role: "admin" }],
  },
  {
    key: "usaha",
    outcome: "verified",
    details: {
      name: "PT Anyaman Nusantara Peraga",
      strand: "B",
      legalForm: "pt",
      regionCode: "32.73",
      description:
        "Perusahaan kerajinan anyaman yang menyediakan tempat magang dan pelatihan usaha bagi perajin di desa-desa sekitar Bandung.",
      address: "Jalan Cihampelas Nomor 100, Kota Bandung",
      website: "",
      ...contact("Direktur (peraga)", "direktur@usaha.example"),
    },
    members: [{ email: "direktur@usaha.example", name: "Direktur PT Anyaman Nusantara (peraga)", role: "admin" }],
  },
  {
    key: "komunitas",
    outcome: "verified",
    details: {
      name: "Komunitas Literasi Kampung Peraga",
      strand: "C",
      legalForm: "komunitas",
      regionCode: "33.71",
      description:
        "Relawan taman baca di kampung-kampung Kota Magelang yang membantu warga memeriksa kabar sebelum membagikannya.",
      address: "Jalan Sriwijaya Nomor 7, Kota Magelang",
      website: "",
      ...contact("Ketua (peraga)", "ketua@komunitas.example"),
    },
    members: [{ email: "ketua@komunitas.example", name: "Ketua Komunitas Literasi (peraga)", role: "admin" }],
  },
  {
    key: "media",
    outcome: "verified",
    details: {
      name: "Warta Simpang Peraga",
      strand: "M",
      legalForm: "perusahaan_pers",
      regionCode: "32.73",
      description:
        "Media lokal yang mengabarkan kerja sama daerah dan hasilnya dalam bahasa yang mudah dipahami warga.",
      address: "Jalan Braga Nomor 12, Kota Bandung",
      website: "https://media.example",
      ...contact("Redaksi (peraga)", "redaksi@media.example"),
    },
    members: [{ email: "redaksi@media.example", name: "Redaksi Warta Simpang (peraga)", role: "admin" }],
  },
  {
    key: "menunggu",
    outcome: "submitted",
    details: {
      name: "Yayasan Aliran Citarum Peraga",
      strand: "C",
      legalForm: "yayasan",
      regionCode: "32.04",
      description: "Yayasan yang mengajak warga bantaran sungai memilah sampah dan menanam pohon di hulu.",
      address: "Jalan Raya Soreang Nomor 5, Kabupaten Bandung",
      website: "",
      ...contact("Pengurus (peraga)", "pengurus@yayasan.example"),
    },
    members: [{ email: "pengurus@yayasan.example", name: "Pengurus Yayasan (peraga)", role: "admin" }],
  },
  {
    key: "ditolak",
    outcome: "refused",
    refusal:
      "Akta pendirian yang dilampirkan tidak memuat nama organisasi ini. Lampirkan akta atau surat keterangan yang sesuai, lalu ajukan kembali.",
    details: {
      name: "CV Kriya Gunung Peraga",
      strand: "B",
      legalForm: "cv",
      regionCode: "33.08",
      description: "Usaha kerajinan batu di lereng gunung yang ingin membuka pelatihan bagi pemuda setempat.",
      address: "Jalan Muntilan Nomor 21, Kabupaten Magelang",
      website: "",
      ...contact("Pemilik (peraga)", "pemilik@kriya.example"),
    },
    members: [{ email: "pemilik@kriya.example", name: "Pemilik CV Kriya Gunung (peraga)", role: "admin" }],
  },
]
