import type { AgreementText, Clause } from "#app/domain/agreement/text/clause.ts"

/**
 * Naskah peraga: Kesepakatan Bersama Pemerintah Daerah Provinsi Jawa Barat dan Pemerintah Daerah Kota Magelang,
 * 8 Desember 2021. Peristiwanya nyata dan tercatat di berita; kalimat naskah ini disusun sendiri untuk peraga dan bukan
 * naskah yang ditandatangani waktu itu. Alamat pos elektronik memakai ranah .example.
 */

export type NegotiatedVersion = {
  readonly by: "jabar" | "magelang"
  /** Catatan kepada pihak lain. */
  readonly note: string
  readonly text: AgreementText
}

export const title =
  "Pengembangan Karakter dan Kapasitas Aparatur Sipil Negara dalam Mewujudkan Pemerintahan yang Dinamis dan Kolaboratif"

export const place = "Taman Hutan Raya Ir. H. Djuanda, Bandung"
export const date = "2021-12-08"

const considerations: Clause = {
  key: "konsideran",
  title: "KONSIDERAN",
  body: `1. bahwa aparatur sipil negara yang berkarakter, cakap, dan terbuka untuk bekerja bersama merupakan syarat bagi pelayanan publik yang cepat, jujur, dan dekat dengan masyarakat;
2. bahwa tantangan daerah tidak lagi dapat dijawab oleh birokrasi yang bekerja sendiri, melainkan oleh pemerintahan yang dinamis dan kolaboratif bersama akademisi, dunia usaha, komunitas, dan media;
3. bahwa **PIHAK KESATU** telah menyelenggarakan manajemen talenta yang mengukur potensi dan kinerja pegawai sebagai dasar pengembangan karier, dan **PIHAK KEDUA** berkehendak mempelajari serta menyesuaikannya dengan kebutuhan Kota Magelang; dan
4. bahwa kerja sama antardaerah tersebut diselenggarakan dengan memperhatikan:
   1. Undang-Undang Nomor 5 Tahun 2014 tentang Aparatur Sipil Negara;
   2. Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah beserta perubahannya;
   3. Peraturan Pemerintah Nomor 11 Tahun 2017 tentang Manajemen Pegawai Negeri Sipil beserta perubahannya;
   4. Peraturan Pemerintah Nomor 28 Tahun 2018 tentang Kerja Sama Daerah;
   5. Peraturan Menteri Dalam Negeri Nomor 22 Tahun 2020 tentang Tata Cara Kerja Sama Daerah dengan Daerah Lain dan Kerja Sama Daerah dengan Pihak Ketiga; dan
   6. Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 3 Tahun 2020 tentang Manajemen Talenta Aparatur Sipil Negara.`,
}

const purpose: Clause = {
  key: "maksud-dan-tujuan",
  title: "MAKSUD DAN TUJUAN",
  body: `1. Maksud Kesepakatan Bersama ini adalah menjadi landasan bagi **PARA PIHAK** untuk bekerja sama mengembangkan karakter dan kapasitas aparatur sipil negara sesuai dengan kewenangan masing-masing.
2. Tujuan Kesepakatan Bersama ini adalah:
   1. menumbuhkan karakter aparatur yang melayani, berintegritas, dan mampu bekerja sama lintas batas organisasi;
   2. meningkatkan kapasitas aparatur Kota Magelang melalui pembelajaran langsung pada perangkat daerah **PIHAK KESATU**;
   3. mendorong penerapan manajemen talenta yang mengukur potensi dan kinerja secara objektif; dan
   4. memperluas praktik pemerintahan yang dinamis dan kolaboratif pada kedua daerah.`,
}

const object: Clause = {
  key: "objek",
  title: "OBJEK",
  body: "Objek Kesepakatan Bersama ini adalah pengembangan karakter dan kapasitas aparatur sipil negara di lingkungan Pemerintah Daerah Kota Magelang, termasuk pertukaran pengetahuan dengan aparatur di lingkungan Pemerintah Daerah Provinsi Jawa Barat.",
}

const scopeDraft: Clause = {
  key: "ruang-lingkup",
  title: "RUANG LINGKUP",
  body: `Ruang lingkup Kesepakatan Bersama ini meliputi:

1. pengembangan karakter dan budaya kerja aparatur;
2. pengembangan kompetensi manajerial, teknis, dan sosial kultural;
3. penerapan manajemen talenta; dan
4. pertukaran pengetahuan mengenai tata kelola kolaboratif.`,
}

