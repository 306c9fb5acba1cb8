import fc from "fast-check"
import { describe, expect, it } from "vitest"
import {
  countInWords,
  dateInFigures,
  dateInLetters,
  dateInWords,
  largestInWords,
  numberInWords,
  periodInWords,
} from "#app/domain/agreement/text/words.ts"

/** Reads Indonesian number words back, by another way than they are written. */
function readNumber(words: string): number {
  const small: Record<string, number> = {
    satu: 1,
    dua: 2,
    tiga: 3,
    empat: 4,
    lima: 5,
    enam: 6,
    tujuh: 7,
    delapan: 8,
    sembilan: 9,
    sepuluh: 10,
    sebelas: 11,
    seratus: 100,
  }
  const scale: Record<string, number> = { ribu: 1e3, juta: 1e6, miliar: 1e9, triliun: 1e12 }
  let total = 0
  let group = 0
  let last = 0
  for (const word of words.split(" ")) {
    if (word === "nol") return 0
    if (word === "seribu") total += 1_000
    else if (word === "belas") group += 10
    else if (word === "puluh") group += last * 9
    else if (word === "ratus") group += last * 99
    else if (scale[word] !== undefined) {
      total += group * scale[word]
      group = 0
    } else {
      const value = small[word]
      if (value === undefined) throw new Error(`unknown word ${word}`)
      group += value
      last = value
    }
  }
  return total + group
}

describe("numbers in words", () => {
  it.each([
    [0, "nol"],
    [1, "satu"],
    [10, "sepuluh"],
    [11, "sebelas"],
    [12, "dua belas"],
    [19, "sembilan belas"],
    [20, "dua puluh"],
    [21, "dua puluh satu"],
    [99, "sembilan puluh sembilan"],
    [100, "seratus"],
    [101, "seratus satu"],
    [111, "seratus sebelas"],
    [200, "dua ratus"],
    [999, "sembilan ratus sembilan puluh sembilan"],
    [1_000, "seribu"],
    [1_001, "seribu satu"],
    [1_100, "seribu seratus"],
    [2_021, "dua ribu dua puluh satu"],
    [10_000, "sepuluh ribu"],
    [11_000, "sebelas ribu"],
    [100_000, "seratus ribu"],
    [101_000, "seratus satu ribu"],
    [1_000_000, "satu juta"],
    [1_001_000, "satu juta seribu"],
    [1_000_000_000, "satu miliar"],
    [1_250_000, "satu juta dua ratus lima puluh ribu"],
    [1_000_000_000_000, "satu triliun"],
  ])("%d is %s", (value, words) => {
    expect(numberInWords(value)).toBe(words)
  })

  it("can be read back over the whole range", () => {
    fc.assert(
      fc.property(fc.oneof(fc.integer({ min: 0, max: 99_999 }), fc.maxSafeNat()), (value) => {
        fc.pre(value <= largestInWords)
        expect(readNumber(numberInWords(value))).toBe(value)
      }),
      { numRuns: 2_000 },
    )
  })

  it("knows the last number of 999 triliun and nothing beyond it", () => {
    expect(readNumber(numberInWords(largestInWords))).toBe(999_999_999_999_999)
    for (const wrong of [largestInWords + 1, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(() => numberInWords(wrong)).toThrow(RangeError)
    }
  })

  it("writes counts and terms with their figures", () => {
    expect(countInWords(2, "rangkap")).toBe("2 (dua) rangkap")
    expect(periodInWords(60)).toBe("5 (lima) tahun")
    expect(periodInWords(18)).toBe("1 (satu) tahun 6 (enam) bulan")
    expect(periodInWords(11)).toBe("11 (sebelas) bulan")
    expect(() => periodInWords(0)).toThrow(RangeError)
  })
})

describe("dates in words", () => {
  it("says the day of the demo agreement", () => {
    expect(dateInWords("2021-12-08")).toBe("Rabu, tanggal delapan bulan Desember tahun dua ribu dua puluh satu")
    expect(dateInFigures("2021-12-08")).toBe("08-12-2021")
    expect(dateInLetters("2021-12-08")).toBe("8 Desember 2021")
  })

  it("knows weekdays and leap days", () => {
    expect(dateInWords("2024-02-29")).toMatch(/^Kamis, tanggal dua puluh sembilan bulan Februari/)
    expect(dateInWords("2000-01-01")).toMatch(/^Sabtu, tanggal satu bulan Januari tahun dua ribu$/)
    expect(dateInWords("1945-08-17")).toMatch(/^Jumat, tanggal tujuh belas bulan Agustus/)
  })

  it.each(["2023-02-29", "2021-13-01", "2021-00-10", "2021-01-32", "2021-1-1", "08-12-2021", "", "2021-12-08T00:00Z"])(
    "refuses %j",
    (date) => {
      expect(() => dateInWords(date)).toThrow(RangeError)
    },
  )
})
