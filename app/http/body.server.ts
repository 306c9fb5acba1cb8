import { BodyRefusal } from "./body-refusal.ts"
import { readParts } from "./multipart.server.ts"

/** Bytes that an ordinary form may weigh, and one that carries files. */
export const formLimit = 1_500_000
export const uploadLimit = 26_000_000

/** Fields that a form of ours can have at most, with room to spare. */
export const mostFields = 2_000

/** The bytes of a body, read with a running count so that a lying Content-Length does not matter. */
export async function readBytes(request: Request, limit: number): Promise<Uint8Array<ArrayBuffer>> {
  if (Number(request.headers.get("Content-Length") ?? 0) > limit) throw new BodyRefusal(413)
  if (!request.body) return new Uint8Array()
  const chunks: Uint8Array[] = []
  let size = 0
  const reader = request.body.getReader()
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) break
      size += value.byteLength
      if (size > limit) throw new BodyRefusal(413)
      chunks.push(value)
    }
  } catch (error) {
    if (error instanceof BodyRefusal) throw error
    throw new BodyRefusal(400)
  }
  const bytes = new Uint8Array(size)
  let at = 0
  for (const chunk of chunks) {
    bytes.set(chunk, at)
    at += chunk.byteLength
  }
  return bytes
}

/**
 * The fields of a form post. Refuses other types (415), malformed bodies (400) and what is over `limit` (413). A form
 * with the limit of uploads is read to its end even so: its refusal carries everything but the files that were too large.
 */
export async function readForm(request: Request, limit = formLimit): Promise<FormData> {
  const type = (request.headers.get("Content-Type") ?? "").split(";")[0]?.trim().toLowerCase()
  if (type === "multipart/form-data")
    return readParts(request, { held: limit, parts: mostFields, readOn: limit >= uploadLimit })
  const bytes = await readBytes(request, limit)
  if (bytes.byteLength === 0 && (type === "" || type === "application/x-www-form-urlencoded")) return new FormData()
  if (type !== "application/x-www-form-urlencoded") throw new BodyRefusal(415)
  if (fieldsIn(bytes) > mostFields) throw new BodyRefusal(413)
  try {
    return await new Response(bytes, {
      headers: { "Content-Type": request.headers.get("Content-Type") ?? "" },
    }).formData()
  } catch {
    throw new BodyRefusal(400)
  }
}

/** How many fields stand in the bytes, counted no further than matters: before anything is made of them. */
function fieldsIn(bytes: Uint8Array): number {
  let count = 0
  for (let at = bytes.indexOf(ampersand); at >= 0 && count <= mostFields; at = bytes.indexOf(ampersand, at + 1))
    count += 1
  return count
}

const ampersand = 0x26

/** A form value as text: absent and file values read as the empty string. */
export const textOf = (form: FormData, name: string): string => {
  const value = form.get(name)
  return typeof value === "string" ? value : ""
}

/** An uploaded file with bytes in it, or null where the field was left empty. */
export async function fileOf(form: FormData, name: string): Promise<{ name: string; bytes: Uint8Array } | null> {
  const value = form.get(name)
  if (value === null || typeof value === "string" || (value.size === 0 && value.name === "")) return null
  return { name: value.name, bytes: new Uint8Array(await value.arrayBuffer()) }
}
