import sharp from "sharp"
import { countTry } from "../identity/rate-limit.server.ts"
import type { Ctx } from "../kernel/context.ts"
import { type DomainError, invalid, notFound } from "../kernel/errors.ts"
import { pictureLimits } from "./limits.ts"
import { visibleInitiatives } from "./queries.server.ts"

// One thread for each picture: the server has few, and everybody else's requests need them.
sharp.concurrency(1)

/** The quality of the WebP that is kept. */
const quality = 78

const starts = (bytes: Uint8Array, magic: readonly number[], at = 0): boolean =>
  magic.every((byte, index) => bytes[at + index] === byte)

/** The format that the first bytes prove, or null for anything but JPEG, PNG and WebP. */
export function sniffPicture(bytes: Uint8Array): "jpeg" | "png" | "webp" | null {
  if (starts(bytes, [0xff, 0xd8, 0xff])) return "jpeg"
  if (starts(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return "png"
  if (starts(bytes, [0x52, 0x49, 0x46, 0x46]) && starts(bytes, [0x57, 0x45, 0x42, 0x50], 8)) return "webp"
  return null
}

const refusal = (key: string): DomainError => invalid("form", { fields: { picture: [key] } })

export type DrawnPicture = { readonly bytes: Uint8Array; readonly width: number; readonly height: number }

/**
 * Draws a picture anew: upright as its camera meant it, no side longer than `pictureLimits.side`, as WebP without any
 * of its metadata (place, camera, owner, thumbnail). Of a moving picture the first frame is kept. Refuses (invalid on
 * `picture`) what is no JPEG, PNG or WebP by its bytes (`initiative.pictureType`), more bytes or pixels than the limits
 * (`initiative.pictureTooLarge`) and what cannot be read to its end (`initiative.pictureBroken`).
 */
export async function drawPicture(bytes: Uint8Array): Promise<DrawnPicture> {
  if (bytes.byteLength > pictureLimits.bytes) throw refusal("initiative.pictureTooLarge")
  const format = sniffPicture(bytes)
  if (format === null) throw refusal("initiative.pictureType")
  // Only the header is read here, so a picture that would unpack to too much is refused before it does.
  const head = await orBroken(sharp(bytes, { limitInputPixels: false }).metadata())
  if (head.format !== format) throw refusal("initiative.pictureBroken")
  if (head.width * head.height > pictureLimits.pixels) throw refusal("initiative.pictureTooLarge")
  const { data, info } = await orBroken(
    sharp(bytes, { limitInputPixels: pictureLimits.pixels, failOn: "error", autoOrient: true })
      .resize({ width: pictureLimits.side, height: pictureLimits.side, fit: "inside", withoutEnlargement: true })
      .webp({ quality })
      .toBuffer({ resolveWithObject: true }),
  )
  return { bytes: new Uint8Array(data), width: info.width, height: info.height }
}

/** Whatever the picture library objects to is the picture's fault: it gets nothing else from us. */
async function orBroken<T>(reading: Promise<T>): Promise<T> {
  try {
    return await reading
  } catch {
    throw refusal("initiative.pictureBroken")
  }
}

export type StoredPicture = { readonly sha256: string; readonly width: number; readonly height: number }

/**
 * Draws an uploaded picture anew and makes it durable before any row names it. What was uploaded is not kept. Refuses
 * more files than a person has in a day; drawing is work, so one that is refused counts too.
 */
export async function storePicture(ctx: Ctx, uploaded: Uint8Array): Promise<StoredPicture> {
  await countTry(ctx, "upload.account", ctx.actor?.accountId ?? "")
  const { bytes, width, height } = await drawPicture(uploaded)
  return { sha256: await ctx.files.put(bytes), width, height }
}

export type ShownPicture = {
  readonly bytes: Uint8Array
  readonly mediaType: "image/webp"
  /** Everybody may see it; else only the organisations that take part. */
  readonly published: boolean
}

/** The picture of an update that was not withdrawn, of an initiative that the reader may know of; else not found. */
export async function readPicture(ctx: Ctx, sha256: string): Promise<ShownPicture> {
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw notFound()
  const row = await visibleInitiatives(ctx)
    .innerJoin("initiativeUpdate as update", "update.initiativeId", "initiative.id")
    .select("initiative.publishedAt")
    .where("update.pictureSha256", "=", sha256)
    .where("update.withdrawnAt", "is", null)
    // The same picture may stand in two initiatives; one that everybody reads decides.
    .orderBy((eb) => eb.case().when("initiative.publishedAt", "is", null).then(1).else(0).end())
    .limit(1)
    .executeTakeFirst()
  const bytes = row ? await ctx.files.get(sha256) : null
  if (!row || !bytes) throw notFound()
  return { bytes, mediaType: "image/webp", published: row.publishedAt !== null }
}
