export const workspace = {
  title: "Ruang kerja",
  lede: "Apa yang menunggu Anda, yang paling lama lebih dulu.",
  actingFor: "Anda bertindak untuk {organisation}",
  change: "Ganti organisasi",
  inbox: {
    title: "Menunggu Anda",
    empty: "Tidak ada yang menunggu Anda",
    emptyBody: "Bila ada yang perlu Anda baca, setujui, atau tanda tangani, hal itu muncul di sini.",
    since: "Menunggu sejak {date}",
    due: "Tenggat {date}",
  },
  noOrganisation: {
    title: "Anda belum menjadi anggota organisasi",
    body: "Daftarkan organisasi Anda, atau minta admin organisasi mengundang surel Anda.",
    action: "Daftarkan organisasi",
  },
  organisations: "Organisasi saya",
  agreements: "Kesepakatan",
  acting: {
    title: "Bertindak untuk siapa?",
    lede: "Semua yang Anda lakukan di ruang kerja tercatat atas nama organisasi ini.",
    label: "Organisasi",
    nobody: "Tidak satu pun",
    nobodyHint: "Hanya membaca, tanpa wewenang organisasi",
    submit: "Pakai organisasi ini",
  },
  mailbox: {
    title: "Kotak surat peraga",
    lede: "Pesan yang dikirim portal ini. Hanya ada pada mode peraga, karena tidak ada server surel.",
    to: "Kepada",
    empty: "Belum ada pesan",
  },
}
