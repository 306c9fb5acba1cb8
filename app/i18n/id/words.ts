export const words = {
  contents: "Isi halaman ini",
  updated: "Terakhir diubah {date}",
  beside: "Bacaan lain di “{title}”",
  secretariat: {
    title: "Menghubungi sekretariat jejaring",
    write: "Tulis surel ke",
    how: "Sebutkan alamat halamannya, apa yang ingin Anda lakukan, dan apa yang terjadi. Jangan menyertakan kata sandi, frasa sandi, NIK, atau NIP.",
    none: "Pengelola portal ini belum mengumumkan alamat surel sekretariat. Sampaikan lewat instansi atau organisasi yang menyelenggarakan portal ini.",
  },
}
