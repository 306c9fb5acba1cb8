export const data = {
  title: "Data terbuka",
  lede: "Semua yang tampil di daftar publik portal ini dapat diambil sebagai data: berkas untuk lembar kerja, umpan untuk pembaca berita, dan API untuk program. Tanpa pendaftaran.",
  description:
    "Data terbuka jejaring Simpul: kesepakatan, inisiatif, kebutuhan, mitra, program belajar, dan wilayah sebagai CSV, JSON, Atom, dan API.",
  sets: "Kumpulan data",
  setsLede:
    "Setiap daftar punya berkas di alamat yang sama dengan akhiran .csv, .json, atau .atom. Saringan pada daftar berlaku juga pada berkasnya.",
  name: "Data",
  what: "Isi",
  files: "Berkas",
  api: "API",
  set: {
    agreements: {
      title: "Kesepakatan",
      what: "Kesepakatan antardaerah yang berlaku atau sudah berakhir: para pihak, masa berlaku, berkas tersegel, dan tanda tangannya.",
    },
    initiatives: {
      title: "Inisiatif",
      what: "Kerja bersama yang sudah terbit: pelaksana, tonggak, capaian, dan kabarnya.",
    },
    needs: {
      title: "Kebutuhan daerah",
      what: "Yang diminta pemerintah daerah kepada jejaring, dengan hari terakhir mengusulkan dan keputusan atas usulan.",
    },
    organisations: {
      title: "Mitra",
      what: "Organisasi terverifikasi dari kelima unsur. Tanpa nama narahubung, telepon, atau surel.",
    },
    programmes: {
      title: "Program belajar",
      what: "Program belajar antardaerah: kurikulum, angkatan, dan jumlah peserta. Tanpa nama peserta.",
    },
    regions: {
      title: "Wilayah",
      what: "Provinsi, kabupaten, dan kota dengan kode resminya.",
    },
  },
  format: { csv: "CSV", json: "JSON", atom: "Atom", ics: "Kalender" },
  download: "Unduh",
  downloadLabel: "Daftar ini sebagai data",
  feed: "{title}: yang terbaru",
  terms: "Ketentuan pemakaian",
  licence: "Lisensi",
  licenceSource: "Dasar lisensi",
  licenceShipped: "Pilihan portal ini, bukan ketentuan peraturan. Pengelola dapat menggantinya lewat baris setelan.",
  cite: "Cara menyebut sumber",
  citation: "Simpul, {set}, diambil {date}, {address}. {licence}.",
  citationSet: "nama data",
  citationDate: "tanggal pengambilan",
  rhythm: "Pembaruan",
  rhythmBody:
    "Langsung: data dibaca dari sumber yang sama dengan halaman, sehingga perubahan tampak saat itu juga. Kirim kembali ETag jawaban terakhir sebagai If-None-Match; bila tidak ada yang berubah, jawabannya 304 tanpa isi.",
  limits: "Batas",
  limitsBody:
    'Satu jawaban API berisi paling banyak {most} rekaman, satu berkas CSV paling banyak {file} baris, dan satu halaman umpan {feed} entri. Selebihnya ada di alamat berikutnya: kepala Link dengan rel="next". Parameter yang tidak dikenal ditolak dengan 400, bukan diabaikan.',
  personal: "Data pribadi",
  personalBody:
    "Tidak ada nomor identitas, nomor telepon, surel, atau nama peserta belajar. Nama yang tercetak pada naskah tersegel sebagai penanda tangan tetap tercantum.",
  spreadsheet: "Lembar kerja",
  spreadsheetBody:
    "CSV memakai UTF-8, koma, dan tajuk berbahasa Inggris yang tidak berubah. Teks yang diawali =, +, -, atau @ didahului tanda petik tunggal supaya tidak dijalankan sebagai rumus.",
  example: "Contoh",
  exampleLede: "Kesepakatan dengan pihak di Jawa Tengah, dua per halaman:",
  reference: "Rujukan API",
  referenceLede:
    "Disusun dari dokumen OpenAPI 3.1 yang sama dengan yang dibaca program. Penjelasan bidang ditulis dalam bahasa Inggris.",
  document: "Dokumen OpenAPI",
  token: "Perlu token organisasi",
  parameters: "Parameter",
  parameter: "Nama",
  place: "Letak",
  answers: "Jawaban",
  status: "Status",
  meaning: "Arti",
  body: "Isi permintaan",
  schemas: "Skema",
  field: "Bidang",
  kind: "Jenis",
  about: "Penjelasan",
  optional: "boleh tidak ada",
  told: {
    signed: "ditandatangani di {place}, {date}",
    until: "sampai {date}",
  },
  calendar: {
    needs: "Simpul: hari terakhir mengusulkan",
    lastDay: "Hari terakhir mengusulkan: {title}",
    programmes: "Simpul: sesi belajar",
  },
}
