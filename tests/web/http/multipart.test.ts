import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { readForm, uploadLimit } from "#app/http/body.server.ts"
import { BodyRefusal } from "#app/http/body-refusal.ts"

const type = "multipart/form-data; boundary=batas"

/** A post whose body arrives in the given pieces. */
function arriving(pieces: Iterable<Uint8Array>, contentType = type): Request {
  const source = pieces[Symbol.iterator]()
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      const next = source.next()
      if (next.done) controller.close()
      else controller.enqueue(next.value)
    },
  })
  return new Request("http://127.0.0.1/", {
    method: "POST",
    headers: { "Content-Type": contentType },
    ...{ body, duplex: "half" },
  })
}

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
const part = (head: string, content: string) =>
  `--batas\r\nContent-Disposition: form-data; ${head}\r\n\r\n${content}\r\n`
const post = (...parts: string[]) => arriving([bytesOf(`${parts.join("")}--batas--\r\n`)])

async function refusalOf(request: Request, limit?: number): Promise<BodyRefusal> {
  const error = await readForm(request, limit).catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(BodyRefusal)
  return error as BodyRefusal
}

/** A large file without holding it: the same piece again and again. */
function* large(before: string, size: number, after: string): Generator<Uint8Array> {
  yield bytesOf(before)
  const piece = new Uint8Array(1024 * 1024)
  for (let left = size; left > 0; left -= piece.length) yield piece.subarray(0, Math.min(left, piece.length))
  yield bytesOf(after)
}
const fileHead = (name: string) =>
  `--batas\r\nContent-Disposition: form-data; name="${name}"; filename="foto.jpg"\r\nContent-Type: image/jpeg\r\n\r\n`

