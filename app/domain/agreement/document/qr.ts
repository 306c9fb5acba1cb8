import { create } from "qrcode"

/** White modules that ISO/IEC 18004 asks for around the symbol. */
const quietZone = 4

/** Draws a QR code (error correction M) as an SVG of one black path on nothing; one unit is one module. */
export function qrSvg(content: string): string {
  const { modules } = create(content, { errorCorrectionLevel: "M" })
  const size = modules.size
  let path = ""
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      if (!modules.get(row, column)) continue
      let run = 1
      while (column + run < size && modules.get(row, column + run)) run += 1
      path += `M${column + quietZone} ${row + quietZone}h${run}v1h-${run}z`
      column += run - 1
    }
  }
  const side = size + quietZone * 2
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" width="${side}" height="${side}"><path d="${path}" fill="#000"/></svg>`
}
