import type { SearchKind } from "#app/domain/search/kinds.ts"

/**
 * What somebody types, and what he means by it: a topic, a region (a province means what lies in it), a kind; or, where
 * he asks for something narrower than a topic, the papers that are about it, chosen by reading the fixture's titles.
 * What an entry is worth follows from these labels and its own, in `grade`. No judgment was taken from an engine's answer.
 */
export type Judged = {
  readonly q: string
  readonly topic?: string
  readonly region?: string
  readonly kind?: SearchKind
  /** Titles of the papers that are meant; the rest of the topic is of some use. */
  readonly meant?: readonly string[]
}

export type Labels = {
  readonly kind: SearchKind
  readonly topic: string | null
  readonly region: string
  readonly title: string
}

/** Whether a region is the one that is asked for, or lies in the province that is. */
const inRegion = (asked: string, region: string): boolean =>
  region === asked || (asked.length === 2 && region.startsWith(`${asked}.`))

/**
 * 3: what was meant (where papers are named, these). 2: of the topic and the place, but another kind; or about the region and not the region itself.
 * 1: of the topic, elsewhere; or of a neighbouring topic. 0: anything else.
 */
export function grade(asked: Judged, entry: Labels, near: readonly string[]): 0 | 1 | 2 | 3 {
  const kind = asked.kind === undefined || asked.kind === entry.kind
  const place = asked.region === undefined || inRegion(asked.region, entry.region)
  if (asked.meant)
    return asked.meant.includes(entry.title) ? 3 : entry.topic !== null && entry.topic === asked.topic ? 1 : 0
  if (asked.topic === undefined) {
    if (!place) return 0
    if (asked.kind !== undefined) return kind ? 3 : 0
    if (asked.region !== undefined) return entry.kind === "region" ? 3 : 2
    return 0
  }
  if (entry.topic === asked.topic) {
    if (!place) return 1
    return kind ? 3 : 2
  }
  return entry.topic !== null && near.includes(entry.topic) && place && kind ? 1 : 0
}

