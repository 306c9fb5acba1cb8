export const meta = {
  cardAlt: "Kartu Simpul berjudul “{title}” dengan simpul lima untai",
  demo: "Peraga, bukan dokumen resmi",
  style: "Warna, huruf, ukuran, dan bagian-bagian halaman Simpul, untuk siapa pun yang ikut membangunnya.",
  handbook: "Panduan Simpul untuk pengguna, pengelola, dan pengembang: {title}.",
  agreement: "Kesepakatan bersama {code} antara {first} dan {second}: naskah, tanda tangan, dan jangka waktunya.",
  region: "Mitra jejaring, kesepakatan yang berlaku, dan pembagian wilayah {region}, kode {code}.",
  organisation: "{name}, mitra jejaring Simpul di {region}.",
  card: {
    handbook: "Panduan Simpul untuk pengguna, pengelola, dan pengembang: {title}.",
    agreement: "Kesepakatan bersama",
    initiative: "Inisiatif",
    need: "Kebutuhan",
    organisation: "Mitra jejaring",
    programme: "Program belajar",
    practice: "Praktik baik",
  },
}
