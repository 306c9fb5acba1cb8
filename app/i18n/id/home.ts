export const home = {
  title: "Kerja sama daerah yang dapat diperiksa siapa saja",
  lede: "Pemerintah daerah, akademisi, dunia usaha, komunitas, dan media menyusun, menyepakati, dan menandatangani kerja sama di satu tempat. Hasilnya terbuka, dan keasliannya dapat dibuktikan.",
  read: "Baca kesepakatan",
  join: "Daftarkan organisasi",
  latest: {
    title: "Kesepakatan terbaru",
    lede: "{count|Satu kesepakatan berlaku hari ini.|# kesepakatan berlaku hari ini.}",
    all: "Lihat semua kesepakatan",
    signed: "Ditandatangani {date}, {place}",
    empty: "Belum ada kesepakatan yang berlaku",
    emptyBody: "Kesepakatan tampil di sini begitu kedua daerah menandatanganinya.",
  },
  verifyBox: {
    title: "Memegang dokumen?",
    lede: "Pastikan naskah itu benar yang ditandatangani. Tidak perlu akun.",
    label: "Nomor atau kode dokumen",
    hint: "Ada di kaki setiap halaman dokumen",
    submit: "Periksa",
    upload: "Unggah PDF",
  },
  stages: {
    title: "Dari naskah sampai berlaku",
    draft: {
      title: "Menyusun bersama",
      body: "Dua daerah mengubah pasal demi pasal. Setiap versi tersimpan, setiap perubahan terlihat kata demi kata.",
    },
    agree: {
      title: "Menyetujui versi yang sama",
      body: "Kedua pihak menyetujui versi yang persis sama dan memberi nomornya masing-masing.",
    },
    seal: {
      title: "Menandatangani",
      body: "Hanya pejabat dengan mandat yang sudah diperiksa yang dapat menandatangani, dengan kuncinya sendiri.",
    },
    open: {
      title: "Terbuka untuk umum",
      body: "Naskah, pihak, jangka waktu, dan riwayatnya dapat dibaca. Keasliannya dapat diperiksa siapa saja.",
    },
  },
  strands: {
    title: "Lima unsur, satu simpul",
    lede: "Pentahelix berarti tidak ada yang bekerja sendiri.",
    A: "Kampus dan lembaga riset membawa ilmu, penelitian, dan rencana aksi.",
    B: "Dunia usaha membawa modal, keahlian, dan karya nyata.",
    C: "Komunitas membawa relawan, jangkauan, dan gagasan dari lapangan.",
    G: "Pemerintah membawa kebijakan, perizinan, dan anggaran.",
    M: "Media membawa kabar ke masyarakat dan menjaga keterbukaan.",
  },
}