export const judged: readonly Judged[] = [
  { q: "sampah", topic: "waste" },
  { q: "pengelolaan sampah", topic: "waste" },
  { q: "bank sampah", topic: "waste", meant: ["Bank sampah di setiap kelurahan", "Belajar mengelola bank sampah"] },
  { q: "mengolah sampah", topic: "waste" },
  {
    q: "pemilahan sampah rumah tangga",
    topic: "waste",
    meant: ["Memilah sampah dari dapur", "Pendampingan pengelolaan sampah rumah tangga"],
  },
  { q: "waste", topic: "waste" },
  { q: "limbah", topic: "waste" },
  { q: "manajemen talenta", topic: "talent" },
  { q: "talenta ASN", topic: "talent" },
  { q: "pegawai negeri", topic: "talent" },
  { q: "aparatur sipil negara", topic: "talent" },
  { q: "talent", topic: "talent" },
  { q: "pengembangan karier pegawai", topic: "talent", meant: ["Metode pengembangan karier aparatur"] },
  { q: "aparatur", topic: "talent" },
  { q: "kompetensi aparatur", topic: "talent", meant: ["Penilai kompetensi pegawai"] },
  { q: "hoaks", topic: "hoax" },
  { q: "hoax", topic: "hoax" },
  { q: "kabar bohong", topic: "hoax" },
  { q: "memeriksa kabar", topic: "hoax", meant: ["Warga memeriksa kabar sebelum berbagi"] },
  {
    q: "literasi digital",
    topic: "hoax",
    meant: [
      "Pelatihan literasi digital bagi kader",
      "Kesepakatan Bersama tentang Penanganan hoaks dan literasi digital",
    ],
  },
  { q: "cek fakta", topic: "hoax", meant: ["Cek fakta bersama warga", "Relawan pemeriksa fakta"] },
  { q: "stunting", topic: "nutrition" },
  { q: "gizi balita", topic: "nutrition", meant: ["Dapur gizi untuk balita"] },
  { q: "gizi", topic: "nutrition" },
  {
    q: "makanan bergizi",
    topic: "nutrition",
    meant: ["Makanan tambahan bagi ibu hamil", "Dapur gizi untuk balita", "Telur dan ikan di piring anak"],
  },
  { q: "penurunan stunting", topic: "nutrition", meant: ["Kesepakatan Bersama tentang Percepatan penurunan stunting"] },
  { q: "puskesmas", topic: "health", meant: ["Puskesmas keliling di lereng gunung"] },
  { q: "pelayanan kesehatan", topic: "health" },
  {
    q: "rujukan pasien",
    topic: "health",
    meant: ["Kesepakatan Bersama tentang Rujukan pasien dan pelayanan kesehatan"],
  },
  { q: "kesehatan", topic: "health" },
  { q: "pertanian", topic: "farming" },
  { q: "petani", topic: "farming" },
  { q: "bertani", topic: "farming" },
  { q: "penyuluhan pertanian", topic: "farming", meant: ["Penyuluh pertanian organik"] },
  { q: "farmers", topic: "farming" },
  {
    q: "hasil tani",
    topic: "farming",
    meant: ["Kesepakatan Bersama tentang Pasokan hasil pertanian antardaerah", "Pembeli tetap hasil petani cabai"],
  },
  { q: "nelayan", topic: "fishing" },
  { q: "perikanan", topic: "fishing" },
  { q: "ikan", topic: "fishing" },
  { q: "budidaya ikan", topic: "fishing", meant: ["Budidaya lele di pekarangan", "Pelatih budidaya rumput laut"] },
  { q: "wisata", topic: "tourism" },
  { q: "pariwisata", topic: "tourism" },
  { q: "desa wisata", topic: "tourism", meant: ["Mengembangkan desa wisata", "Promosi desa wisata"] },
  {
    q: "pemandu wisata",
    topic: "tourism",
    meant: ["Pelatihan pemandu wisata", "Asosiasi Pemandu Wisata", "Pemandu cilik museum"],
  },
  { q: "tourism", topic: "tourism" },
  { q: "banjir", topic: "flood" },
  { q: "penanggulangan bencana", topic: "flood" },
  { q: "bencana banjir", topic: "flood", meant: ["Sumur resapan melawan banjir", "Peta rawan banjir"] },
  { q: "flood", topic: "flood" },
  { q: "UMKM", topic: "market" },
  { q: "usaha kecil", topic: "market" },
  { q: "pedagang pasar", topic: "market", meant: ["Modal bergulir pedagang pasar", "Koperasi Pedagang Pasar"] },
  {
    q: "pemasaran produk",
    topic: "market",
    meant: [
      "Pemasaran digital untuk UMKM",
      "Produk UMKM di rak swalayan",
      "Kesepakatan Bersama tentang Perdagangan dan promosi produk unggulan",
    ],
  },
  { q: "sekolah", topic: "school" },
  { q: "guru", topic: "school", meant: ["Guru berbagi kelas antardaerah"] },
  { q: "mengajar murid", topic: "school", meant: ["Guru berbagi kelas antardaerah", "Relawan pengajar matematika"] },
  { q: "mutu pendidikan", topic: "school", meant: ["Kesepakatan Bersama tentang Peningkatan mutu pendidikan"] },
  { q: "perpustakaan", topic: "library" },
  { q: "buku", topic: "library", meant: ["Buku berjalan naik becak", "Sumbangan buku anak"] },
  { q: "pustakawan", topic: "library", meant: ["Pustakawan pendamping desa"] },
  { q: "library", topic: "library" },
  { q: "arsip", topic: "archive" },
  { q: "kearsipan", topic: "archive" },
  {
    q: "pengarsipan dokumen",
    topic: "archive",
    meant: [
      "Arsip kota dipindai dan dibuka",
      "Menyelamatkan dokumen setelah banjir",
      "Lemari tahan api untuk dokumen",
      "Kearsipan elektronik perangkat daerah",
    ],
  },
  { q: "archives", topic: "archive" },
  { q: "angkutan umum", topic: "transport" },
  { q: "bus", topic: "transport", meant: ["Bus sekolah gratis", "Sistem jadwal bus"] },
  { q: "perhubungan", topic: "transport" },
  { q: "kebudayaan", topic: "culture" },
  { q: "seniman", topic: "culture", meant: ["Panggung terbuka seniman muda"] },
  { q: "hutan", topic: "forest" },
  { q: "kehutanan", topic: "forest" },
  {
    q: "perhutanan sosial",
    topic: "forest",
    meant: ["Perhutanan sosial dan agroforestri", "Pendamping perhutanan sosial"],
  },
  { q: "forest", topic: "forest" },
  { q: "energi terbarukan", topic: "energy" },
  { q: "tenaga surya", topic: "energy", meant: ["Lampu surya di dermaga", "Teknisi panel surya", "PT Surya Terang"] },
  { q: "listrik surya", topic: "energy", meant: ["Lampu surya di dermaga", "Teknisi panel surya", "PT Surya Terang"] },
  { q: "air bersih", topic: "water" },
  { q: "air minum", topic: "water", meant: ["Air minum dari embun gunung", "Mengelola air minum perdesaan"] },
  { q: "perempuan", topic: "women" },
  { q: "korban kekerasan", topic: "women", meant: ["Rumah aman bagi korban kekerasan", "Konselor korban kekerasan"] },
  { q: "pemberdayaan perempuan", topic: "women", meant: ["Pemberdayaan perempuan di desa"] },
  { q: "women", topic: "women" },
  { q: "perizinan", topic: "licence" },
  { q: "izin usaha", topic: "licence", meant: ["Izin usaha selesai sehari"] },
  { q: "pelayanan publik", topic: "licence", meant: ["Mal pelayanan publik keliling", "Pelayanan publik yang cepat"] },
  { q: "tenaga kerja", topic: "work" },
  { q: "magang", topic: "work", meant: ["Magang lulusan kejuruan di pabrik", "Tempat magang siswa"] },
  { q: "pekerja", topic: "work" },
  { q: "lowongan kerja", topic: "work", meant: ["Data lowongan tenaga kerja", "Bursa kerja khusus difabel"] },
  { q: "statistik", topic: "data" },
  { q: "pertukaran data", topic: "data", meant: ["Kesepakatan Bersama tentang Pertukaran data dan statistik"] },
  { q: "data daerah", topic: "data", meant: ["Server cadangan data daerah", "Satu data untuk semua dinas"] },
  { q: "perumahan", topic: "housing" },
  { q: "permukiman kumuh", topic: "housing", meant: ["Penataan permukiman kumuh", "Kampung kumuh jadi taman"] },
  { q: "rumah layak huni", topic: "housing", meant: ["Rumah layak huni bergotong royong"] },
  { q: "olahraga", topic: "youth" },
  { q: "pemuda", topic: "youth" },
  { q: "kepemudaan", topic: "youth" },
  {
    q: "pelatih",
    meant: [
      "Pelatih bulu tangkis",
      "Pelatih tari tradisi",
      "Pelatih budidaya rumput laut",
      "Pelatih visualisasi statistik",
    ],
  },
  { q: "magelang", region: "33.71" },
  { q: "kota magelang", region: "33.71" },
  { q: "kab. magelang", region: "33.08" },
  { q: "kota bandung", region: "32.73" },
  { q: "makassar", region: "73.71" },
  { q: "semarang", region: "33.74" },
  { q: "surabaya", region: "35.78" },
  { q: "ambon", region: "81.71" },
  { q: "medan", region: "12.71" },
  { q: "denpas", region: "51.71" },
  { q: "provinsi jawa barat", region: "32", kind: "region" },
  { q: "jabar", region: "32", kind: "region" },
  { q: "kesepakatan sampah", topic: "waste", kind: "agreement" },
  { q: "kesepakatan bersama", kind: "agreement" },
  { q: "agreement", kind: "agreement" },
  { q: "kesepakatan pariwisata", topic: "tourism", kind: "agreement" },
  { q: "koperasi tani", topic: "farming", meant: ["Koperasi Tani Makmur"] },
  { q: "komunitas hijau", topic: "waste", meant: ["Komunitas Hijau Lestari"] },
  { q: "fakultas kehutanan", topic: "forest", meant: ["Fakultas Kehutanan Rimbawan"] },
  { q: "pelatihan pemandu wisata", topic: "tourism", meant: ["Pelatihan pemandu wisata"] },
  { q: "stunting semarang", topic: "nutrition", region: "33.74" },
  { q: "sampah magelang", topic: "waste", region: "33.71" },
  { q: "nelayan makassar", topic: "fishing", region: "73.71" },
  { q: "sekolah di surabaya", topic: "school", region: "35.78" },
  { q: "pertanian bandung", topic: "farming", region: "32.04" },
  { q: "perpus", topic: "library" },
  { q: "belajar mengelola perpustakaan", topic: "library", meant: ["Mengelola perpustakaan desa"] },
  { q: "kebijakan privasi", meant: ["Kebijakan privasi"] },
  { q: "data pribadi saya", meant: ["Kebijakan privasi"] },
  { q: "cara berkontribusi", meant: ["Cara berkontribusi"] },
  { q: "cara mendaftarkan organisasi", meant: ["Mendaftarkan organisasi"] },
  { q: "peran anggota organisasi", meant: ["Mendaftarkan organisasi"] },
  { q: "arti hasil verifikasi", meant: ["Arti hasil verifikasi"] },
  { q: "glosarium", meant: ["Glosarium"] },
  { q: "pernyataan aksesibilitas", meant: ["Pernyataan aksesibilitas"] },
  { q: "ketentuan penggunaan", meant: ["Ketentuan penggunaan"] },
  { q: "birokrasi 3.0", meant: ["Birokrasi 3.0", "Birokrasi 3.0 yang dinamis"] },
  { q: "sembilan kotak", topic: "talent", meant: ["Manajemen talenta sembilan kotak"] },
  { q: "tanda tangan elektronik", meant: ["Menyusun dan menandatangani Kesepakatan Bersama"] },
]

/** The pages of words that are about a topic, by their names. */
export const topicOfPage: Readonly<Record<string, string>> = {
  "practices/talent-management": "talent",
  "practices/saber-hoaks": "hoax",
}
