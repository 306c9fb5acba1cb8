/** The five strands of the pentahelix by their letters, in the order in which they are always shown. */
export const STRANDS = ["A", "B", "C", "G", "M"] as const
export type Strand = (typeof STRANDS)[number]
