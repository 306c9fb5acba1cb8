/** What the pages of regions, partners and the front tell of who works with whom. */
export const network = {
  came: {
    title: "Apa hasilnya",
    lede: "Diukur dari keadaan awal menuju sasaran, oleh yang mengerjakannya, dengan sumber angka.",
    from: "dari {baseline} menuju {target}",
    next: "Sesudahnya",
    empty: "Belum ada hasil yang diukur",
    emptyBody: "Hasil ukur inisiatif tampil di sini, beserta apa yang terjadi sesudahnya.",
  },
  ties: {
    title: "Siapa bekerja dengan siapa",
    lede: "Kesepakatan, program belajar, inisiatif terbit, dan usulan yang diterima; yang terbaru lebih dulu.",
    counterpart: "Mitra",
    region: "Wilayah",
    together: "Dikerjakan bersama",
    regions: "Bekerja dengan wilayah mana",
    agreement: "Kesepakatan · {state} · mulai berlaku {date}",
    programme: "Program belajar · {state} · diumumkan {date}",
    initiative: "Inisiatif · {state} · ikut sejak {date}",
    proposal: "Usulan · diterima {date}",
    older: "{count|satu lagi yang lebih lama|# lagi yang lebih lama}",
    rest: "{count|Satu lagi|# lagi}",
    cut: "Hanya {count} kerja sama terbaru yang ditampilkan; selebihnya ada di data terbuka.",
    byStrand: "Jumlah mitra menurut unsur",
    ofStrand: "{strand}: {count}",
  },
}
