import { describe, expect, it } from "vitest"
import { invitationForm, organisationForm } from "#app/domain/organisation/schema.ts"
import { slugOf } from "#app/domain/organisation/slug.ts"
import { detailsOf } from "#tests/support/organisations.ts"

const errors = (change: Record<string, unknown>) => {
  const parsed = organisationForm.safeParse({ ...detailsOf(), ...change })
  return parsed.success ? [] : parsed.error.issues.map(({ path, message }) => [path.join("."), message])
}
const read = (change: Record<string, unknown>) => organisationForm.parse({ ...detailsOf(), ...change })

describe("what an organisation says of itself", () => {
  it.each([
    ["nothing wrong", {}, []],
    ["no name", { name: "  " }, [["name", "field.required"]]],
    ["a short name", { name: "ab" }, [["name", "field.tooShort"]]],
    ["a long name", { name: "a".repeat(161) }, [["name", "field.tooLong"]]],
    ["a name without a letter", { name: "12345" }, [["name", "field.characters"]]],
    ["markup in the name", { name: "Komunitas <script>" }, [["name", "field.characters"]]],
    ["a name that reads as another", { name: "Komunitas \u202Egnay" }, [["name", "field.characters"]]],
    ["a form of another strand", { legalForm: "pt" }, [["legalForm", "organisation.formOfOtherStrand"]]],
    ["a form that does not exist", { legalForm: "kerajaan" }, [["legalForm", "field.choose"]]],
    ["a code that is no region's", { regionCode: "33.71.01" }, [["regionCode", "field.choose"]]],
    ["a short description", { description: "Pendek." }, [["description", "field.tooShort"]]],
    ["an address that is none", { contactEmail: "bukan-surel" }, [["contactEmail", "field.email"]]],
    ["a telephone of words", { contactPhone: "nol delapan" }, [["contactPhone", "field.phone"]]],
    ["a website that runs script", { website: "javascript:alert(1)" }, [["website", "field.url"]]],
    ["a website with a password", { website: "https://a:b@lembaga.example" }, [["website", "field.url"]]],
    ["a website without a domain", { website: "localhost" }, [["website", "field.url"]]],
  ])("%s", (_what, change, expected) => {
    expect(errors(change)).toEqual(expected)
  })

  it("is put in order as it is read", () => {
    expect(read({ name: "  Komunitas \t Sungai\u00a0Progo " }).name).toBe("Komunitas Sungai Progo")
    expect(read({ name: "Komunitas Ñandu\u0301" }).name).toBe("Komunitas Ñandú")
    expect(read({ website: "lembaga.example" }).website).toBe("https://lembaga.example")
    expect(read({ website: "http://lembaga.example/tentang" }).website).toBe("http://lembaga.example/tentang")
    expect(read({ website: undefined }).website).toBe("")
    expect(read({ description: "Baris satu yang panjang.\r\nBaris dua." }).description).toBe(
      "Baris satu yang panjang.\nBaris dua.",
    )
    expect(read({ contactEmail: " Nama@Contoh.Example " }).contactEmail).toBe("nama@contoh.example")
  })
})

it("an invitation goes to an address in lower case, in a role that exists", () => {
  expect(invitationForm.parse({ email: "NAMA@Contoh.example", role: "drafter" })).toEqual({
    email: "nama@contoh.example",
    role: "drafter",
  })
  expect(invitationForm.safeParse({ email: "a@b.example", role: "owner" }).success).toBe(false)
})

it.each([
  ["Komunitas Sungai Progo", "komunitas-sungai-progo"],
  ["  CV. Ñandú & Rekan!  ", "cv-nandu-rekan"],
  ["日本", "organisasi"],
  ["-- --", "organisasi"],
  ["a".repeat(100), "a".repeat(60)],
  [`${"ab ".repeat(40)}`, `${"ab-".repeat(19)}ab`],
])("the address of %j is %j", (name, slug) => {
  expect(slugOf(name)).toBe(slug)
})
