import type { Strand } from "#db/schema.ts"

/** The five strands of the pentahelix in their order: academics, business, community, government, media. */
export const strands = ["A", "B", "C", "G", "M"] as const satisfies readonly Strand[]

/** The legal forms an organisation of each strand may have. "pemda" is the government of a region itself. */
export const legalForms = {
  A: ["universitas", "politeknik", "sekolah_tinggi", "lembaga_riset"],
  B: ["pt", "cv", "koperasi", "bumn", "bumd", "usaha_perorangan"],
  C: ["yayasan", "perkumpulan", "ormas", "komunitas"],
  G: ["pemda", "perangkat_daerah", "instansi_vertikal"],
  M: ["perusahaan_pers", "lembaga_penyiaran", "media_komunitas"],
} as const satisfies Record<Strand, readonly string[]>

export type LegalForm = (typeof legalForms)[Strand][number]

export const allLegalForms = strands.flatMap((strand): readonly LegalForm[] => legalForms[strand])

/** Whether an organisation of this strand can have this legal form. */
export const suitsStrand = (strand: Strand, form: string): boolean =>
  (legalForms[strand] as readonly string[]).includes(form)

export const isStrand = (text: string): text is Strand => (strands as readonly string[]).includes(text)
