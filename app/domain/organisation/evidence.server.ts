import type { StoredFileTable } from "#db/schema.ts"
import type { Trx } from "#db/transaction.ts"
import { countTry } from "../identity/rate-limit.server.ts"
import type { Ctx } from "../kernel/context.ts"
import { invalid, notFound } from "../kernel/errors.ts"
import { newId } from "../kernel/ids.ts"
import { evidenceLimit } from "./evidence-limit.ts"

const kinds = [
  { type: "application/pdf", extension: "pdf", magic: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  { type: "image/png", extension: "png", magic: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { type: "image/jpeg", extension: "jpg", magic: [0xff, 0xd8, 0xff] },
] as const

/** The media type that the first bytes prove, or null for anything but PDF, PNG and JPEG. */
export const sniffType = (bytes: Uint8Array) =>
  kinds.find(({ magic }) => magic.every((byte, at) => bytes[at] === byte)) ?? null

/** A file name without path, control characters or quotes, ending as its true type does. */
export function cleanName(name: string, extension: string): string {
  const base = (name.split(/[/\\]/).at(-1) ?? "")
    .normalize("NFC")
    .replace(/[\p{C}"<>:|?*]/gu, "")
    .replace(/\.[A-Za-z0-9]{1,8}$/, "")
    .replace(/^\.+/, "")
    .trim()
    .slice(0, 100)
  return `${base || "berkas"}.${extension}`
}

/** A file as somebody uploaded it: the name is what he says. */
export type Upload = { readonly name: string; readonly bytes: Uint8Array }

export type StoredEvidence = Pick<StoredFileTable, "sha256" | "size" | "mediaType" | "name">

/**
 * Makes an uploaded paper durable before any row names it. Refuses (invalid on `field`): empty, over 10 MB, or of a
 * type other than PDF, PNG or JPEG by its bytes, whatever its name says; and more files than a person has in a day.
 */
export async function storeEvidence(ctx: Ctx, upload: Upload, field: string): Promise<StoredEvidence> {
  const refuse = (key: string) => invalid("form", { fields: { [field]: [key] } })
  if (upload.bytes.byteLength === 0) throw refuse("field.fileEmpty")
  if (upload.bytes.byteLength > evidenceLimit) throw refuse("field.fileLarge")
  const kind = sniffType(upload.bytes)
  if (!kind) throw refuse("field.fileType")
  await countTry(ctx, "upload.account", ctx.actor?.accountId ?? "")
  return {
    sha256: await ctx.files.put(upload.bytes),
    size: upload.bytes.byteLength,
    mediaType: kind.type,
    name: cleanName(upload.name, kind.extension),
  }
}

/** Writes the row of a stored paper and answers its id. */
export async function insertFile(
  trx: Trx,
  ctx: Ctx,
  file: StoredEvidence,
  of: { purpose: StoredFileTable["purpose"]; organisationId: string },
): Promise<string> {
  const id = newId()
  await trx
    .insertInto("storedFile")
    .values({ id, ...file, ...of, uploadedBy: ctx.actor?.accountId ?? null, createdAt: ctx.now })
    .execute()
  return id
}

export type StoredPaper = { readonly name: string; readonly mediaType: string; readonly bytes: Uint8Array }

/** The bytes of a stored paper with its name and type; not found where there is none. The caller has proved the right. */
export async function readPaper(ctx: Ctx, id: string | null): Promise<StoredPaper> {
  if (id === null) throw notFound()
  const row = await ctx.db
    .selectFrom("storedFile")
    .select(["name", "mediaType", "sha256"])
    .where("id", "=", id)
    .executeTakeFirst()
  const bytes = row ? await ctx.files.get(row.sha256) : null
  if (!row || !bytes) throw notFound()
  return { name: row.name, mediaType: row.mediaType, bytes }
}
