import { beforeEach, describe, expect, test } from "vitest"
import { days } from "#app/domain/kernel/clock.ts"
import { agreementIn, type Side, twoRegions } from "#tests/support/agreements.ts"
import { type Answer, openApp, type TestApp } from "#tests/support/app.ts"

let app: TestApp
let sides: { jabar: Side; magelang: Side }

beforeEach(async () => {
  app = await openApp()
  sides = await twoRegions(app.world)
})

const origin = "http://127.0.0.1:3000"
const list = "/api/v1/agreements"
const read = (path: string) => app.visitor().get(path)
const inForce = (title: string) => agreementIn(app.world, sides, "in_force", { title })
function problemIn(answer: Answer, status: number) {
  expect(answer.status).toBe(status)
  expect(answer.headers.get("Content-Type")).toBe("application/problem+json")
  const body = JSON.parse(answer.text)
  expect(body).toMatchObject({ type: "about:blank", status })
  expect(body.title.length).toBeGreaterThan(0)
  expect(body.detail.length).toBeGreaterThan(0)
  return body
}

describe("one agreement", () => {
  test("carries everything that is promised, with the addresses of its page and file", async () => {
    const code = await inForce("Karakter Aparatur")
    const answer = await read(`${list}/${code}`)
    expect(answer.status).toBe(200)
    expect(answer.headers.get("Access-Control-Allow-Origin")).toBe("*")
    const body = JSON.parse(answer.text)
    expect(body).toMatchObject({
      code,
      title: "Karakter Aparatur",
      kind: "kesepakatan_bersama",
      state: "in_force",
      period: { from: "2026-03-10", until: "2029-03-09" },
      signedOn: "2026-03-10",
      place: "Bandung",
      pageUrl: `${origin}/kesepakatan/${code}`,
      pdfUrl: `${origin}/kesepakatan/${code}/dokumen.pdf`,
    })
    expect(body.parties.map(({ region }: { region: { name: string } }) => region.name)).toEqual([
      "Provinsi Jawa Barat",
      "Kota Magelang",
    ])
    expect(Object.keys(body.signatures[0])).toEqual(["signer", "office", "party", "signedAt", "provider"])
    expect(body.signatures).toHaveLength(2)
    expect(body.clauses[0]).toEqual({ key: "konsideran", title: "KONSIDERAN", body: expect.any(String) })
    const file = await read(new URL(body.pdfUrl).pathname)
    expect(file.headers.get("ETag")).toBe(`"${body.sha256}"`)
    expect((await read(new URL(body.verifyUrl).pathname)).status).toBe(200)
  })

  test("that is not public does not exist, not even for its own parties", async () => {
    const party = await app.as(sides.jabar.approver)
    const code = await agreementIn(app.world, sides, "signing")
    for (const path of [`${list}/${code}`, `${list}/KB-0000-0000`, `${list}/x`]) {
      problemIn(await read(path), 404)
      problemIn(await party.get(path), 404)
    }
  })
})

describe("the list", () => {
  test("holds what is public, newest first, and links each page to the next", async () => {
    for (const title of ["Naskah Satu", "Naskah Dua", "Naskah Tiga"]) {
      await inForce(title)
      app.world.clock.turn(days(1))
    }
    await agreementIn(app.world, sides, "negotiation", { title: "Belum untuk umum" })
    const whole = JSON.parse((await read(list)).text)
    expect(whole.data.map(({ title }: { title: string }) => title)).toEqual([
      "Naskah Tiga",
      "Naskah Dua",
      "Naskah Satu",
    ])
    expect(whole.next).toBeNull()

    const titles: string[] = []
    let address: string | null = `${list}?limit=1&q=naskah`
    while (address !== null && titles.length < 9) {
      const answer: Answer = await read(address)
      const { data, next } = JSON.parse(answer.text)
      titles.push(...data.map(({ title }: { title: string }) => title))
      const link = answer.headers.get("Link")
      expect(link === null).toBe(next === null)
      if (link !== null) expect(link).toMatch(/^<http:\/\/127\.0\.0\.1:3000\/api\/v1\/agreements\?[^>]*>; rel="next"$/)
      if (link !== null) expect(link).toContain("limit=1")
      address = link === null ? null : (link.match(/^<http:\/\/127\.0\.0\.1:3000([^>]*)>/)?.[1] ?? null)
    }
    expect(titles).toEqual(["Naskah Tiga", "Naskah Dua", "Naskah Satu"])
  })

  test("names each parameter that it does not understand, and answers nothing by guess", async () => {
    const wrong: readonly (readonly [string, string])[] = [
      ["limit", "0"],
      ["limit", "101"],
      ["limit", "-1"],
      ["limit", "1.5"],
      ["limit", "banyak"],
      ["cursor", "bukan-kursor"],
      ["cursor", "%00"],
      ["q", "a".repeat(201)],
      ["region", "jabar"],
      ["status", "draft"],
      ["year", "21"],
    ]
    for (const [name, value] of wrong) {
      const body = problemIn(await read(`${list}?${name}=${value}`), 400)
      expect(Object.keys(body.errors), `${name}=${value}`).toEqual([name])
    }
    problemIn(await read(`${list}?limit=1&limit=2`), 400)
    for (const limit of ["1", "100"]) expect((await read(`${list}?limit=${limit}`)).status).toBe(200)
  })

  test("can only be read, whoever asks and whatever he carries", async () => {
    const party = await app.as(sides.jabar.approver)
    for (const path of [list, `${list}/KB-0000-0000`])
      for (const method of ["POST", "PUT", "PATCH", "DELETE"]) {
        const answer = await party.send(path, { method })
        problemIn(answer, 405)
        expect(answer.headers.get("Allow")).toBe("GET, HEAD")
      }
  })
})
