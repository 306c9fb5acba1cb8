import { crc32 } from "node:zlib"
import sharp from "sharp"

/** A picture of one colour and a diagonal half, so that what is upright can be told. */
const drawn = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: "#8a2b12" } }).composite([
    {
      input: { create: { width: Math.max(1, width >> 1), height, channels: 3, background: "#faf7f0" } },
      left: 0,
      top: 0,
    },
  ])

/** A JPEG as a telephone makes it: with the place where it was taken, the device's name, and lying on its side. */
export const photograph = async (width = 2_400, height = 1_200): Promise<Uint8Array> =>
  drawn(width, height)
    .withExif({
      IFD0: { Make: "PembuatRahasia", Model: "ModelRahasia", Artist: "Pemilik Rahasia" },
      IFD3: { GPSLatitudeRef: "S", GPSLatitude: "7/1 28/1 35/1", GPSLongitudeRef: "E", GPSLongitude: "110/1 13/1 4/1" },
    })
    .withMetadata({ orientation: 6 })
    .withIccProfile("p3")
    .jpeg()
    .toBuffer()

export const png = async (width = 300, height = 200): Promise<Uint8Array> => drawn(width, height).png().toBuffer()
export const webp = async (width = 300, height = 200): Promise<Uint8Array> => drawn(width, height).webp().toBuffer()
export const tiff = async (): Promise<Uint8Array> => drawn(30, 20).tiff().toBuffer()

/** A PNG of few bytes that unpacks to more pixels than anybody may hand in. */
export const bomb = async (): Promise<Uint8Array> =>
  sharp({ create: { width: 20_000, height: 20_000, channels: 3, background: "#000" }, limitInputPixels: false })
    .png({ compressionLevel: 9 })
    .toBuffer()

/** A PNG whose header promises far more than its few bytes hold. */
export async function boastful(): Promise<Uint8Array> {
  const bytes = new Uint8Array(await png(10, 10))
  const view = new DataView(bytes.buffer, bytes.byteOffset)
  view.setUint32(16, 100_000)
  view.setUint32(20, 100_000)
  view.setUint32(29, crc32(bytes.subarray(12, 29)))
  return bytes
}
