export const initiative = {}
