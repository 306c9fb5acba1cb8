import { describe, expect, it } from "vitest"
import { numberAgreement } from "#app/domain/agreement/numbering.server.ts"
import { getAgreement } from "#app/domain/agreement/queries.server.ts"
import { numberForm } from "#app/domain/agreement/schema.ts"
import { isUniqueViolation } from "#db/portable.ts"
import { agreementIn, giveNumber, lock, seenBy, twoRegions } from "#tests/support/agreements.ts"
import { createWorld } from "#tests/support/world.ts"

async function agreed() {
  const world = await createWorld()
  const sides = await twoRegions(world)
  const code = await agreementIn(world, sides, "agreed")
  const jabar = await world.as(sides.jabar.drafter)
  const give = async (number: string, numberedOn = "2026-03-10", of = code) =>
    numberAgreement(jabar, of, { lockVersion: (await seenBy(jabar, of)).lockVersion, number, numberedOn })
  return { world, sides, code, jabar, give }
}

describe("a party's own number", () => {
  it("belongs to its side and can be changed until the lock", async () => {
    const { world, sides, code, jabar, give } = await agreed()
    await give("12/KS.01.01/BIROPEMOTDA")
    await give("13/KS.01.01/BIROPEMOTDA", "2026-03-11")
    await giveNumber(world, sides.magelang, code, "415.4/7/130/2026")
    expect((await getAgreement(jabar, code)).parties.map(({ number, numberedOn }) => [number, numberedOn])).toEqual([
      ["13/KS.01.01/BIROPEMOTDA", "2026-03-11"],
      ["415.4/7/130/2026", "2026-03-10"],
    ])
    await lock(world, sides.jabar, code)
    await expect(give("14/KS")).rejects.toMatchObject({ key: "flow.step" })
  })

  it("may be the same for both parties, and the same again in another year", async () => {
    const { world, sides, code, give } = await agreed()
    const second = await agreementIn(world, sides, "negotiation")
    await give("1 Tahun 2026")
    await giveNumber(world, sides.magelang, code, "1 Tahun 2026")
    await give("1 Tahun 2026", "2027-01-05", second)
  })

  it("is refused where the organisation gave it to another agreement that year, in whatever case", async () => {
    const { world, sides, give } = await agreed()
    const second = await agreementIn(world, sides, "negotiation")
    await give("01/kerja sama/2026")
    await expect(give("01/KERJA SAMA/2026", "2026-12-31", second)).rejects.toMatchObject({
      code: "invalid",
      fields: { number: ["agreement.numberTaken"] },
      parameters: { year: "2026" },
    })
  })

  it("is kept unique by the database itself", async () => {
    const { world, sides, give } = await agreed()
    await give("7/KS/2026")
    const second = await agreementIn(world, sides, "negotiation")
    const party = (await getAgreement(await world.as(sides.jabar.drafter), second)).own!
    const error = await world.db
      .updateTable("agreementParty")
      .set({ number: "7/ks/2026", numberedOn: "2026-05-01" })
      .where("id", "=", party.id)
      .execute()
      .catch((refused: unknown) => refused)
    expect(isUniqueViolation(error, "agreement_party_number")).toBe(true)
    expect(isUniqueViolation(error, "agreement_party_once")).toBe(false)
    expect(isUniqueViolation(new Error("x"), "agreement_party_number")).toBe(false)
  })

  it("is forbidden to members and needs the newest state", async () => {
    const { world, sides, code, jabar, give } = await agreed()
    const { lockVersion } = await seenBy(jabar, code)
    const input = { lockVersion, number: "9", numberedOn: "2026-03-10" }
    await expect(numberAgreement(await world.as(sides.jabar.head), code, input)).rejects.toMatchObject({
      code: "forbidden",
    })
    await give("8")
    await expect(numberAgreement(jabar, code, input)).rejects.toMatchObject({ key: "stale" })
  })

  it("is one line of at most 60 characters with a real date", () => {
    const errors = (fields: Record<string, string>) => {
      const parsed = numberForm.safeParse({ lockVersion: "1", number: "1/KS", numberedOn: "2026-01-01", ...fields })
      return parsed.success
        ? parsed.data.number
        : parsed.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`)
    }
    expect(errors({ number: "  1 /\tKS  " })).toBe("1 / KS")
    expect(errors({ number: " " })).toEqual(["number: field.required"])
    expect(errors({ number: "9".repeat(61) })).toEqual(["number: field.tooLong"])
    expect(errors({ number: "1\u202e2" })).toEqual(["number: field.characters"])
    expect(errors({ numberedOn: "" })).toEqual(["numberedOn: field.required"])
    expect(errors({ numberedOn: "2026-13-01" })).toEqual(["numberedOn: field.date"])
    expect(errors({ lockVersion: "x" })).toEqual(["lockVersion: form"])
  })
})
