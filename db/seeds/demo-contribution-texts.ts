import type { ContributionKind } from "#app/domain/proposal/kinds.ts"
import type { PointInput } from "#app/domain/proposal/schema.ts"

/** The needs and proposals of the demonstration network. Days are counted from the day on which it is loaded. */
export type DemoNeed = {
  readonly key: string
  readonly by: string
  readonly title: string
  readonly problem: string
  readonly affair: string
  readonly regionCode: string
  readonly place: string
  readonly kinds: ContributionKind[]
  readonly until: number
}

export const demoNeeds: readonly DemoNeed[] = [
  {
    key: "kabar",
    by: "magelang",
    title: "Pendamping warga memeriksa kabar di 17 kelurahan",
    problem:
      "Kabar bohong tentang bantuan sosial dan imunisasi menyebar cepat di grup warga. Petugas kelurahan sering baru tahu setelah warga datang marah, dan belum terbiasa menjawab dengan bukti.\n\nKami sudah menempel pengumuman di kantor kelurahan, tetapi jarang dibaca. Yang kami cari adalah orang dan cara: pendamping yang sabar, bahan yang mudah dipakai, dan media yang mau mengabarkan hasil pemeriksaannya.",
    affair: "communication",
    regionCode: "33.71",
    place: "17 kelurahan di tiga kecamatan Kota Magelang",
    kinds: ["expertise", "volunteers", "coverage", "design"],
    until: 240,
  },
  {
    key: "anyaman",
    by: "jabar",
    title: "Tempat magang anyaman bagi pemuda desa perajin",
    problem:
      "Desa-desa perajin di Tasikmalaya kehilangan penerus. Anak muda belajar menganyam dari orang tuanya, tetapi tidak pernah belajar menghitung harga, memotret barang, atau melayani pembeli di luar pulau.\n\nPemerintah daerah dapat menyediakan balai desa dan uang jalan. Kami mencari tempat magang, pelatih usaha, dan alat kerja yang layak untuk 40 pemuda.",
    affair: "cooperatives",
    regionCode: "32.06",
    place: "Desa perajin di Kabupaten Tasikmalaya",
    kinds: ["place", "expertise", "goods", "money"],
    until: 300,
  },
]

type DemoContribution = {
  readonly kind: ContributionKind
  readonly description: string
  /** Whole rupiah; without it, given without a figure. */
  readonly amount?: string
}

export type DemoProposal = {
  readonly key: string
  readonly by: string
  readonly to: string
  /** Key of the need that it answers. */
  readonly need?: string
  readonly title: string
  readonly summary: string
  readonly plan: string
  readonly months: number
  readonly contributions: readonly DemoContribution[]
  readonly partners?: readonly { readonly key: string; readonly part: string; readonly answers: boolean }[]
  /** A point asked in review, and where it is answered its answer. */
  readonly points?: readonly (PointInput & { readonly answer?: string })[]
  readonly outcome: "draft" | "submitted" | "in_review" | "revision" | "accepted" | "declined" | "withdrawn"
  /** The region's remark or reason, or the proposer's on withdrawing. */
  readonly words?: string
}

