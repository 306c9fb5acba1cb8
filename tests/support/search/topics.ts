import type { Affair } from "#app/domain/proposal/affairs.ts"

/**
 * What the fixture's papers are about. Titles and sentences were written for it; they use the words of the field in
 * whatever form the sentence needs, so a topic's name need not stand in them.
 */
export type Topic = {
  /** The affair of government that its needs and initiatives are filed under. */
  readonly affair: Affair
  readonly initiatives: readonly string[]
  readonly needs: readonly string[]
  readonly programme: string
  readonly agreement: string
  readonly organisations: readonly (readonly [name: string, strand: "A" | "B" | "C" | "M"])[]
  readonly sentences: readonly string[]
  /** Topics so near that their papers are of some use too. */
  readonly near?: readonly string[]
}

export const topics: Readonly<Record<string, Topic>> = {
  waste: {
    affair: "environment",
    initiatives: ["Bank sampah di setiap kelurahan", "Memilah sampah dari dapur", "Kompos pasar untuk kebun kota"],
    needs: ["Alat pengolah sampah plastik", "Pendampingan pengelolaan sampah rumah tangga", "Armada pengangkut sampah"],
    programme: "Belajar mengelola bank sampah",
    agreement: "Pengelolaan sampah lintas wilayah",
    organisations: [
      ["Komunitas Hijau Lestari", "C"],
      ["PT Olah Limbah Mandiri", "B"],
    ],
    sentences: [
      "Sampah organik diolah menjadi kompos dan yang lain ditabung di bank sampah.",
      "Tempat pembuangan akhir hampir penuh sehingga pengurangan sampah dimulai dari rumah.",
      "Pemilahan dikerjakan kader yang dilatih mengenali jenis plastik.",
    ],
  },
  talent: {
    affair: "labour",
    initiatives: [
      "Peta talenta aparatur kelurahan",
      "Kelas kepemimpinan camat muda",
      "Kotak talenta untuk semua perangkat",
    ],
    needs: ["Pendamping manajemen talenta ASN", "Penilai kompetensi pegawai", "Metode pengembangan karier aparatur"],
    programme: "Manajemen talenta aparatur sipil negara",
    agreement: "Pengembangan karakter aparatur sipil negara",
    organisations: [
      ["Pusat Kajian Kebijakan dan Kepegawaian", "A"],
      ["Forum Alumni Kepemimpinan Daerah", "C"],
    ],
    sentences: [
      "Pegawai dinilai kinerja dan potensinya lalu dipetakan dalam sembilan kotak.",
      "Camat dan lurah belajar mengenali serta membina bawahan yang menonjol.",
      "Jabatan diisi menurut kompetensi, dan jenjang karier terbuka bagi setiap aparatur.",
    ],
  },
  hoax: {
    affair: "communication",
    initiatives: ["Warga memeriksa kabar sebelum berbagi", "Saber hoaks di pos ronda", "Literasi media untuk lansia"],
    needs: ["Relawan pemeriksa fakta", "Pelatihan literasi digital bagi kader", "Tim penangkal kabar bohong"],
    programme: "Cek fakta bersama warga",
    agreement: "Penanganan hoaks dan literasi digital",
    organisations: [
      ["Redaksi Kabar Warga", "M"],
      ["Masyarakat Anti Fitnah", "C"],
    ],
    sentences: [
      "Kabar yang meragukan diperiksa sumbernya dan hasilnya diumumkan di grup warga.",
      "Hoaks tentang bantuan dan bencana paling sering dibagikan.",
      "Jurnalis mengajarkan cara menelusuri gambar dan video palsu.",
    ],
  },
  nutrition: {
    affair: "health",
    initiatives: ["Dapur gizi untuk balita", "Seribu hari pertama tanpa stunting", "Telur dan ikan di piring anak"],
    needs: ["Tenaga gizi untuk posyandu", "Makanan tambahan bagi ibu hamil", "Data balita berisiko tengkes"],
    programme: "Mencegah stunting bersama kader posyandu",
    agreement: "Percepatan penurunan stunting",
    organisations: [
      ["Himpunan Ahli Gizi Nusantara", "C"],
      ["Sekolah Tinggi Ilmu Gizi", "A"],
    ],
    sentences: [
      "Balita ditimbang dan diukur setiap bulan agar gizi buruk cepat diketahui.",
      "Kader mendampingi ibu hamil menyiapkan makanan bergizi dari bahan setempat.",
      "Angka stunting turun ketika air bersih dan imunisasi terpenuhi.",
    ],
    near: ["health"],
  },
  health: {
    affair: "health",
    initiatives: ["Puskesmas keliling di lereng gunung", "Dokter menjawab lewat telepon", "Sepeda sehat untuk lansia"],
    needs: ["Ambulans desa", "Dokter spesialis kunjungan", "Alat pemeriksaan kesehatan ibu"],
    programme: "Pelayanan kesehatan dasar di daerah terpencil",
    agreement: "Rujukan pasien dan pelayanan kesehatan",
    organisations: [
      ["Rumah Sakit Bina Husada", "B"],
      ["Fakultas Kedokteran Merdeka", "A"],
    ],
    sentences: [
      "Pasien dirujuk lebih cepat karena puskesmas dan rumah sakit berbagi data.",
      "Perawat mengunjungi warga sakit yang tidak mampu berjalan.",
      "Obat penyakit menahun diantar ke rumah setiap bulan.",
    ],
    near: ["nutrition"],
  },
  farming: {
    affair: "agriculture",
    initiatives: ["Petani muda menanam hortikultura", "Pupuk hayati dari limbah ternak", "Lumbung padi bersama"],
    needs: ["Penyuluh pertanian organik", "Mesin panen padi", "Pembeli tetap hasil petani cabai"],
    programme: "Bertani cerdas di lahan sempit",
    agreement: "Pasokan hasil pertanian antardaerah",
    organisations: [
      ["Koperasi Tani Makmur", "B"],
      ["Kelompok Tani Perempuan Sawah Asri", "C"],
    ],
    sentences: [
      "Petani menjual cabai dan bawang tanpa tengkulak.",
      "Irigasi diperbaiki sehingga sawah ditanami tiga kali setahun.",
      "Penyuluhan dilakukan di kebun percobaan milik kelompok.",
    ],
  },
  fishing: {
    affair: "marineFisheries",
    initiatives: ["Nelayan menjual ikan lewat lelang daring", "Budidaya lele di pekarangan", "Rumah ikan dari bambu"],
    needs: ["Gudang pendingin ikan", "Pelatih budidaya rumput laut", "Perahu bermesin listrik bagi nelayan"],
    programme: "Perikanan berkelanjutan di pesisir",
    agreement: "Kelautan dan perikanan tangkap",
    organisations: [
      ["Rukun Nelayan Samudra", "C"],
      ["Politeknik Kelautan Bahari", "A"],
    ],
    sentences: [
      "Hasil tangkapan nelayan didinginkan sejak di kapal.",
      "Tambak udang memakai air yang diolah kembali.",
      "Terumbu karang dipulihkan supaya ikan kembali bertelur.",
    ],
  },
  tourism: {
    affair: "tourism",
    initiatives: ["Jalur wisata candi dan kampung", "Pemandu cilik museum", "Festival kuliner kota lama"],
    needs: ["Promosi desa wisata", "Pelatihan pemandu wisata", "Desain papan petunjuk wisatawan"],
    programme: "Mengembangkan desa wisata",
    agreement: "Promosi pariwisata bersama",
    organisations: [
      ["Asosiasi Pemandu Wisata", "C"],
      ["PT Jelajah Nusantara", "B"],
    ],
    sentences: [
      "Wisatawan menginap di rumah warga dan ikut membatik.",
      "Kunjungan naik setelah jalur sepeda ke candi dibuka.",
      "Destinasi dijaga agar tidak terlalu ramai.",
    ],
    near: ["culture"],
  },
  flood: {
    affair: "publicOrder",
    initiatives: ["Sumur resapan melawan banjir", "Peringatan dini longsor", "Sekolah sungai"],
    needs: ["Alat pengukur tinggi air", "Pompa dan perahu karet", "Peta rawan banjir"],
    programme: "Tangguh menghadapi bencana",
    agreement: "Penanggulangan bencana lintas batas",
    organisations: [
      ["Relawan Tanggap Bencana", "C"],
      ["Pusat Studi Kebencanaan", "A"],
    ],
    sentences: [
      "Warga hilir menerima peringatan ketika hujan lebat turun di hulu.",
      "Bantaran sungai dibersihkan sebelum musim hujan dan banjir datang.",
      "Jalur evakuasi dilatih bersama pengungsi.",
    ],
  },
  market: {
    affair: "trade",
    initiatives: [
      "Pasar rakyat membayar tanpa uang tunai",
      "Warung kelontong naik kelas",
      "Produk UMKM di rak swalayan",
    ],
    needs: ["Pendamping usaha mikro", "Modal bergulir pedagang pasar", "Kemasan produk usaha kecil"],
    programme: "Pemasaran digital untuk UMKM",
    agreement: "Perdagangan dan promosi produk unggulan",
    organisations: [
      ["Koperasi Pedagang Pasar", "B"],
      ["Inkubator Bisnis Kampus", "A"],
    ],
    sentences: [
      "Pedagang mencatat penjualan di telepon genggam dan memperoleh pinjaman murah.",
      "Usaha kecil dibantu mengurus izin edar dan sertifikat halal.",
      "Perajin menjual langsung ke pembeli di kota lain.",
    ],
  },
  school: {
    affair: "education",
    initiatives: ["Guru berbagi kelas antardaerah", "Perahu sekolah untuk murid pulau", "Laboratorium sains keliling"],
    needs: ["Relawan pengajar matematika", "Komputer untuk sekolah dasar", "Beasiswa anak putus sekolah"],
    programme: "Pertukaran kepala sekolah",
    agreement: "Peningkatan mutu pendidikan",
    organisations: [
      ["Yayasan Cendekia Bangsa", "C"],
      ["Universitas Pendidikan Garuda", "A"],
    ],
    sentences: [
      "Guru dari sekolah maju mengajar sebulan di sekolah terpencil.",
      "Murid membaca nyaring lima belas menit sebelum pelajaran dimulai.",
      "Anak yang putus sekolah didatangi dan diajak belajar lagi.",
    ],
    near: ["library"],
  },
  library: {
    affair: "libraries",
    initiatives: ["Pojok baca di terminal", "Buku berjalan naik becak", "Perpustakaan buka sampai malam"],
    needs: ["Sumbangan buku anak", "Pustakawan pendamping desa", "Rak dan meja taman baca"],
    programme: "Mengelola perpustakaan desa",
    agreement: "Jejaring perpustakaan umum",
    organisations: [
      ["Taman Baca Pelita", "C"],
      ["Penerbit Aksara Rakyat", "B"],
    ],
    sentences: [
      "Pembaca meminjam buku dengan kartu penduduk di perpustakaan mana pun.",
      "Pustakawan mendongeng dan mengajari menulis cerita.",
      "Koleksi langka dipindai agar dapat dibaca dari rumah.",
    ],
    near: ["school"],
  },
  archive: {
    affair: "archives",
    initiatives: ["Arsip kota dipindai dan dibuka", "Menyelamatkan dokumen setelah banjir", "Foto lama bercerita"],
    needs: ["Tenaga alih media arsip", "Lemari tahan api untuk dokumen", "Konservator kertas"],
    programme: "Kearsipan elektronik perangkat daerah",
    agreement: "Pertukaran salinan arsip sejarah",
    organisations: [
      ["Ikatan Arsiparis", "C"],
      ["Program Studi Kearsipan Vokasi", "A"],
    ],
    sentences: [
      "Arsip statis diberi nomor dan salinan digitalnya disimpan di dua tempat.",
      "Arsiparis melatih tata usaha menata surat.",
      "Dokumen yang basah dikeringkan dan diperbaiki.",
    ],
  },
  transport: {
    affair: "transport",
    initiatives: ["Bus sekolah gratis", "Angkutan pengumpan sampai kampung", "Jalur sepeda yang teduh"],
    needs: ["Kajian rute angkutan umum", "Halte ramah difabel", "Sistem jadwal bus"],
    programme: "Merencanakan angkutan kota",
    agreement: "Perhubungan dan trayek antarkota",
    organisations: [
      ["Koalisi Pejalan Kaki", "C"],
      ["PO Trans Sejahtera", "B"],
    ],
    sentences: [
      "Penumpang membayar sekali untuk bus dan angkot.",
      "Terminal dan stasiun dihubungkan trotoar yang lapang.",
      "Kemacetan berkurang setelah parkir di badan jalan dihapus.",
    ],
  },
  culture: {
    affair: "culture",
    initiatives: ["Gamelan di setiap sekolah", "Batik motif lokal tercatat", "Panggung terbuka seniman muda"],
    needs: ["Pelatih tari tradisi", "Perekam cerita lisan", "Ruang pamer perupa"],
    programme: "Merawat warisan budaya takbenda",
    agreement: "Pertukaran misi kesenian dan kebudayaan",
    organisations: [
      ["Sanggar Seni Laras", "C"],
      ["Institut Kesenian Nusantara", "A"],
    ],
    sentences: [
      "Seniman tua mengajari remaja menabuh dan menari.",
      "Pergelaran wayang direkam untuk anak cucu.",
      "Budayawan menyusun kamus bahasa ibu.",
    ],
    near: ["tourism"],
  },
  forest: {
    affair: "forestry",
    initiatives: ["Hutan adat dijaga penjaga muda", "Menanam mangrove di pantai terkikis", "Kopi di bawah tegakan"],
    needs: ["Bibit pohon endemik", "Drone pemantau kebakaran hutan", "Pendamping perhutanan sosial"],
    programme: "Perhutanan sosial dan agroforestri",
    agreement: "Rehabilitasi hutan dan lahan kritis",
    organisations: [
      ["Lembaga Sahabat Rimba", "C"],
      ["Fakultas Kehutanan Rimbawan", "A"],
    ],
    sentences: [
      "Penebangan liar dilaporkan warga lewat telepon.",
      "Lahan gundul ditanami kembali bersama siswa.",
      "Madu hutan dipanen tanpa merusak sarang.",
    ],
  },
  energy: {
    affair: "energy",
    initiatives: ["Lampu surya di dermaga", "Biogas dari kandang sapi", "Kincir air menerangi dusun"],
    needs: ["Teknisi panel surya", "Audit energi gedung kantor", "Baterai bekas untuk lampu jalan"],
    programme: "Energi terbarukan untuk desa",
    agreement: "Pengembangan energi baru terbarukan",
    organisations: [
      ["PT Surya Terang", "B"],
      ["Pusat Riset Energi", "A"],
    ],
    sentences: [
      "Listrik tenaga surya menyala saat padam.",
      "Kotoran ternak menghasilkan gas untuk memasak.",
      "Kantor menghemat listrik sepertiga tagihan.",
    ],
  },
  water: {
    affair: "publicWorks",
    initiatives: ["Air minum dari embun gunung", "Pipa air bersih swadaya", "Saringan air murah dari arang"],
    needs: ["Pengeboran sumur air bersih", "Pengujian kualitas air", "Tangki penampung air hujan"],
    programme: "Mengelola air minum perdesaan",
    agreement: "Pemanfaatan sumber air bersama",
    organisations: [
      ["Paguyuban Pengguna Air", "C"],
      ["PT Tirta Jernih", "B"],
    ],
    sentences: [
      "Warga tidak lagi berjalan jauh mengambil air bersih.",
      "Mata air dilindungi dengan menanam pohon di sekitarnya.",
      "Iuran dipakai merawat pipa dan pompa.",
    ],
  },
  women: {
    affair: "womenChildren",
    initiatives: [
      "Sekolah perempuan kepala keluarga",
      "Rumah aman bagi korban kekerasan",
      "Penjahit perempuan berkoperasi",
    ],
    needs: ["Konselor korban kekerasan", "Pelatihan usaha bagi ibu tunggal", "Pendamping hukum perempuan dan anak"],
    programme: "Pemberdayaan perempuan di desa",
    agreement: "Pelindungan perempuan dan anak",
    organisations: [
      ["Serikat Perempuan Mandiri", "C"],
      ["Pusat Studi Gender", "A"],
    ],
    sentences: [
      "Perempuan memimpin musyawarah dan mengusulkan anggaran.",
      "Korban kekerasan ditemani sampai ke pengadilan.",
      "Anak-anak punya tempat bermain yang aman.",
    ],
  },
  licence: {
    affair: "investment",
    initiatives: ["Izin usaha selesai sehari", "Mal pelayanan publik keliling", "Antrean daring kantor kelurahan"],
    needs: ["Konsultan penyederhanaan perizinan", "Aplikasi pengaduan layanan", "Survei kepuasan masyarakat"],
    programme: "Pelayanan publik yang cepat",
    agreement: "Penyelenggaraan pelayanan perizinan",
    organisations: [
      ["Lembaga Pemantau Layanan", "C"],
      ["PT Solusi Administrasi", "B"],
    ],
    sentences: [
      "Pemohon memantau berkasnya dari telepon.",
      "Pengaduan dijawab paling lama tiga hari.",
      "Petugas loket dilatih bahasa isyarat.",
    ],
  },
  work: {
    affair: "labour",
    initiatives: ["Bursa kerja khusus difabel", "Magang lulusan kejuruan di pabrik", "Balai latihan kerja malam hari"],
    needs: ["Instruktur las bersertifikat", "Tempat magang siswa", "Data lowongan tenaga kerja"],
    programme: "Keterampilan kerja bagi pencari kerja",
    agreement: "Penempatan dan pelatihan tenaga kerja",
    organisations: [
      ["Serikat Pekerja Industri", "C"],
      ["PT Karya Teknik Utama", "B"],
    ],
    sentences: [
      "Penganggur muda belajar mengelas dan menjahit.",
      "Buruh migran dibekali sebelum berangkat.",
      "Perusahaan menerima pekerja dari sekolah kejuruan.",
    ],
  },
  data: {
    affair: "statistics",
    initiatives: ["Satu data untuk semua dinas", "Peta terbuka buatan warga", "Sensus kebun raya"],
    needs: ["Ahli statistik untuk data kemiskinan", "Server cadangan data daerah", "Pelatih visualisasi statistik"],
    programme: "Statistik sektoral bagi perangkat daerah",
    agreement: "Pertukaran data dan statistik",
    organisations: [
      ["Jurusan Statistika Terapan", "A"],
      ["Komunitas Peta Terbuka", "C"],
    ],
    sentences: [
      "Data kemiskinan dicocokkan dengan kunjungan ke rumah.",
      "Statistik dibuka dalam format yang dapat dibaca mesin.",
      "Pencacah memakai aplikasi yang bekerja tanpa sinyal.",
    ],
  },
  housing: {
    affair: "housing",
    initiatives: ["Rumah layak huni bergotong royong", "Rusun sewa untuk buruh", "Kampung kumuh jadi taman"],
    needs: ["Arsitek perumahan swadaya", "Bahan bangunan rumah tahan gempa", "Penataan permukiman kumuh"],
    programme: "Menata permukiman bersama warga",
    agreement: "Penyediaan perumahan rakyat",
    organisations: [
      ["Arsitek Komunitas Nusantara", "C"],
      ["PT Griya Rakyat", "B"],
    ],
    sentences: [
      "Rumah reyot dibangun kembali tetangga dalam sepekan.",
      "Lorong permukiman padat diberi cahaya dan udara.",
      "Warga bantaran pindah dengan sukarela.",
    ],
  },
  youth: {
    affair: "youthSport",
    initiatives: ["Liga sepak bola antarkampung", "Karang taruna membuka kafe", "Lapangan atletik terbuka malam"],
    needs: ["Pelatih bulu tangkis", "Peralatan olahraga sekolah", "Mentor wirausaha pemuda"],
    programme: "Kepemimpinan pemuda pelopor",
    agreement: "Pembinaan kepemudaan dan olahraga",
    organisations: [
      ["Karang Taruna Garuda", "C"],
      ["Fakultas Ilmu Keolahragaan", "A"],
    ],
    sentences: [
      "Pemuda mengelola lapangan dan jadwal pertandingan.",
      "Atlet muda diberi makan dan sekolah.",
      "Remaja mengisi sore dengan berlatih.",
    ],
  },
}
