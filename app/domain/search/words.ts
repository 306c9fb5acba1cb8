/** Words of a search that count; the rest of a longer one is ignored. */
export const mostWords = 8
/** Characters of a search that count. */
export const longestSearch = 200

/** Lower-case words of what somebody searches for, without control characters and repetitions. */
export const searchWords = (q: string): string[] =>
  [
    ...new Set(
      q
        .slice(0, longestSearch)
        .normalize("NFC")
        .toLowerCase()
        .match(/[^\s\p{Cc}]+/gu) ?? [],
    ),
  ].slice(0, mostWords)
