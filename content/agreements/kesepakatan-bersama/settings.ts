import type { MinimumClause } from "#app/domain/agreement/text/minimum.ts"

/**
 * Pengaturan bawaan Kesepakatan Bersama. Tidak satu pun merupakan pernyataan hukum: portal memperingatkan, tidak
 * menghalangi, dan biro hukum boleh mengubahnya.
 */

const minimumSource =
  "Isi minimum Kesepakatan Bersama dalam praktik kerja sama daerah; belum dicocokkan dengan naskah PP 28/2018 dan Permendagri 22/2020."

/** Bagian yang diharapkan ada di antara pasal. Komparisi dan para pihak dicetak dari data, jadi selalu ada. */
export const minimumClauses: readonly MinimumClause[] = [
  { key: "konsideran", title: "Konsideran", source: minimumSource },
  { key: "maksud-dan-tujuan", title: "Maksud dan tujuan", source: minimumSource },
  { key: "objek", title: "Objek", source: minimumSource },
  { key: "ruang-lingkup", title: "Ruang lingkup", source: minimumSource },
  { key: "pelaksanaan", title: "Pelaksanaan", source: minimumSource },
  { key: "jangka-waktu", title: "Jangka waktu", source: minimumSource },
  { key: "surat-menyurat", title: "Surat-menyurat", source: minimumSource },
  { key: "lain-lain", title: "Lain-lain", source: minimumSource },
  { key: "penutup", title: "Penutup", source: minimumSource },
]

/** Jangka waktu terlama yang tidak diberi peringatan, dalam bulan. */
export const longestPeriod = {
  months: 60,
  source:
    "Paling lama 5 tahun dan dapat diperpanjang: praktik Pemerintah Kota Yogyakarta; sebagai aturan nasional belum dipastikan.",
} as const
