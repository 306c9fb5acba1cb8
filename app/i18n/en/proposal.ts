export const proposal = {}
