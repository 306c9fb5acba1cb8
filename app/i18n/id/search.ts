/** Indonesian names one and many alike. */
const kinds = {
  agreement: "Kesepakatan",
  initiative: "Inisiatif",
  need: "Kebutuhan",
  programme: "Program belajar",
  organisation: "Mitra",
  region: "Wilayah",
  page: "Halaman",
}

/** The search over everything public. */
export const search = {
  title: "Cari",
  titleOf: "Hasil pencarian: {q}",
  description:
    "Cari di seluruh isi publik Simpul: kesepakatan daerah, inisiatif, kebutuhan, program belajar, mitra, wilayah, dan halaman panduan.",
  lede: "Satu kotak untuk seluruh isi publik: kesepakatan, inisiatif, kebutuhan, program belajar, mitra, wilayah, dan halaman panduan.",
  label: "Kata yang dicari",
  hint: "Misalnya: talenta, sampah pasar, atau nama daerah.",
  submit: "Cari",
  narrow: "Persempit",
  region: "Wilayah",
  anyRegion: "Semua wilayah",
  chosenRegion: "Wilayah pilihan",
  provinces: "Provinsi",
  strand: "Unsur",
  anyStrand: "Semua unsur",
  kinds: "Jenis hasil",
  anyKind: "Semua jenis",
  kind: kinds,
  results: "Hasil pencarian",
  count: "{count|# hasil|# hasil}",
  many: "Lebih dari {most} hasil",
  whole:
    "{whole|# hasil memuat semua kata yang Anda cari dan tampil lebih dulu|# hasil memuat semua kata yang Anda cari dan tampil lebih dulu}; yang lain memuat sebagian.",
  partly: "Tidak ada yang memuat semua kata itu. Hasil di bawah memuat sebagian.",
  broad:
    "Kata ini terlalu umum untuk diurutkan menurut kecocokan, jadi yang terbaru tampil lebih dulu. Tambahkan kata lain, atau pilih jenis, wilayah, atau unsur.",
  meant: "Mungkin maksud Anda:",
  published: "Terbit {date}",
  nothing: "Tidak ada yang cocok",
  nothingBody: "Tidak ada isi publik yang memuat “{q}”.",
  nothingNarrowed: "Tidak ada isi publik yang memuat “{q}” dengan saringan ini.",
  advice: {
    spelling: "Periksa ejaan, atau pakai kata dasarnya: ajar menemukan belajar dan pembelajaran.",
    words: "Pakai lebih sedikit kata, atau kata lain untuk hal yang sama.",
    unpublished: "Yang belum terbit, misalnya rancangan kesepakatan, tidak dapat dicari.",
  },
  withoutFilters: "Cari tanpa saringan",
  tooCommon: "Kata itu terlalu pendek atau hanya kata sambung",
  tooCommonBody: "Tambahkan kata yang menyebut halnya: tempat, bidang, atau nama.",
  browse: "Atau telusuri daftarnya",
  browseLede: "Setiap daftar dapat disaring dan diunduh sebagai data.",
  browseTitle: kinds,
  browseAll: {
    agreement: "Naskah yang ditandatangani daerah, dengan berkas dan tanda tangannya.",
    initiative: "Kerja bersama yang berjalan dan selesai, dengan hasil yang diukur.",
    need: "Yang sedang dibutuhkan daerah dari jejaring.",
    programme: "Daerah belajar dari daerah, kelas demi kelas.",
    organisation: "Organisasi terverifikasi dari kelima unsur.",
    region: "Provinsi, kabupaten, dan kota, beserta kerja samanya.",
    page: "Panduan, penjelasan, dan praktik yang dapat dipelajari.",
  },
  how: "Cara pencarian bekerja",
  howBody:
    "Kata dicari bersama bentuk-bentuknya dan nama lainnya: pembelajaran menemukan belajar, PKS menemukan perjanjian kerja sama. Awal kata sudah cukup. Judul yang cocok didahulukan.",
}
