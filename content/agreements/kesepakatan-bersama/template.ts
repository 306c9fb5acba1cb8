import type { AgreementTemplate } from "#app/domain/agreement/text/template.ts"

/**
 * Naskah awal Kesepakatan Bersama antara dua daerah. `{{…}}` diisi dari data; yang belum diketahui menjadi garis isian.
 * Kalimatnya disusun sendiri mengikuti urutan komparisi, para pihak, konsideran, isi, dan penutup; biro hukum boleh
 * mengubahnya. Asal setiap bagian dicatat pada `source`.
 */

const usage = "Lazim dalam naskah Kesepakatan Bersama antardaerah; belum dicocokkan dengan naskah Permendagri 22/2020."

export const kesepakatanBersama: AgreementTemplate = {
  kind: "kesepakatan-bersama",
  name: "Kesepakatan Bersama antardaerah",
  source:
    "Kerja sama daerah dengan daerah lain menurut UU 23/2014, PP 28/2018, dan Permendagri 22/2020; susunan bagian dari praktik, belum dicocokkan pasal demi pasal.",

  frame: {
    heading: "KESEPAKATAN BERSAMA",
    between: "ANTARA",
    and: "DAN",
    about: "TENTANG",
    number: "NOMOR",
    article: "PASAL",
    opening:
      "Pada hari ini, {{tanggal}} ({{tanggalAngka}}), bertempat di {{tempat}}, kami yang bertanda tangan di bawah ini:",
    party:
      "{{jabatan}}, berkedudukan di {{alamat}}, dalam hal ini bertindak untuk dan atas nama {{pemerintah}}, selanjutnya disebut **{{sebutan}}**",
    partyWithoutSeat:
      "{{jabatan}}, dalam hal ini bertindak untuk dan atas nama {{pemerintah}}, selanjutnya disebut **{{sebutan}}**",
    partyEnd: ["; dan", "."],
    joint:
      "**PIHAK KESATU** dan **PIHAK KEDUA** secara bersama-sama selanjutnya disebut **PARA PIHAK** dan secara sendiri-sendiri disebut **PIHAK**, terlebih dahulu menerangkan hal-hal sebagai berikut:",
    jointAgreed:
      "**PIHAK KESATU** dan **PIHAK KEDUA** secara bersama-sama selanjutnya disebut **PARA PIHAK** dan secara sendiri-sendiri disebut **PIHAK**, sepakat mengadakan Kesepakatan Bersama tentang {{tentang}} dengan ketentuan sebagai berikut:",
    agreed:
      "Berdasarkan hal-hal tersebut di atas, **PARA PIHAK** sepakat mengadakan Kesepakatan Bersama tentang {{tentang}} dengan ketentuan sebagai berikut:",
  },

  clauses: [
    {
      key: "konsideran",
      title: "KONSIDERAN",
      source:
        "Alasan bekerja sama (efisiensi, efektivitas, saling menguntungkan) mengikuti UU 23/2014 tentang Pemerintahan Daerah; daftar dasar hukum wajib diperiksa biro hukum sebelum ditandatangani.",
      body: `1. bahwa {{pemerintahKesatu}} dan {{pemerintahKedua}} masing-masing menyelenggarakan urusan pemerintahan yang menjadi kewenangannya dan berkepentingan untuk saling mendukung dalam {{objek}};
2. bahwa untuk meningkatkan kesejahteraan masyarakat dan mempercepat pemenuhan pelayanan publik, daerah dapat bekerja sama dengan daerah lain berdasarkan pertimbangan efisiensi dan efektivitas pelayanan publik serta saling menguntungkan; dan
3. bahwa kerja sama tersebut diselenggarakan dengan memperhatikan:
   1. Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah beserta perubahannya;
   2. Peraturan Pemerintah Nomor 28 Tahun 2018 tentang Kerja Sama Daerah; dan
   3. Peraturan Menteri Dalam Negeri Nomor 22 Tahun 2020 tentang Tata Cara Kerja Sama Daerah dengan Daerah Lain dan Kerja Sama Daerah dengan Pihak Ketiga.`,
    },
    {
      key: "maksud-dan-tujuan",
      title: "MAKSUD DAN TUJUAN",
      source: usage,
      body: `1. Maksud Kesepakatan Bersama ini adalah menjadi landasan bagi **PARA PIHAK** untuk bekerja sama dalam {{objek}} sesuai dengan kewenangan masing-masing.
2. Tujuan Kesepakatan Bersama ini adalah:
   {{tujuan}}`,
    },
    {
      key: "objek",
      title: "OBJEK",
      source: `Objek kerja sama antardaerah adalah urusan pemerintahan yang menjadi kewenangan daerah (Permendagri 22/2020). ${usage}`,
      body: "Objek Kesepakatan Bersama ini adalah {{objek}}.",
    },
    {
      key: "ruang-lingkup",
      title: "RUANG LINGKUP",
      source: usage,
      body: `Ruang lingkup Kesepakatan Bersama ini meliputi:

{{ruangLingkup}}`,
    },
    {
      key: "pelaksanaan",
      title: "PELAKSANAAN",
      source:
        "Kesepakatan Bersama bersifat umum dan ditindaklanjuti Perjanjian Kerja Sama yang memuat hak dan kewajiban; penanda tangan PKS menurut PP 28/2018 (dibaca melalui sumber kedua).",
      body: `1. Kesepakatan Bersama ini ditindaklanjuti dengan Perjanjian Kerja Sama yang memuat hak dan kewajiban **PARA PIHAK** serta merupakan bagian yang tidak terpisahkan dari Kesepakatan Bersama ini.
2. Perjanjian Kerja Sama sebagaimana dimaksud pada ayat (1) ditandatangani oleh kepala daerah atau pejabat perangkat daerah yang memperoleh kuasa dari kepala daerah.
3. Untuk melaksanakan Kesepakatan Bersama ini, **PIHAK KESATU** menugaskan {{pelaksanaKesatu}} dan **PIHAK KEDUA** menugaskan {{pelaksanaKedua}}.
4. **PARA PIHAK** memantau dan mengevaluasi pelaksanaan Kesepakatan Bersama ini secara berkala serta melaporkan hasilnya kepada kepala daerah masing-masing.`,
    },
    {
      key: "jangka-waktu",
      title: "JANGKA WAKTU",
      source:
        "Jangka waktu paling lama 5 tahun dan dapat diperpanjang: praktik Pemerintah Kota Yogyakarta, sebagai aturan nasional belum dipastikan. Tidak berakhir karena pergantian kepala daerah: belum dicocokkan dengan naskah peraturan.",
      body: `1. Kesepakatan Bersama ini berlaku untuk jangka waktu {{jangkaWaktu}} terhitung sejak tanggal Kesepakatan Bersama ini.
2. Kesepakatan Bersama ini dapat diperpanjang atas kesepakatan **PARA PIHAK**. **PIHAK** yang menghendaki perpanjangan menyampaikannya secara tertulis paling lambat {{pemberitahuan}} sebelum jangka waktu berakhir.
3. Kesepakatan Bersama ini dapat diakhiri sebelum jangka waktu berakhir atas kesepakatan tertulis **PARA PIHAK**.
4. Pergantian kepala daerah pada salah satu **PIHAK** atau **PARA PIHAK** tidak mengakhiri Kesepakatan Bersama ini.`,
    },
    {
      key: "surat-menyurat",
      title: "SURAT-MENYURAT",
      source: usage,
      body: `1. Setiap pemberitahuan dan surat-menyurat mengenai Kesepakatan Bersama ini disampaikan secara tertulis, langsung, melalui jasa pengiriman, atau melalui pos elektronik kepada:
   1. **PIHAK KESATU**
      {{unitKesatu}}
      Alamat: {{alamatKesatu}}
      Telepon: {{teleponKesatu}}
      Pos elektronik: {{surelKesatu}}
   2. **PIHAK KEDUA**
      {{unitKedua}}
      Alamat: {{alamatKedua}}
      Telepon: {{teleponKedua}}
      Pos elektronik: {{surelKedua}}
2. **PIHAK** yang mengubah alamat sebagaimana dimaksud pada ayat (1) memberitahukannya secara tertulis kepada **PIHAK** lainnya. Sebelum pemberitahuan diterima, alamat yang lama tetap berlaku.`,
    },
    {
      key: "lain-lain",
      title: "LAIN-LAIN",
      source:
        "Adendum dengan persetujuan tertulis semua pihak dan penyelesaian perselisihan: belum dicocokkan dengan naskah peraturan. Pembiayaan mengikuti anggaran masing-masing menurut praktik.",
      body: `1. Hal yang belum diatur dan perubahan atas Kesepakatan Bersama ini dituangkan dalam adendum yang disepakati secara tertulis oleh **PARA PIHAK** dan merupakan bagian yang tidak terpisahkan dari Kesepakatan Bersama ini.
2. Biaya yang timbul dari pelaksanaan Kesepakatan Bersama ini dibebankan pada anggaran masing-masing **PIHAK** dan/atau sumber lain yang sah dan tidak mengikat sesuai dengan ketentuan peraturan perundang-undangan.
3. Perbedaan pendapat dalam pelaksanaan Kesepakatan Bersama ini diselesaikan secara musyawarah untuk mencapai mufakat. Apabila mufakat tidak tercapai, penyelesaiannya mengikuti ketentuan peraturan perundang-undangan mengenai kerja sama daerah.`,
    },
    {
      key: "penutup",
      title: "PENUTUP",
      source:
        "Rangkap naskah dan meterai pada naskah kertas tidak berlaku sama bagi naskah elektronik; kalimat ini disusun untuk penandatanganan elektronik dan wajib diperiksa biro hukum.",
      body: `1. Kesepakatan Bersama ini dibuat dalam bentuk dokumen elektronik dan ditandatangani secara elektronik oleh **PARA PIHAK**. Waktu setiap penandatanganan tercatat di dalam dokumen elektronik tersebut.
2. Masing-masing **PIHAK** menyimpan dokumen elektronik yang sama isinya.

Demikian Kesepakatan Bersama ini dibuat dan disepakati dengan iktikad baik oleh **PARA PIHAK** pada hari, tanggal, dan tempat sebagaimana disebut pada bagian awal Kesepakatan Bersama ini.`,
    },
  ],
}

/** Slot yang dikenal naskah ini. Yang tidak diisi menjadi garis isian. */
export type KesepakatanBersamaSlots = {
  /** "Pemerintah Daerah Provinsi Jawa Barat" */
  readonly pemerintahKesatu?: string
  readonly pemerintahKedua?: string
  /** Melanjutkan kalimat, tanpa titik: "pengembangan karakter dan kapasitas aparatur sipil negara di Kota Magelang" */
  readonly objek?: string
  readonly tujuan?: readonly string[]
  readonly ruangLingkup?: readonly string[]
  readonly pelaksanaKesatu?: string
  readonly pelaksanaKedua?: string
  /** "5 (lima) tahun" */
  readonly jangkaWaktu?: string
  /** "3 (tiga) bulan" */
  readonly pemberitahuan?: string
  readonly unitKesatu?: string
  readonly unitKedua?: string
  readonly alamatKesatu?: string
  readonly alamatKedua?: string
  readonly teleponKesatu?: string
  readonly teleponKedua?: string
  readonly surelKesatu?: string
  readonly surelKedua?: string
}
