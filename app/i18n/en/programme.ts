export const programme = {}
