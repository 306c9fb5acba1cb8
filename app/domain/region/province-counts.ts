/** How many of something each province has, by its code; one that has none may be missing. */
export type ProvinceCounts = ReadonlyMap<string, number>

/** Adds up what each region has under its province, whose code every region's code begins with. */
export function byProvince(rows: readonly { readonly regionCode: string; readonly count: number }[]): ProvinceCounts {
  const counts = new Map<string, number>()
  for (const { regionCode, count } of rows) {
    const province = regionCode.slice(0, 2)
    counts.set(province, (counts.get(province) ?? 0) + count)
  }
  return counts
}
