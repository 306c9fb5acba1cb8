/**
 * "R. W." of "Ratna Widyaningsih, S.IP., M.Si.": enough to compare with the file in one's hand, too little to learn a
 * name from. Titles stand behind a comma, or end in a full stop before the name.
 */
export function initialsOf(name: string): string {
  const words = (name.split(",")[0] ?? "").split(/\s+/)
  const bare = words.filter((word) => /^\p{L}/u.test(word) && !/\.$/.test(word))
  return (bare.length > 0 ? bare : words.filter((word) => /^\p{L}/u.test(word)))
    .map((word) => `${[...word][0]!.toUpperCase()}.`)
    .join(" ")
}
