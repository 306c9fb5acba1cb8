/** Which rows a person may see is the queries' part; here stands who may do what to them. */
export const initiativePolicy = {} as const
