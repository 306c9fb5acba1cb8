/**
 * What the rules of `stem.ts` cannot know: which letter a nasal prefix has swallowed, and which words only look derived.
 * Our own short lists, of words that public papers of regions use. Where a root is missing, the rules' first guess
 * stands; it is the same guess for every form with that prefix.
 */

/** Words that are taken as they are, although they begin or end like derived ones. */
export const whole: ReadonlySet<string> = new Set(
  `perintah pertama perempuan perangkat percaya periksa perkara peristiwa permata pertamina pegawai penting pengaruh pesisir
   pesantren pendek peduli peluang pelabuhan peserta pekan pelat perisai persegi
   makan jalan badan bahan bulan jaman zaman selatan depan bukan dengan ikan hutan tahun teman taman intan wan rekan iman aman
   kapan hewan awan kawan lawan ruman papan pangan kecuali kedua ketua kepala kerja kelola kembali kelas kemah kendali kenal
   sekolah masalah langkah istilah jumlah salah kalah olah pilah celah belah naskah nikah kuliah wilayah daerah sejarah
   laku pelaku perilaku temu bangku pemangku buku suku tamu ilmu baku beku paku
   dinas digital disiplin diskusi distribusi dialog dinamika direktur diploma divisi difabel diklat dirgantara dimensi
   terminal teritorial terampil ternak terang tertib teras terapi
   berita beras bersih berkas berani berlian bermuda bernas
   memori member menteri mental mentor metode media mesin merah mereka metropolitan meteran mekanisme
   sekretariat seluruh semesta sejahtera selesai selenggara seminar seleksi sektor sejak sedia selamat semarang sepeda
   semua setia sebab segera sepakat serikat sertifikat standar sehat selam
   kabupaten komunikasi koperasi organisasi operasi relasi nasi tani budi mandiri hari seni energi industri inovasi
   literasi informasi
   layan simpan tangan tahan`.split(/\s+/),
)

/** Roots whose first letter `p` a writer might expect, but which begin with `m`: memuat, permukiman. */
export const beginWithM: ReadonlySet<string> = new Set(
  "muat milik mulai minta main makan maaf masak masuk makna mukim muda mandat manfaat macu mekar".split(" "),
)

/** Roots that begin with `n` and not with `t`: menilai, penasihat. */
export const beginWithN: ReadonlySet<string> = new Set("nilai nanti nikah nasihat nama nikmat naik naung".split(" "))

/** Roots that begin with `ny` and not with `s`: menyatakan. */
export const beginWithNy: ReadonlySet<string> = new Set("nyata nyanyi nyala nyaman".split(" "))

/** Roots whose `k` goes behind a nasal prefix: mengelola, pengembangan. */
export const beginWithK: ReadonlySet<string> = new Set(
  `kelola kirim kumpul kenal kembang kunjung kurang ketahu kerja kandung kendali koreksi kaji kuasa kebun kelompok kemas
   kepung kepala keluar kenakan kerah kerahkan kecil kampanye konsep kontrol koordinasi kawal kabar kaitkan kait kemudi
   kejar kikis kutip kukuh komunikasi konsumsi kolaborasi kategori kualifikasi kompetensi`.split(/\s+/),
)

/** Roots that begin with `r`, which melts into the `r` of ber- and per-: berencana, perumahan. */
export const beginWithR: ReadonlySet<string> = new Set(
  "rencana rumah rumus rasa rawat ragam rapat rata ramai rugi rendah rekam rantau rintis rekat rangkai ruang".split(
    " ",
  ),
)

/** Roots that end in `k`: their -an is no -kan (masukan, produkan). */
export const endWithK: ReadonlySet<string> = new Set(
  `didik baik bijak gerak masuk tunjuk bentuk produk banyak anak naik balik milik pokok letak cetak tolak rusak dampak duduk
   kontak pajak jejak ajak layak pihak hak kelompok pasok serak ternak tarik petik bidik teknik publik asuk rujuk
   bengkak olak cukup`.split(/\s+/),
)

/** Forms that no rule reaches. */
export const irregular: ReadonlyMap<string, string> = new Map([
  ["belajar", "ajar"],
  ["pelajar", "ajar"],
  ["pelajaran", "ajar"],
  ["mempelajari", "ajar"],
  ["dipelajari", "ajar"],
  ["ketahu", "tahu"],
  ["kerja", "kerja"],
  ["bekerja", "kerja"],
  ["digitalisasi", "digital"],
  ["mendigitalkan", "digital"],
  ["perusahaan", "usaha"],
  ["penyusunan", "susun"],
  ["beserta", "serta"],
  ["peserta", "serta"],
  ["kepesertaan", "serta"],
  ["pemerintah", "perintah"],
  ["pemerintahan", "perintah"],
  ["kementerian", "menteri"],
  ["perikanan", "ikan"],
  ["nelayan", "nelayan"],
  ["didikan", "didik"],
  ["mengisi", "isi"],
  ["diisi", "isi"],
  ["terisi", "isi"],
  ["pariwisata", "wisata"],
  ["wisatawan", "wisata"],
  ["tandatangan", "tanda"],
  ["menandatangani", "tanda"],
  ["ditandatangani", "tanda"],
  ["penandatanganan", "tanda"],
  ["penandatangan", "tanda"],
  ["hoaks", "hoaks"],
  ["kepemudaan", "muda"],
  ["pemuda", "muda"],
])

/** Roots that end in `i`: menilai, meneliti. */
export const endWithI: ReadonlySet<string> = new Set(
  "nilai teliti bagi beri cari jadi tani rinci bumi seni mandiri wakili hadiri diri hari hati janji saksi budi puji uji".split(
    " ",
  ),
)

/** What ends in one of these has no particle or pronoun at its end: bertemu, menyekolah. */
export const ownParticle =
  /(?:temu|laku|olah|salah|langkah|istilah|jumlah|naskah|pangku|bangku|tumbuh|wilayah|nikah|pilah)$/
