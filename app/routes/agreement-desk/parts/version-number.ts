/** A version's number as an address carries it. Anything else is a number that no version has. */
export const versionNumber = (text: string): number => (/^[1-9]\d{0,8}$/.test(text) ? Number(text) : Number.NaN)
