/** A body that cannot be taken: 400 malformed, 413 too large, 415 not a form. */
export class BodyRefusal extends Error {
  readonly status: 400 | 413 | 415
  constructor(status: 400 | 413 | 415) {
    super(`body refused: ${status}`)
    this.status = status
  }
}

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

/** The fields of a form post. Refuses other types (415), malformed bodies (400) and what is over `limit` (413). */
export async function readForm(request: Request, limit = formLimit): Promise<FormData> {
  const type = (request.headers.get("Content-Type") ?? "").split(";")[0]?.trim().toLowerCase()
  if (type !== "application/x-www-form-urlencoded" && type !== "multipart/form-data") {
    const empty = type === "" && (await readBytes(request, limit)).byteLength === 0
    if (empty) return new FormData()
    throw new BodyRefusal(415)
  }
  const bytes = await readBytes(request, limit)
  if (bytes.byteLength === 0 && type === "application/x-www-form-urlencoded") return new FormData()
  if (separators(bytes, type === "multipart/form-data" ? "\r\n--" : "&") > mostFields) throw new BodyRefusal(413)
  try {
    return await new Response(bytes, {
      headers: { "Content-Type": request.headers.get("Content-Type") ?? "" },
    }).formData()
  } catch {
    throw new BodyRefusal(400)
  }
}

/** How often `mark` stands in the bytes, counted no further than matters: before anything is made of them. */
function separators(bytes: Uint8Array, mark: string): number {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let count = 0
  for (let at = buffer.indexOf(mark); at >= 0 && count <= mostFields; at = buffer.indexOf(mark, at + mark.length))
    count += 1
  return count
}

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
