import type { AgreementText, Clause } from "#app/domain/agreement/text/clause.ts"

/**
 * Naskah peraga yang masih dirundingkan: Kota Magelang dan Kabupaten Magelang, dua daerah yang berbatasan, tentang
 * pengelolaan sampah di wilayah perbatasan. Rekaan untuk peraga; tidak menggambarkan kesepakatan yang nyata.
 */

export type BorderVersion = {
  readonly by: "kota-magelang" | "kabupaten-magelang"
  /** Catatan kepada pihak lain. */
  readonly note: string
  readonly text: AgreementText
}

export const title = "Pengelolaan Sampah di Wilayah Perbatasan Kota Magelang dan Kabupaten Magelang"

const considerations: Clause = {
  key: "konsideran",
  title: "KONSIDERAN",
  body: `1. bahwa timbulan sampah di wilayah perbatasan tidak mengenal batas administrasi dan membebani lingkungan serta warga di kedua daerah;
2. bahwa pengelolaan yang direncanakan bersama lebih efisien dan lebih efektif daripada upaya masing-masing daerah; dan
3. bahwa kerja sama tersebut diselenggarakan dengan memperhatikan:
   1. Undang-Undang Nomor 18 Tahun 2008 tentang Pengelolaan Sampah;
   2. Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah beserta perubahannya;
   3. Peraturan Pemerintah Nomor 28 Tahun 2018 tentang Kerja Sama Daerah; dan
   4. Peraturan Menteri Dalam Negeri Nomor 22 Tahun 2020 tentang Tata Cara Kerja Sama Daerah dengan Daerah Lain dan Kerja Sama Daerah dengan Pihak Ketiga.`,
}

const purpose: Clause = {
  key: "maksud-dan-tujuan",
  title: "MAKSUD DAN TUJUAN",
  body: `1. Maksud Kesepakatan Bersama ini adalah menjadi landasan bagi **PARA PIHAK** untuk mengelola sampah di wilayah perbatasan secara terpadu.
2. Tujuan Kesepakatan Bersama ini adalah mengurangi sampah yang dibuang ke tempat pemrosesan akhir, mencegah pembuangan liar di wilayah perbatasan, dan menjaga kesehatan warga di kedua daerah.`,
}

const object: Clause = {
  key: "objek",
  title: "OBJEK",
  body: "Objek Kesepakatan Bersama ini adalah pengelolaan sampah rumah tangga dan sampah sejenis sampah rumah tangga di kelurahan dan desa yang berada di wilayah perbatasan **PARA PIHAK**.",
}

const scopeDraft: Clause = {
  key: "ruang-lingkup",
  title: "RUANG LINGKUP",
  body: `Ruang lingkup Kesepakatan Bersama ini meliputi:

1. pengurangan dan pemilahan sampah dari sumbernya;
2. pengangkutan sampah di wilayah perbatasan; dan
3. penertiban pembuangan sampah liar.`,
}

const scope: Clause = {
  ...scopeDraft,
  body: `Ruang lingkup Kesepakatan Bersama ini meliputi:

1. pengurangan dan pemilahan sampah dari sumbernya;
2. pengangkutan sampah di wilayah perbatasan menurut jadwal bersama;
3. pembinaan bank sampah dan komunitas warga;
4. pencegahan dan penertiban pembuangan sampah liar; dan
5. pertukaran data timbulan sampah.`,
}

const implementation: Clause = {
  key: "pelaksanaan",
  title: "PELAKSANAAN",
  body: `1. Kesepakatan Bersama ini ditindaklanjuti dengan Perjanjian Kerja Sama yang memuat hak dan kewajiban **PARA PIHAK**.
2. Untuk melaksanakan Kesepakatan Bersama ini, **PARA PIHAK** menugaskan perangkat daerah masing-masing yang membidangi lingkungan hidup.
3. **PARA PIHAK** memantau dan mengevaluasi pelaksanaan Kesepakatan Bersama ini secara berkala serta melaporkan hasilnya kepada kepala daerah masing-masing.`,
}

const funding: Clause = {
  key: "pembiayaan",
  title: "PEMBIAYAAN",
  body: `1. Biaya pengelolaan sampah ditanggung masing-masing **PIHAK** menurut wilayahnya.
2. Biaya kegiatan bersama dibagi menurut kesepakatan yang dituangkan dalam Perjanjian Kerja Sama, dengan memperhatikan jumlah timbulan sampah dan kemampuan keuangan daerah.`,
}

const termDraft: Clause = {
  key: "jangka-waktu",
  title: "JANGKA WAKTU",
  body: `1. Kesepakatan Bersama ini berlaku untuk jangka waktu 2 (dua) tahun terhitung sejak tanggal penandatanganan elektronik oleh **PIHAK** yang terakhir.
2. Kesepakatan Bersama ini dapat diperpanjang atau diakhiri sebelum waktunya atas kesepakatan tertulis **PARA PIHAK**.`,
}

const term: Clause = { ...termDraft, body: termDraft.body.replace("2 (dua) tahun", "3 (tiga) tahun") }

const letters: Clause = {
  key: "surat-menyurat",
  title: "SURAT-MENYURAT",
  body: `Setiap pemberitahuan dan surat-menyurat mengenai Kesepakatan Bersama ini disampaikan secara tertulis kepada:

1. **PIHAK KESATU**
   Bagian yang membidangi kerja sama daerah, Sekretariat Daerah Kota Magelang
   Pos elektronik: kerjasama@magelang.example
2. **PIHAK KEDUA**
   Bagian yang membidangi kerja sama daerah, Sekretariat Daerah Kabupaten Magelang
   Pos elektronik: kerjasama@kabmagelang.example`,
}

const other: Clause = {
  key: "lain-lain",
  title: "LAIN-LAIN",
  body: `1. Hal yang belum diatur dan perubahan atas Kesepakatan Bersama ini dituangkan dalam adendum yang disepakati secara tertulis oleh **PARA PIHAK** dan merupakan bagian yang tidak terpisahkan dari Kesepakatan Bersama ini.
2. Perbedaan pendapat diselesaikan secara musyawarah untuk mencapai mufakat. Apabila mufakat tidak tercapai, penyelesaiannya mengikuti ketentuan peraturan perundang-undangan mengenai kerja sama daerah.`,
}

const closing: Clause = {
  key: "penutup",
  title: "PENUTUP",
  body: "Demikian Kesepakatan Bersama ini dibuat dalam bentuk dokumen elektronik dan disepakati dengan iktikad baik oleh **PARA PIHAK** pada hari, tanggal, dan tempat sebagaimana disebut pada bagian awal Kesepakatan Bersama ini.",
}

export const versions: readonly BorderVersion[] = [
  {
    by: "kota-magelang",
    note: "Rancangan awal untuk dibahas. Kami batasi dulu pada pemilahan, pengangkutan, dan penertiban di wilayah perbatasan.",
    text: {
      clauses: [considerations, purpose, object, scopeDraft, implementation, termDraft, letters, other, closing],
    },
  },
  {
    by: "kabupaten-magelang",
    note: "Kami mengusulkan pembinaan bank sampah dan pertukaran data masuk ruang lingkup, pasal Pembiayaan yang terpisah, serta jangka waktu 3 tahun. Mohon tanggapan mengenai pembagian biaya.",
    text: {
      clauses: [considerations, purpose, object, scope, implementation, funding, term, letters, other, closing],
    },
  },
]
