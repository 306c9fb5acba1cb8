import type { NumberKind } from "./civil-servant-number.ts"

/** Pangkat dan golongan PNS, from low to high. */
const ofCivilServants = [
  ["I/a", "Juru Muda"],
  ["I/b", "Juru Muda Tingkat I"],
  ["I/c", "Juru"],
  ["I/d", "Juru Tingkat I"],
  ["II/a", "Pengatur Muda"],
  ["II/b", "Pengatur Muda Tingkat I"],
  ["II/c", "Pengatur"],
  ["II/d", "Pengatur Tingkat I"],
  ["III/a", "Penata Muda"],
  ["III/b", "Penata Muda Tingkat I"],
  ["III/c", "Penata"],
  ["III/d", "Penata Tingkat I"],
  ["IV/a", "Pembina"],
  ["IV/b", "Pembina Tingkat I"],
  ["IV/c", "Pembina Utama Muda"],
  ["IV/d", "Pembina Utama Madya"],
  ["IV/e", "Pembina Utama"],
].map(([grade, name]) => `${name} (${grade})`)

const numerals = "I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII".split(" ")

/** The ranks that people with a number of each kind can hold, as they are printed. */
export const ranks: Readonly<Record<NumberKind, readonly string[]>> = {
  nip: ofCivilServants,
  ni_pppk: numerals.map((numeral) => `Golongan ${numeral}`),
}