const scope: Clause = {
  ...scopeDraft,
  body: `Ruang lingkup Kesepakatan Bersama ini meliputi:

1. pengembangan karakter dan budaya kerja aparatur;
2. pengembangan kompetensi manajerial, teknis, dan sosial kultural;
3. penerapan manajemen talenta;
4. penguatan kapasitas camat, lurah, serta aparatur kecamatan dan kelurahan;
5. penanganan informasi yang keliru dan peningkatan literasi digital masyarakat; dan
6. pertukaran pengetahuan mengenai tata kelola kolaboratif.`,
}

const formsDraft: Clause = {
  key: "bentuk-pembelajaran",
  title: "BENTUK PEMBELAJARAN",
  body: `1. Pengembangan karakter dan kapasitas sebagaimana dimaksud dalam ruang lingkup diselenggarakan melalui:
   1. patok banding pada perangkat daerah **PIHAK KESATU**;
   2. magang di tempat kerja;
   3. lokakarya, seminar, dan bimbingan teknis; dan
   4. pendampingan oleh pejabat atau praktisi yang berpengalaman.
2. Pembelajaran dilaksanakan secara tatap muka, jarak jauh, atau perpaduan keduanya.
3. Peserta yang menyelesaikan pembelajaran memperoleh sertifikat yang memuat materi dan jumlah jam pelajaran yang ditempuh.`,
}

const forms: Clause = {
  ...formsDraft,
  body: `1. Pengembangan karakter dan kapasitas sebagaimana dimaksud dalam ruang lingkup diselenggarakan melalui:
   1. patok banding pada perangkat daerah **PIHAK KESATU**;
   2. magang di tempat kerja;
   3. lokakarya, seminar, dan bimbingan teknis; dan
   4. pendampingan oleh pejabat atau praktisi yang berpengalaman.
2. Pembelajaran dilaksanakan secara tatap muka, jarak jauh, atau perpaduan keduanya.
3. Peserta yang menyelesaikan pembelajaran memperoleh sertifikat yang memuat materi dan jumlah jam pelajaran yang ditempuh.
4. Setiap peserta menyusun rencana aksi perubahan yang dapat diterapkan pada unit kerjanya, dan melaporkan pelaksanaannya paling lambat 6 (enam) bulan setelah pembelajaran selesai.`,
}

const participants: Clause = {
  key: "peserta",
  title: "PESERTA",
  body: `1. Peserta pembelajaran adalah aparatur sipil negara yang ditugaskan oleh **PIHAK KEDUA**, dengan mendahulukan camat, lurah, serta aparatur kecamatan dan kelurahan.
2. Penetapan peserta memperhatikan:
   1. kesesuaian materi dengan tugas jabatan;
   2. hasil pengukuran potensi dan kinerja; dan
   3. keterwakilan perempuan dan pemerataan antarwilayah kecamatan.
3. **PIHAK KESATU** dapat mengikutsertakan aparatur di lingkungannya sebagai peserta pendamping.`,
}

const participantsAgreed: Clause = {
  ...participants,
  body: `1. Peserta pembelajaran adalah aparatur sipil negara yang ditugaskan oleh **PIHAK KEDUA**, dengan mendahulukan camat, lurah, serta aparatur kecamatan dan kelurahan.
2. Penetapan peserta memperhatikan:
   1. kesesuaian materi dengan tugas jabatan;
   2. hasil pengukuran potensi dan kinerja; dan
   3. keterwakilan perempuan dan pemerataan antarwilayah kecamatan.
3. Jumlah peserta setiap angkatan ditetapkan bersama oleh **PARA PIHAK** dengan memperhatikan daya tampung perangkat daerah tempat belajar.
4. **PIHAK KESATU** dapat mengikutsertakan aparatur di lingkungannya sebagai peserta pendamping.`,
}

const roles: Clause = {
  key: "peran-para-pihak",
  title: "PERAN PARA PIHAK",
  body: `1. **PIHAK KESATU** berperan:
   1. menyiapkan tempat belajar, materi, dan narasumber dari lingkungannya;
   2. berbagi pengetahuan mengenai pengukuran potensi dan kinerja serta pemanfaatan hasilnya; dan
   3. memberikan umpan balik atas hasil belajar peserta.
2. **PIHAK KEDUA** berperan:
   1. menugaskan peserta dan memastikan kehadirannya;
   2. menyiapkan data dan bahan yang diperlukan untuk pembelajaran; dan
   3. menerapkan hasil pembelajaran pada unit kerja peserta.
3. Hak dan kewajiban **PARA PIHAK** diatur lebih lanjut dalam Perjanjian Kerja Sama.`,
}

