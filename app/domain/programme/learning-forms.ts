/**
 * How hours of learning (JP) count by form. None of it is a claim of law: these are the values that agencies use,
 * with where they were found, and the row `learning.forms` of the settings replaces them.
 */
export type LearningRule = "asProgrammed" | "perDay" | "perSession" | "perActivity"

export type LearningForm = {
  readonly key: string
  readonly name: { readonly id: string; readonly en: string }
  /**
   * `asProgrammed`: the module's own hours, spread over its sessions. `perDay`: `hours` for each day of this form.
   * `perSession`: `hours` for each session. `perActivity`: `hours` once for a module of a cohort.
   */
  readonly rule: LearningRule
  /** 0 where the programme says how many. */
  readonly hours: number
  /** What a person may count of this form at most, whatever he attended. */
  readonly limit?: { readonly per: "month" | "day"; readonly sessions?: number; readonly hours?: number }
}

export type LearningForms = { readonly forms: readonly LearningForm[]; readonly source: string }

export const shippedForms: LearningForms = {
  source:
    "Peraturan LAN 10/2018 tentang pengembangan kompetensi PNS, menurut tabel konversi JP yang dipakai instansi; belum dicocokkan dengan naskah peraturan dan aturan pelaksana UU 20/2023.",
  forms: [
    { key: "training", name: { id: "Pelatihan", en: "Training" }, rule: "asProgrammed", hours: 0 },
    {
      key: "course",
      name: { id: "Kursus, penataran, atau bimbingan teknis", en: "Course or technical guidance" },
      rule: "asProgrammed",
      hours: 0,
    },
    {
      key: "e-learning",
      name: { id: "Pembelajaran elektronik atau jarak jauh", en: "Electronic or distance learning" },
      rule: "asProgrammed",
      hours: 0,
    },
    {
      key: "seminar",
      name: { id: "Seminar, konferensi, atau sarasehan", en: "Seminar or conference" },
      rule: "perDay",
      hours: 4,
    },
    { key: "workshop", name: { id: "Lokakarya", en: "Workshop" }, rule: "perDay", hours: 5 },
    {
      key: "coaching",
      name: { id: "Coaching", en: "Coaching" },
      rule: "perSession",
      hours: 2,
      limit: { per: "month", sessions: 2 },
    },
    {
      key: "mentoring",
      name: { id: "Mentoring", en: "Mentoring" },
      rule: "perSession",
      hours: 2,
      limit: { per: "month", sessions: 2 },
    },
    {
      key: "self-study",
      name: { id: "Belajar mandiri", en: "Self-study" },
      rule: "perSession",
      hours: 2,
      limit: { per: "day", hours: 2 },
    },
    {
      key: "learning-community",
      name: { id: "Komunitas belajar", en: "Learning community" },
      rule: "perSession",
      hours: 2,
      limit: { per: "day", hours: 2 },
    },
    {
      key: "benchmarking",
      name: { id: "Patok banding (studi tiru)", en: "Benchmarking visit" },
      rule: "perActivity",
      hours: 10,
    },
    { key: "internship", name: { id: "Magang", en: "Internship" }, rule: "perActivity", hours: 20 },
    { key: "secondment", name: { id: "Detasering", en: "Secondment" }, rule: "perActivity", hours: 20 },
    { key: "exchange", name: { id: "Pertukaran pegawai", en: "Staff exchange" }, rule: "perActivity", hours: 20 },
    {
      key: "workplace-guidance",
      name: { id: "Bimbingan di tempat kerja", en: "Guidance at the workplace" },
      rule: "asProgrammed",
      hours: 0,
    },
    { key: "outdoor", name: { id: "Pelatihan alam terbuka", en: "Outdoor learning" }, rule: "asProgrammed", hours: 0 },
  ],
}

/** What a civil servant is to learn in a year. */
export type YearlyRight = {
  readonly hours: number
  readonly pppkHours: number
  readonly source: string
  readonly pppkSource: string
}

export const shippedYearlyRight: YearlyRight = {
  hours: 20,
  source: "Hak pengembangan kompetensi PNS paling sedikit 20 JP setahun (PP 11/2017 dan Peraturan LAN 10/2018).",
  pppkHours: 24,
  pppkSource: "PPPK paling banyak 24 JP dalam satu tahun perjanjian kerja: belum dipastikan dari naskah peraturan.",
}

/** From which share of the sessions on a learner has taken part. */
export type CompletionSetting = { readonly attendancePercent: number; readonly source: string }

export const shippedCompletion: CompletionSetting = {
  attendancePercent: 80,
  source: "Aturan portal ini sendiri, bukan ketentuan peraturan.",
}

/** The hours that a module of `form` may plan: any where it is as programmed, else a multiple of the form's own. */
export const plannable = (form: LearningForm, hours: number): boolean =>
  form.rule === "asProgrammed" || (form.rule === "perActivity" ? hours === form.hours : hours % form.hours === 0)
