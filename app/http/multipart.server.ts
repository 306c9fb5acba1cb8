import Busboy from "@fastify/busboy"
import { BodyRefusal } from "./body-refusal.ts"

/**
 * Bytes that a form may hold (`held`, its files among them), and whether one with files that are larger is read to its
 * end even so, to be given back without them.
 */
export type PartLimits = { readonly held: number; readonly parts: number; readonly readOn: boolean }

/**
 * The parts of a multipart body. What is over the limit is never held in memory; with `readOn` the refusal (413) then
 * carries every other field and the names of those whose file was too large. Refuses what is malformed or cut off (400).
 */
export async function readParts(request: Request, limits: PartLimits): Promise<FormData> {
  const form = new FormData()
  const tooLarge = new Set<string>()
  let held = 0
  let refusal: BodyRefusal | null = null
  const refuse = (status: 400 | 413) => (refusal ??= new BodyRefusal(status))

  const parser = parserFor(request, limits)
  if (!parser || !request.body) throw new BodyRefusal(400)
  const ended = new Promise<void>((resolve) => {
    parser.on("finish", resolve)
    parser.on("error", () => resolve(void refuse(400)))
    parser.on("partsLimit", () => resolve(void refuse(413)))
    parser.on("field", (name, value, _nameCut, cut) => {
      held += Buffer.byteLength(value)
      if (cut || held > limits.held) resolve(void refuse(413))
      else if (name !== undefined) form.append(plainName(name), value)
    })
    parser.on("file", (name, part, filename, _encoding, type) => {
      let chunks: Buffer[] = []
      let size = 0
      let dropped = false
      part.on("data", (chunk: Buffer) => {
        if (dropped) return
        chunks.push(chunk)
        size += chunk.length
        if (held + size <= limits.held) return
        dropped = true
        chunks = []
        tooLarge.add(plainName(name ?? ""))
        if (!limits.readOn) resolve(void refuse(413))
      })
      part.on("end", () => {
        if (dropped || name === undefined) return
        held += size
        form.append(plainName(name), new File([Buffer.concat(chunks)], plainName(filename), { type }))
      })
      part.on("error", () => resolve(void refuse(400)))
    })
  })

  const reader = request.body.getReader()
  const refused = () => refusal !== null
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done || refused()) break
      // A parser that has failed never says that it took what it was given.
      await Promise.race([new Promise((taken) => parser.write(value, taken)), ended])
    }
    if (!refused()) parser.end()
    await ended
  } catch {
    refuse(400)
  }
  reader.cancel().catch(() => {})
  if (refusal) throw refusal
  if (tooLarge.size > 0) throw new BodyRefusal(413, { form, tooLarge: [...tooLarge] })
  return form
}

/** A name as the page gave it: browsers send quotes and line breaks in it escaped (HTML, "multipart form data"). */
const plainName = (sent: string): string => sent.replaceAll(/%(22|0D|0A)/gi, (escaped) => decodeURIComponent(escaped))

/** Null for a body without a boundary. A part is a file where it has a file's name, however it calls its type. */
function parserFor(request: Request, { held, parts }: PartLimits) {
  const type = request.headers.get("Content-Type") ?? ""
  if (!/;\s*boundary="?[^\s";]/i.test(type)) return null
  try {
    return new Busboy({
      headers: { "content-type": type },
      limits: { fieldSize: held, parts },
      isPartAFile: (_name, _type, filename) => filename !== undefined,
    })
  } catch {
    return null
  }
}
