import fc from "fast-check"
import { expect, test } from "vitest"
import { agreementIn } from "#tests/support/agreements.ts"
import { openApp } from "#tests/support/app.ts"
import { everyRow } from "#tests/support/every-row.ts"
import { createWorld } from "#tests/support/world.ts"

const rounds = 5_000

const nasty = fc.oneof(
  fc.string({ unit: "binary", maxLength: 60 }),
  fc.constantFrom(
    "",
    "0",
    "-1",
    "99999999999999999999",
    "../../etc/passwd",
    "%00",
    "\u0000",
    "<script>alert(1)</script>",
    "' or 1=1 --",
    "[object Object]",
    "__proto__",
    "constructor",
    "null",
    "𝔘𝔫𝔦",
    "a".repeat(5_000),
    "2021-13-45",
    "NaN",
  ),
)

const fieldNames = fc.oneof(
  fc
    .constantFrom(
      "name email password next title note lockVersion sha256 passphrase reason decision role organisation accountId clauses[0].title clauses[0].body clauses[999].key base number numberedOn signingDate periodFrom q cursor file evidence code strand regionCode need recipient summary plan contributions[0].kind contributions[0].amount contributions[99].key answers[0].key draftNumber seen theirs susunan points[0].part points[0].text more answer part kinds affair problem place periodUntil title practice form hours number supervisorId startsAt seats dueOn".split(
        " ",
      ),
    )
    .chain((names) => fc.constantFrom(...names)),
  fc.string({ maxLength: 20 }),
)

const contentTypes = fc.constantFrom(
  "application/x-www-form-urlencoded",
  "multipart/form-data",
  "multipart/form-data; boundary=x",
  "application/json",
  "text/plain",
  "application/pdf",
  "",
)

test(`${rounds} malformed requests over every route and method never make a 5xx`, { timeout: 600_000 }, async () => {
  const world = await createWorld()
  const app = await openApp({ world })
  const rows = await everyRow(world)
  const parties = { jabar: rows.exchange.host, magelang: rows.exchange.sender }
  const signing = await agreementIn(world, parties, "signing", { title: "Naskah yang dikunci" })
  const names = [
    "visitor",
    "drafter",
    "approver",
    "head",
    "otherSide",
    "learner",
    "proposer",
    "coauthor",
    "secretariat",
  ]
  const people = await Promise.all(
    names.map((name) => {
      const account = rows.people[name]
      return account ? app.as(account) : app.visitor()
    }),
  )
  const patterns = Object.values(app.build.routes)
    .filter((route) => route !== undefined && route.id !== "root")
    .map((route) => `/${route!.path ?? ""}`.replace("//", "/"))

  const request = fc.record({
    who: fc.constantFrom(...people),
    pattern: fc.constantFrom(...patterns),
    /** Some reach the row that the address means, with whatever is sent to it. */
    filled: fc.constantFrom(true, false, false),
    parameter: fc.oneof(fc.constantFrom(...rows.values, signing), nasty),
    suffix: fc.constantFrom("", ".data", "/", "?q=", "?cursor=%%%", "?_routes=xyz"),
    query: nasty,
    method: fc.constantFrom("GET", "HEAD", "POST", "POST", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"),
    contentType: contentTypes,
    fields: fc.array(fc.tuple(fieldNames, nasty), { maxLength: 6 }),
    raw: fc.option(fc.uint8Array({ maxLength: 300 })),
    origin: fc.constantFrom("http://127.0.0.1:3000", "null", "https://jahat.example", undefined),
  })

  const failures: string[] = []
  await fc.assert(
    fc.asyncProperty(
      request,
      async ({ who, pattern, filled, parameter, suffix, query, method, contentType, fields, raw, origin }) => {
        const path =
          (filled ? rows.fill(pattern) : pattern).replace(/:\w+\??|\*/g, () =>
            encodeURIComponent(wellFormed(parameter)).slice(0, 3_000).replace(/%.?$/, ""),
          ) + suffix
        const url = suffix.endsWith("=") ? path + encodeURIComponent(wellFormed(query)) : path
        const headers: Record<string, string> = { Accept: "text/html" }
        if (contentType) headers["Content-Type"] = contentType
        if (origin) headers.Origin = origin
        const body =
          method === "GET" || method === "HEAD"
            ? null
            : raw
              ? Buffer.from(raw)
              : fields
                  .map(
                    ([name, value]) =>
                      `${encodeURIComponent(wellFormed(name))}=${encodeURIComponent(wellFormed(value))}`,
                  )
                  .join("&")
        const answer = await who.send(url, { method, headers, body })
        if (answer.status >= 500) failures.push(`${answer.status} ${method} ${url.slice(0, 160)}`)
        return answer.status < 500
      },
    ),
    { numRuns: rounds, seed: 20211208, endOnFailure: true },
  )
  expect(failures).toEqual([])
  expect(app.logged.filter(({ level }) => level === "error")).toEqual([])
})

/** Lone halves of a character pair cannot be written in a URL at all. */
const wellFormed = (text: string): string => Buffer.from(text, "utf8").toString("utf8")
