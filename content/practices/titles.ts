/**
 * The practices that can be learned, each a text in both languages beside this file. The names here are those of the
 * texts' first headings; certificates print the Indonesian one.
 */
export const practices = {
  "talent-management": { id: "Manajemen talenta sembilan kotak", en: "Nine-box talent management" },
  "bureaucracy-3": { id: "Birokrasi 3.0 yang dinamis", en: "Dynamic bureaucracy 3.0" },
  "saber-hoaks": {
    id: "Saber Hoaks: memeriksa kabar bersama warga",
    en: "Saber Hoaks: checking rumours with citizens",
  },
  "working-with-abcgm": { id: "Bekerja bersama lima unsur (ABCGM)", en: "Working with the five strands (ABCGM)" },
} as const

export type PracticeKey = keyof typeof practices

export const practiceKeys = Object.keys(practices) as PracticeKey[]

export const isPractice = (key: string): key is PracticeKey => Object.hasOwn(practices, key)
