import type { Affair } from "#app/domain/proposal/affairs.ts"

/** The initiatives of the demonstration network. Days are counted from the day on which it is loaded. */
export type DemoInitiative = {
  readonly by: string
  /** Keys of the proposals of which it comes. */
  readonly proposals: readonly string[]
  /** Key of the clause of the founding agreement that it carries out. */
  readonly clause?: string
  readonly title: string
  readonly summary: string
  readonly story: string
  readonly affair: Affair
  readonly regionCode: string
  readonly place: string
  readonly part: string
  readonly from: number
  readonly until: number
  readonly milestones: readonly {
    readonly title: string
    readonly due: number
    readonly reached?: number
    readonly note?: string
  }[]
  readonly outcomes: readonly {
    readonly indicator: string
    readonly unit: string
    readonly baseline: string
    readonly target: string
    readonly source: string
    readonly measures: readonly { readonly value: string; readonly on: number; readonly note: string }[]
  }[]
  readonly updates: readonly {
    readonly by: string
    readonly title: string
    readonly body: string
    readonly alt?: string
  }[]
  readonly state: "prepared" | "running" | "completed"
  readonly sequel?: string
}

export const demoInitiatives: readonly DemoInitiative[] = [
  {
    by: "magelang",
    proposals: ["kelas-kabar"],
    title: "Kelas cek kabar di 17 kelurahan",
    summary:
      "Warga belajar memeriksa kabar sebelum membagikannya, didampingi relawan taman baca di balai kelurahan setiap dua pekan.",
    story:
      "Kabar bohong tentang bantuan sosial membuat warga datang marah ke kelurahan untuk sesuatu yang tidak pernah ada. Menempel pengumuman tidak menolong, karena yang dipercaya warga adalah tetangganya.\n\nMaka kelasnya diisi tetangga. Di setiap kelurahan **dua relawan taman baca** membuka kelas dua pekan sekali. Bahannya diuji kampus, dan kabar yang tidak terjawab dikirim ke meja pemeriksa.\n\n- Balai kelurahan dibuka tanpa biaya.\n- Peserta membawa kabar dari grupnya sendiri.\n- Jawaban ditulis dalam bahasa yang dipakai di grup itu.",
    affair: "communication",
    regionCode: "33.71",
    place: "17 balai kelurahan di Kota Magelang",
    part: "Menyediakan balai kelurahan dan petugas pendamping",
    from: -60,
    until: 210,
    milestones: [
      {
        title: "Bahan latihan diuji pada 30 warga",
        due: -40,
        reached: -44,
        note: "Lembar ketiga ditulis ulang karena terlalu panjang.",
      },
      { title: "34 relawan selesai dilatih", due: -20, reached: -18, note: "Dua hari, di kampus." },
      { title: "Kelas berjalan di 17 kelurahan", due: 15 },
      { title: "Hasil enam bulan diumumkan", due: 200 },
    ],
    outcomes: [
      {
        indicator: "Kabar yang diperiksa warga sendiri setiap bulan",
        unit: "kabar",
        baseline: "0",
        target: "120",
        source: "Buku kelas di balai kelurahan",
        measures: [
          { value: "14", on: -30, note: "Empat kelurahan." },
          { value: "43", on: -4, note: "Sebelas kelurahan." },
        ],
      },
      {
        indicator: "Waktu sampai kabar dijawab",
        unit: "jam",
        baseline: "96",
        target: "24",
        source: "Catatan meja pemeriksa",
        measures: [{ value: "52,5", on: -4, note: "Rata-rata satu bulan terakhir." }],
      },
    ],
    updates: [
      {
        by: "komunitas",
        title: "Kelas pertama di Kemirirejo",
        body: "Dua puluh dua warga datang, sebagian besar ibu-ibu pengajian. Kabar yang paling ramai dibahas adalah pesan berantai tentang pendaftaran bantuan. Dalam satu jam mereka menemukan sendiri bahwa alamat tautannya palsu.\n\nPekan depan giliran Cacaban.",
        alt: "Gambar peraga: pola anyaman lima warna yang saling menyilang.",
      },
      {
        by: "media",
        title: "Rubrik “Kabar Pekan Ini” dimulai",
        body: "Setiap Sabtu kami menulis tiga kabar yang diperiksa di kelas, dengan langkah pemeriksaannya. Redaksi menerima kabar sampai Kamis sore.",
      },
    ],
    state: "running",
  },
  {
    by: "magelang",
    proposals: ["ukur-belajar"],
    clause: "bentuk-pembelajaran",
    title: "Mengukur apa yang berubah setelah belajar ke Jawa Barat",
    summary:
      "Kampus mengukur layanan kecamatan dan kelurahan sebelum dan sesudah pegawainya belajar, lalu membuka hasilnya tanpa nama pegawai.",
    story:
      "Belajar baru berarti bila pekerjaan sehari-hari ikut berubah. Pengukuran ini tidak menilai orang: yang dihitung adalah layanan kantor, dan hasilnya dibaca bersama sebelum diterbitkan.",
    affair: "education",
    regionCode: "33.71",
    place: "Tiga kecamatan di Kota Magelang",
    part: "Membuka data layanan dan menjadwalkan pengukuran",
    from: -20,
    until: 400,
    milestones: [
      { title: "Ukuran disepakati dengan kecamatan", due: -8, reached: -9, note: "Tiga ukuran dipilih dari delapan." },
      { title: "Keadaan awal diukur", due: -3, reached: -2 },
      { title: "Pengukuran enam bulan", due: 180 },
    ],
    outcomes: [
      {
        indicator: "Keluhan warga yang dijawab dalam tiga hari",
        unit: "persen",
        baseline: "41",
        target: "75",
        source: "Catatan pengaduan tiga kecamatan",
        measures: [{ value: "41", on: -2, note: "Keadaan awal." }],
      },
    ],
    updates: [
      {
        by: "kampus",
        title: "Keadaan awal selesai diukur",
        body: "Kami mengukur tiga hal di tiga kecamatan selama sepuluh hari kerja. Angkanya dibaca bersama para camat sebelum ditulis di sini.",
      },
    ],
    state: "running",
  },
  {
    by: "jabar",
    proposals: ["magang-anyam"],
    title: "Magang anyaman bagi pemuda desa",
    summary:
      "Empat puluh pemuda desa perajin magang bergantian di bengkel, belajar menghitung harga dan melayani pesanan, lalu pulang membawa alat kerja.",
    story:
      "Menganyam sudah mereka kuasai sejak kecil. Yang belum pernah diajarkan adalah menentukan harga, memotret barang, dan menjawab pembeli. Bengkel menyediakan tempat, provinsi menanggung uang jalan, dan kampus menyusun bahannya.",
    affair: "cooperatives",
    regionCode: "32.06",
    place: "Bengkel di Bandung dan balai desa di Tasikmalaya",
    part: "Menanggung uang jalan peserta dan balai desa",
    from: -230,
    until: -10,
    milestones: [
      {
        title: "Peserta dipilih bersama kepala desa",
        due: -215,
        reached: -216,
        note: "Dua puluh satu perempuan, sembilan belas laki-laki.",
      },
      { title: "Empat gelombang magang selesai", due: -90, reached: -84 },
      { title: "Pendampingan setelah pulang selesai", due: -15, reached: -12 },
    ],
    outcomes: [
      {
        indicator: "Lulusan yang menerima pesanan sendiri",
        unit: "orang",
        baseline: "3",
        target: "24",
        source: "Kunjungan pendamping ke 40 rumah",
        measures: [
          { value: "17", on: -60, note: "Tiga bulan setelah pulang." },
          { value: "27", on: -12, note: "Enam bulan setelah pulang." },
        ],
      },
      {
        indicator: "Harga jual rata-rata tas anyam sedang",
        unit: "ribu rupiah",
        baseline: "38",
        target: "65",
        source: "Buku kas peserta",
        measures: [{ value: "61,5", on: -12, note: "Dua belas peserta yang mengisi buku kas lengkap." }],
      },
    ],
    updates: [
      {
        by: "usaha",
        title: "Gelombang keempat pulang membawa alat",
        body: "Sepuluh peserta terakhir menyelesaikan pesanan pertamanya: **120 tas** untuk sebuah hotel. Setiap lulusan membawa pulang seperangkat alat.",
        alt: "Gambar peraga: potongan anyaman rapat dari bilah berwarna.",
      },
    ],
    state: "completed",
    sequel:
      "Dua puluh tujuh lulusan menerima pesanan sendiri. Sebelas di antaranya membentuk kelompok usaha dan menyewa satu rumah sebagai tempat kerja bersama.\n\nYang tidak berhasil: pemasaran melalui siaran langsung. Sinyal di tiga desa terlalu lemah, dan kelompok memilih menerima pesanan lewat pesan singkat.",
  },
  {
    by: "jabar",
    proposals: [],
    clause: "ruang-lingkup",
    title: "Kelas terbuka manajemen talenta antardaerah",
    summary:
      "Kepegawaian Jawa Barat membuka kelas bulanan tentang pemetaan talenta bagi daerah lain, dengan contoh yang boleh dipakai siapa saja.",
    story: "",
    affair: "education",
    regionCode: "32",
    place: "Daring, dari Kota Bandung",
    part: "Menyusun bahan dan mengisi kelas",
    from: 20,
    until: 320,
    milestones: [
      { title: "Bahan enam kelas terbit", due: 18 },
      { title: "Kelas pertama", due: 30 },
    ],
    outcomes: [
      {
        indicator: "Daerah yang mengikuti sedikitnya tiga kelas",
        unit: "daerah",
        baseline: "0",
        target: "12",
        source: "Daftar hadir kelas",
        measures: [],
      },
    ],
    updates: [],
    state: "prepared",
  },
]