describe("the parts of a form with files", () => {
  test("come as they were sent, however the line cuts them up", async () => {
    const name = fc.stringMatching(/^[A-Za-z_.[\]0-9]{1,20}$/)
    const text = fc.string({ unit: "grapheme", maxLength: 200 }).map((value) => value.replaceAll(/\r\n?|\n/g, "\r\n"))
    const file = fc
      .tuple(fc.stringMatching(/^[A-Za-zÀ-ž0-9 _-]{1,20}\.(pdf|jpg)$/), fc.uint8Array({ maxLength: 2_000 }))
      .map(([called, bytes]) => new File([new Uint8Array(bytes)], called, { type: "application/pdf" }))
    const fields = fc.array(fc.tuple(name, fc.oneof(text, file)), { maxLength: 8 })
    await fc.assert(
      fc.asyncProperty(fields, fc.integer({ min: 1, max: 700 }), async (sent, step) => {
        const form = new FormData()
        for (const [key, value] of sent) form.append(key, value)
        const whole = new Response(form)
        const bytes = new Uint8Array(await whole.arrayBuffer())
        const pieces = Array.from({ length: Math.ceil(bytes.length / step) }, (_, at) =>
          bytes.subarray(at * step, (at + 1) * step),
        )
        const read = await readForm(arriving(pieces, whole.headers.get("Content-Type")!))
        const plain = async (value: FormDataEntryValue) =>
          typeof value === "string" ? value : [value.name, value.type, Buffer.from(await value.arrayBuffer())]
        for (const key of new Set(sent.map(([key]) => key)))
          expect(await Promise.all(read.getAll(key).map(plain))).toEqual(await Promise.all(form.getAll(key).map(plain)))
        expect([...read.keys()].sort()).toEqual([...form.keys()].sort())
      }),
      { numRuns: 60 },
    )
  })

  test("may be called anything, and a field of files that was left empty is an empty file", async () => {
    const read = await readForm(
      post(
        part('name="__proto__"', "1"),
        part('name="toString"', "2"),
        part('name="judul"; charset=x', "é"),
        `--batas\r\nContent-Disposition: form-data; name="foto"; filename=""\r\nContent-Type: application/octet-stream\r\n\r\n\r\n`,
        part('name="foto2"; filename="..\\\\..\\\\Rencana%22é.pdf"', "x"),
      ),
    )
    expect([...read.keys()].sort()).toEqual(["__proto__", "foto", "foto2", "judul", "toString"])
    expect(read.get("judul")).toBe("é")
    expect(read.get("foto")).toMatchObject({ name: "", size: 0 })
    expect((read.get("foto2") as File).name).toBe('Rencana"é.pdf')
  })

  test.each([
    ["no boundary", () => arriving([bytesOf("--x\r\n")], "multipart/form-data")],
    [
      "an empty boundary",
      () => arriving([bytesOf(`--\r\n${part('name="a"', "1")}----`)], "multipart/form-data; boundary="),
    ],
    ["nothing", () => arriving([])],
    ["no part", () => arriving([bytesOf("nonsense")])],
    ["cut off in a text", () => arriving([bytesOf(part('name="a"', "1").slice(0, -4))])],
    ["cut off in a file", () => arriving([bytesOf(`${fileHead("foto")}abc`)])],
    ["cut off in a header", () => arriving([bytesOf("--batas\r\nContent-Disposition: form-da")])],
    ["no end", () => arriving([bytesOf(part('name="a"', "1"))])],
  ])("%s: refused as malformed", async (_what, request) => {
    expect(await refusalOf(request(), uploadLimit)).toMatchObject({ status: 400, rest: null })
  })

  test("a reader who goes away in the middle is refused, not waited for", async () => {
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        controller.enqueue(bytesOf(`${fileHead("foto")}abc`))
      },
      pull: (controller) => controller.error(new Error("The client went away.")),
    })
    const headers = { "Content-Type": type }
    const request = new Request("http://127.0.0.1/", { method: "POST", headers, ...{ body, duplex: "half" } })
    expect(await refusalOf(request, uploadLimit)).toMatchObject({ status: 400, rest: null })
  })

  test("thousands of parts and a text over the limit are refused whole", async () => {
    expect(await refusalOf(post(part('name="a"', "1").repeat(3_000)))).toMatchObject({ status: 413, rest: null })
    const text = post(part('name="a"', "x".repeat(1_600_000)))
    expect(await refusalOf(text)).toMatchObject({ status: 413, rest: null })
  })
})

describe("a file over the limit", () => {
  test("is left out, and everything else comes back with the refusal", async () => {
    const before = `${part('name="title"', "Lokakarya")}${fileHead("logo")}kecil\r\n${fileHead("picture")}`
    const after = `\r\n${part('name="body"', "Setelah gambar")}--batas--\r\n`
    const { status, rest } = await refusalOf(arriving(large(before, uploadLimit, after)), uploadLimit)
    expect(status).toBe(413)
    expect(rest?.tooLarge).toEqual(["picture"])
    expect([...rest!.form.keys()].sort()).toEqual(["body", "logo", "title"])
    expect(rest?.form.get("body")).toBe("Setelah gambar")
  })

  test("files count together: the one that no longer fits is the one left out", async () => {
    const half = (name: string) => large(fileHead(name), uploadLimit * 0.6, "\r\n")
    function* both() {
      yield* half("first")
      yield* half("second")
      yield bytesOf("--batas--\r\n")
    }
    const { rest } = await refusalOf(arriving(both()), uploadLimit)
    expect(rest?.tooLarge).toEqual(["second"])
    expect((rest!.form.get("first") as File).size).toBe(uploadLimit * 0.6)
  })

  test("on a form that takes no files ends the reading at once", async () => {
    let given = 0
    function* counted() {
      for (const piece of large(fileHead("apa"), 100_000_000, "\r\n--batas--\r\n")) {
        given += piece.length
        yield piece
      }
    }
    expect(await refusalOf(arriving(counted()))).toMatchObject({ status: 413, rest: null })
    expect(given).toBeLessThan(5_000_000)
  })
})
