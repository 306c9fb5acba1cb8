/** The page of one strand of the pentahelix. */
export const strand = {
  eyebrow: "Unsur pentahelix",
  others: "Lima unsur",
  description:
    "Unsur {strand} di jejaring Simpul: mitra terverifikasi, inisiatif yang diikutinya, wilayah yang bekerja dengannya, dan kebutuhan yang dapat dijawab.",
  tally: {
    title: "Dalam angka",
    partners: "{count|Mitra|Mitra} terverifikasi",
    initiatives: "{count|Inisiatif|Inisiatif} diikuti",
    regions: "{count|Wilayah|Wilayah} yang bekerja dengannya",
  },
  partners: "Mitra terbaru",
  partnersLede: "Yang terakhir diverifikasi lebih dulu.",
  partnersNone: "Belum ada mitra terverifikasi dari unsur ini. Organisasi yang pertama mendaftar akan tampil di sini.",
  allPartners: "Semua mitra unsur ini",
  initiatives: "Inisiatif yang diikuti",
  initiativesNone: "Belum ada inisiatif terbit yang diikuti unsur ini.",
  allInitiatives: "Semua inisiatif dengan unsur ini",
  regions: "Bekerja dengan wilayah mana",
  regionsLede:
    "Inisiatif terbit, usulan yang diterima, dan kesepakatan yang berlaku, dihitung seperti pada anyaman di halaman depan.",
  regionsNone: "Belum ada wilayah yang bekerja bersama unsur ini.",
  region: "Wilayah",
  shared: "Kerja bersama",
  needs: "Yang sedang dicari daerah",
  needsNone: "Saat ini tidak ada kebutuhan yang terbuka. Usulan tetap dapat diajukan tanpa menunggu kebutuhan.",
  allNeeds: "Semua kebutuhan terbuka",
  join: "Ikut serta",
  joinLede: "Organisasi yang terverifikasi dapat menjawab kebutuhan daerah atau mengusulkan hal lain.",
  how: "Cara berkontribusi",
  register: "Daftarkan organisasi",
}
