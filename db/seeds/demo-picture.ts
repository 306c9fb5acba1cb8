import sharp from "sharp"

const strands = ["#3f449d", "#cf962f", "#4a8a4c", "#b9481f", "#2a9797"] as const

/** A drawn picture for an update of the demonstration: a plain weave in five colours. It shows nobody and no place. */
export function demoPicture(seed: number): Promise<Uint8Array> {
  const [width, height, strip, gap] = [1_200, 800, 64, 8]
  const step = strip + gap
  const colour = (index: number) => strands[(index + seed) % strands.length]
  const pieces: string[] = []
  for (let row = 0; row * step < height; row += 1)
    for (let column = 0; column * step < width; column += 1) {
      const over = (row + column) % 2 === 0
      const [x, y] = [column * step, row * step]
      const upright = `<rect x="${x}" y="${y - gap}" width="${strip}" height="${step + gap}" rx="6" fill="${colour(column)}"/>`
      const across = `<rect x="${x - gap}" y="${y}" width="${step + gap}" height="${strip}" rx="6" fill="${colour(row + 2)}"/>`
      pieces.push(over ? across + upright : upright + across)
    }
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="#1c1a21"/>${pieces.join("")}</svg>`
  return sharp(Buffer.from(svg)).png().toBuffer()
}
