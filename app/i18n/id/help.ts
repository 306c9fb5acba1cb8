export const help = {
  title: "Bantuan",
  lede: "Cara memakai Simpul, langkah demi langkah, dan cara kerjanya.",
  style: "Gaya visual Simpul",
  otherLanguageOnly: "Halaman ini hanya ada dalam bahasa Inggris.",
  part: {
    users: "Panduan pengguna",
    operators: "Panduan operator",
    developers: "Panduan pengembang",
    decisions: "Catatan keputusan",
  },
}