export const demoProposals: readonly DemoProposal[] = [
  {
    key: "kelas-kabar",
    by: "komunitas",
    to: "magelang",
    need: "kabar",
    title: "Kelas cek kabar di balai kelurahan",
    summary:
      "Relawan taman baca mendampingi warga memeriksa kabar setiap dua pekan di balai kelurahan, memakai bahan yang diuji kampus dan dikabarkan media setempat.",
    plan: "Tiga langkah, masing-masing diakhiri dengan catatan yang dibaca semua pihak.\n\n1. **Menyiapkan.** Kampus menguji lembar latihan pada 30 warga dan memperbaikinya.\n2. **Mendampingi.** Dua relawan di setiap kelurahan membuka kelas dua pekan sekali, selama enam bulan.\n3. **Menjawab.** Kabar yang tidak terjawab di kelas dikirim ke meja pemeriksa; jawabannya diumumkan media.\n\nHasil diukur dari jumlah kabar yang diperiksa warga sendiri dan dari waktu sampai kabar itu dijawab.",
    months: 9,
    contributions: [
      { kind: "volunteers", description: "34 relawan taman baca, dua di setiap kelurahan" },
      { kind: "expertise", description: "Uji lembar latihan dan pelatihan dua hari bagi relawan", amount: "18500000" },
      { kind: "coverage", description: "Rubrik mingguan hasil pemeriksaan kabar" },
    ],
    partners: [
      { key: "kampus", part: "Menguji bahan latihan dan mengukur hasilnya", answers: true },
      { key: "media", part: "Mengabarkan hasil pemeriksaan setiap pekan", answers: true },
    ],
    points: [
      {
        part: "plan",
        text: "Bagaimana kelas tetap berjalan bila relawan di suatu kelurahan berhalangan?",
        answer:
          "Setiap kelurahan memiliki satu relawan cadangan dari kelurahan tetangga, dan jadwalnya ditempel di balai.",
      },
      {
        part: "contributions",
        text: "Mohon tulis nilai pelatihan relawan, agar dapat dicatat sebagai kontribusi.",
        answer: "Nilainya kami tulis pada kontribusi kedua: Rp18.500.000 untuk dua hari pelatihan dan uji bahan.",
      },
    ],
    outcome: "accepted",
    words:
      "Usulan ini menjawab kebutuhan kami dengan langkah yang jelas. Balai kelurahan kami buka untuk kelas tanpa biaya.",
  },
  {
    key: "ukur-belajar",
    by: "kampus",
    to: "magelang",
    title: "Mengukur hasil belajar camat dan lurah",
    summary:
      "Kampus mengukur apa yang berubah di kecamatan dan kelurahan setelah pegawainya belajar ke Jawa Barat, enam bulan sebelum dan sesudahnya.",
    plan: "- Menyusun ukuran bersama kepegawaian kota: waktu layanan, keluhan yang dijawab, dan kerja bersama yang lahir.\n- Mengukur keadaan awal sebelum angkatan berangkat.\n- Mengukur lagi setelah enam bulan dan menerbitkan hasilnya tanpa nama pegawai.",
    months: 14,
    contributions: [
      {
        kind: "expertise",
        description: "Dua peneliti dan empat mahasiswa selama empat belas bulan",
        amount: "62000000",
      },
      { kind: "data", description: "Hasil pengukuran sebagai data terbuka tanpa nama" },
    ],
    outcome: "accepted",
    words: "Kami setuju. Ukurannya dibahas dahulu dengan kecamatan sebelum pengukuran pertama.",
  },
  {
    key: "magang-anyam",
    by: "usaha",
    to: "jabar",
    need: "anyaman",
    title: "Magang tiga bulan di bengkel anyaman",
    summary:
      "Empat puluh pemuda desa magang bergantian di bengkel kami, belajar merancang, menghitung harga, dan melayani pesanan, lalu pulang membawa alat kerja.",
    plan: "1. Memilih peserta bersama kepala desa, separuhnya perempuan.\n2. Magang tiga bulan dalam empat gelombang, sepuluh orang setiap gelombang.\n3. Pendampingan enam bulan setelah pulang: pesanan pertama, foto barang, dan pembukuan sederhana.",
    months: 18,
    contributions: [
      { kind: "place", description: "Bengkel dengan sepuluh meja kerja dan asrama" },
      { kind: "expertise", description: "Empat perajin senior sebagai pembimbing", amount: "96000000" },
      { kind: "goods", description: "Perangkat alat anyam untuk setiap lulusan", amount: "34000000" },
    ],
    partners: [{ key: "kampus", part: "Menyusun bahan belajar menghitung harga", answers: true }],
    outcome: "accepted",
    words: "Diterima. Uang jalan peserta ditanggung provinsi sesuai ketentuan yang berlaku.",
  },
  {
    key: "liputan-kabar",
    by: "media",
    to: "magelang",
    need: "kabar",
    title: "Siaran radio warga tentang kabar pekan ini",
    summary:
      "Siaran setengah jam setiap Sabtu yang menjawab tiga kabar paling ramai di grup warga, dengan narasumber dari kelurahan.",
    plan: "Setiap Kamis redaksi mengumpulkan kabar dari grup warga dan meja pemeriksa. Jumat kabar diperiksa bersama petugas kelurahan. Sabtu pagi dijawab di siaran, lalu ringkasannya ditulis di laman kami.",
    months: 6,
    contributions: [
      { kind: "coverage", description: "26 siaran setengah jam dan ringkasan tertulis", amount: "39000000" },
    ],
    outcome: "in_review",
  },
  {
    key: "papan-kabar",
    by: "usaha",
    to: "magelang",
    title: "Layar pengumuman di setiap kantor kelurahan",
    summary:
      "Kami memasang layar di kantor kelurahan yang menayangkan pengumuman kota dan iklan usaha setempat secara bergantian.",
    plan: "Pemasangan selesai dalam dua bulan. Isi pengumuman diatur kota, isi iklan diatur kami, dengan perbandingan satu banding tiga.",
    months: 24,
    contributions: [{ kind: "goods", description: "17 layar beserta pemasangannya", amount: "255000000" }],
    outcome: "declined",
    words:
      "Kantor kelurahan tidak boleh menayangkan iklan usaha. Bila layar diusulkan tanpa iklan, kami senang membacanya kembali.",
  },
  {
    key: "koperasi-anyam",
    by: "kampus",
    to: "jabar",
    need: "anyaman",
    title: "Kelas harga dan pembukuan bagi perajin muda",
    summary:
      "Mahasiswa semester akhir mendampingi perajin muda menyusun harga dan pembukuan sederhana, satu desa satu kelompok, selama satu semester.",
    plan: "Kelas dimulai setelah musim tanam. Setiap kelompok mendampingi sepuluh perajin dan bertemu setiap pekan di balai desa. Pada akhir semester setiap perajin memiliki daftar harga dan buku kas.",
    months: 8,
    contributions: [{ kind: "expertise", description: "24 mahasiswa dengan dua dosen pembimbing" }],
    points: [
      { part: "plan", text: "Sebutkan desa yang didampingi dan bagaimana peserta dipilih." },
      { part: "period", text: "Jadwal semester bertabrakan dengan magang yang sudah diterima. Mohon disesuaikan." },
    ],
    outcome: "revision",
  },
  {
    key: "rubrik-daerah",
    by: "media",
    to: "jabar",
    title: "Rubrik kerja sama daerah yang dibaca warga",
    summary:
      "Satu halaman setiap pekan tentang apa yang dikerjakan daerah bersama mitranya, ditulis untuk warga biasa.",
    plan: "Redaksi memilih satu kerja sama setiap pekan, mengunjungi tempatnya, dan menulis apa yang berubah bagi warga. Naskah dikirim ke daerah untuk diperiksa faktanya, bukan untuk diubah isinya.",
    months: 12,
    contributions: [{ kind: "coverage", description: "52 tulisan satu halaman" }],
    outcome: "submitted",
  },
  {
    key: "taman-baca",
    by: "komunitas",
    to: "jabar",
    title: "Pertukaran pengelola taman baca",
    summary: "Pengelola taman baca di Magelang dan Bandung saling berkunjung dan bertukar cara merawat minat baca.",
    plan: "",
    months: 5,
    contributions: [{ kind: "volunteers", description: "Dua belas pengelola taman baca" }],
    partners: [{ key: "media", part: "Menulis catatan perjalanan", answers: false }],
    outcome: "draft",
  },
  {
    key: "alat-tenun",
    by: "usaha",
    to: "jabar",
    need: "anyaman",
    title: "Sewa alat tenun untuk desa perajin",
    summary: "Kami menyewakan dua puluh alat tenun kepada kelompok pemuda desa dengan cicilan ringan selama dua tahun.",
    plan: "Alat dikirim ke balai desa, dirawat teknisi kami setiap tiga bulan, dan menjadi milik kelompok setelah cicilan lunas.",
    months: 24,
    contributions: [{ kind: "goods", description: "Dua puluh alat tenun dengan perawatan", amount: "120000000" }],
    outcome: "withdrawn",
    words: "Kami memilih memusatkan tenaga pada usulan magang.",
  },
]