const collaboration: Clause = {
  key: "kolaborasi",
  title: "KOLABORASI PENTAHELIX",
  body: `1. **PARA PIHAK** dapat melibatkan akademisi, dunia usaha, komunitas, dan media sebagai narasumber, mitra belajar, atau pendukung kegiatan.
2. Pelibatan sebagaimana dimaksud pada ayat (1) dilakukan secara terbuka, tidak menimbulkan benturan kepentingan, dan tidak mengalihkan kewenangan **PARA PIHAK** kepada mitra.`,
}

const implementation: Clause = {
  key: "pelaksanaan",
  title: "PELAKSANAAN",
  body: `1. Kesepakatan Bersama ini ditindaklanjuti dengan Perjanjian Kerja Sama yang memuat hak dan kewajiban **PARA PIHAK**.
2. Perjanjian Kerja Sama sebagaimana dimaksud pada ayat (1) ditandatangani oleh kepala daerah atau pejabat perangkat daerah yang memperoleh kuasa dari kepala daerah.
3. Untuk melaksanakan Kesepakatan Bersama ini, **PIHAK KESATU** menugaskan perangkat daerah yang membidangi kepegawaian, dan **PIHAK KEDUA** menugaskan perangkat daerah yang membidangi kepegawaian dan pengembangan sumber daya manusia.`,
}

const privacy: Clause = {
  key: "data-pribadi",
  title: "PELINDUNGAN DATA PRIBADI DAN KERAHASIAAN",
  body: `1. **PARA PIHAK** menjaga kerahasiaan data pribadi peserta, termasuk hasil pengukuran potensi dan kinerja.
2. Data pribadi peserta dipergunakan semata-mata untuk keperluan pembelajaran dan tidak diberikan kepada pihak lain tanpa persetujuan tertulis.`,
}

const privacyAgreed: Clause = {
  ...privacy,
  body: `1. **PARA PIHAK** menjaga kerahasiaan data pribadi peserta, termasuk hasil pengukuran potensi dan kinerja, sesuai dengan ketentuan peraturan perundang-undangan.
2. Data pribadi peserta dipergunakan semata-mata untuk keperluan pembelajaran, hanya dibuka kepada petugas yang ditunjuk, dan tidak diberikan kepada pihak lain tanpa dasar hukum yang sah.
3. Kewajiban sebagaimana dimaksud pada ayat (1) dan ayat (2) tetap berlaku setelah Kesepakatan Bersama ini berakhir.`,
}

const funding: Clause = {
  key: "pembiayaan",
  title: "PEMBIAYAAN",
  body: "Biaya yang timbul dari pelaksanaan Kesepakatan Bersama ini dibebankan pada anggaran pendapatan dan belanja daerah masing-masing **PIHAK** dan/atau sumber lain yang sah dan tidak mengikat, sesuai dengan ketentuan peraturan perundang-undangan.",
}

const evaluationDraft: Clause = {
  key: "pemantauan-dan-evaluasi",
  title: "PEMANTAUAN, EVALUASI, DAN PELAPORAN",
  body: `1. **PARA PIHAK** memantau dan mengevaluasi pelaksanaan Kesepakatan Bersama ini paling sedikit 1 (satu) kali dalam 1 (satu) tahun.
2. Hasil evaluasi dilaporkan kepada kepala daerah masing-masing dan menjadi bahan perbaikan kegiatan berikutnya.`,
}

const evaluation: Clause = {
  ...evaluationDraft,
  body: `1. **PARA PIHAK** memantau dan mengevaluasi pelaksanaan Kesepakatan Bersama ini paling sedikit 2 (dua) kali dalam 1 (satu) tahun.
2. Evaluasi sebagaimana dimaksud pada ayat (1) menilai paling sedikit ketercapaian tujuan, penerapan rencana aksi peserta, dan manfaatnya bagi masyarakat.
3. Hasil evaluasi dilaporkan kepada kepala daerah masing-masing dan menjadi bahan perbaikan kegiatan berikutnya.`,
}

const termDraft: Clause = {
  key: "jangka-waktu",
  title: "JANGKA WAKTU",
  body: `1. Kesepakatan Bersama ini berlaku untuk jangka waktu 3 (tiga) tahun terhitung sejak tanggal penandatanganan elektronik oleh **PIHAK** yang terakhir.
2. Kesepakatan Bersama ini dapat diperpanjang atas kesepakatan **PARA PIHAK**. **PIHAK** yang menghendaki perpanjangan menyampaikannya secara tertulis paling lambat 3 (tiga) bulan sebelum jangka waktu berakhir.
3. Kesepakatan Bersama ini dapat diakhiri sebelum jangka waktu berakhir atas kesepakatan tertulis **PARA PIHAK**.
4. Pergantian kepala daerah pada salah satu **PIHAK** atau **PARA PIHAK** tidak mengakhiri Kesepakatan Bersama ini.`,
}

