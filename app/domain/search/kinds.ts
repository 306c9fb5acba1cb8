/** What can be found, in the order in which a page names it. The names are those of the audit log's subjects. */
export const searchKinds = ["agreement", "initiative", "need", "programme", "organisation", "region", "page"] as const
export type SearchKind = (typeof searchKinds)[number]

export const isSearchKind = (word: unknown): word is SearchKind => searchKinds.includes(word as SearchKind)
