// biome-ignore lint/complexity/noBannedTypes: filled by the noun
export type InitiativeEvents = {}