const term: Clause = { ...termDraft, body: termDraft.body.replace("3 (tiga) tahun", "5 (lima) tahun") }

const letters: Clause = {
  key: "surat-menyurat",
  title: "SURAT-MENYURAT",
  body: `1. Setiap pemberitahuan dan surat-menyurat mengenai Kesepakatan Bersama ini disampaikan secara tertulis, langsung, melalui jasa pengiriman, atau melalui pos elektronik kepada:
   1. **PIHAK KESATU**
      Biro yang membidangi kerja sama daerah, Sekretariat Daerah Provinsi Jawa Barat
      Alamat: Jalan Diponegoro Nomor 22, Bandung
      Pos elektronik: kerjasama@jabar.example
   2. **PIHAK KEDUA**
      Bagian yang membidangi kerja sama daerah, Sekretariat Daerah Kota Magelang
      Alamat: Jalan Jenderal Sarwo Edhie Wibowo Nomor 2, Magelang
      Pos elektronik: kerjasama@magelang.example
2. **PIHAK** yang mengubah alamat sebagaimana dimaksud pada ayat (1) memberitahukannya secara tertulis kepada **PIHAK** lainnya. Sebelum pemberitahuan diterima, alamat yang lama tetap berlaku.`,
}

const other: Clause = {
  key: "lain-lain",
  title: "LAIN-LAIN",
  body: `1. Hal yang belum diatur dan perubahan atas Kesepakatan Bersama ini dituangkan dalam adendum yang disepakati secara tertulis oleh **PARA PIHAK** dan merupakan bagian yang tidak terpisahkan dari Kesepakatan Bersama ini.
2. Perbedaan pendapat dalam pelaksanaan Kesepakatan Bersama ini diselesaikan secara musyawarah untuk mencapai mufakat. Apabila mufakat tidak tercapai, penyelesaiannya mengikuti ketentuan peraturan perundang-undangan mengenai kerja sama daerah.
3. Materi pembelajaran yang dihasilkan bersama dapat dipergunakan oleh **PARA PIHAK** dengan menyebutkan sumbernya.`,
}

const closing: Clause = {
  key: "penutup",
  title: "PENUTUP",
  body: `1. Kesepakatan Bersama ini dibuat dalam bentuk dokumen elektronik dan ditandatangani secara elektronik oleh **PARA PIHAK**. Waktu setiap penandatanganan tercatat di dalam dokumen elektronik tersebut.
2. Masing-masing **PIHAK** menyimpan dokumen elektronik yang sama isinya.

Demikian Kesepakatan Bersama ini dibuat dan disepakati dengan iktikad baik oleh **PARA PIHAK** pada hari, tanggal, dan tempat sebagaimana disebut pada bagian awal Kesepakatan Bersama ini.`,
}

export const versions: readonly NegotiatedVersion[] = [
  {
    by: "jabar",
    note: "Rancangan pertama dari kami. Mohon dicermati ruang lingkup dan jangka waktunya; 3 tahun kami usulkan agar sejalan dengan rencana kerja yang ada.",
    text: {
      clauses: [
        considerations,
        purpose,
        object,
        scopeDraft,
        formsDraft,
        roles,
        collaboration,
        implementation,
        funding,
        evaluationDraft,
        termDraft,
        letters,
        other,
        closing,
      ],
    },
  },
  {
    by: "magelang",
    note: "Terima kasih. Kami menambahkan pasal Peserta agar camat dan lurah didahulukan, pasal pelindungan data pribadi karena hasil pengukuran bersifat pribadi, rencana aksi bagi setiap peserta, serta dua butir ruang lingkup. Evaluasi kami usulkan dua kali setahun dan jangka waktu 5 tahun.",
    text: {
      clauses: [
        considerations,
        purpose,
        object,
        scope,
        forms,
        participants,
        roles,
        collaboration,
        implementation,
        privacy,
        funding,
        evaluation,
        term,
        letters,
        other,
        closing,
      ],
    },
  },
  {
    by: "jabar",
    note: "Kami setuju dengan seluruh usul. Dua penajaman: jumlah peserta tiap angkatan ditetapkan bersama menurut daya tampung, dan kewajiban menjaga data tetap berlaku setelah kesepakatan berakhir. Pasal Pelaksanaan kami letakkan sebelum pasal Peran agar mengikuti urutan baku. Bila sepakat, mohon versi ini disetujui.",
    text: {
      clauses: [
        considerations,
        purpose,
        object,
        scope,
        forms,
        participantsAgreed,
        implementation,
        roles,
        collaboration,
        privacyAgreed,
        funding,
        evaluation,
        term,
        letters,
        other,
        closing,
      ],
    },
  },
]
