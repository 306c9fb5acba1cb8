import { type LinearRgb, luminance } from "./contrast.ts"

export type Vision = "normal" | "protanopia" | "deuteranopia" | "tritanopia"

/** Full-severity simulation in linear RGB (Machado, Oliveira & Fernandes 2009). */
const matrices: Readonly<Record<Exclude<Vision, "normal">, readonly (readonly [number, number, number])[]>> = {
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
}

/** The colour as a reader with that vision sees it. */
export function seenBy(vision: Vision, [red, green, blue]: LinearRgb): LinearRgb {
  if (vision === "normal") return [red, green, blue]
  const mixed = matrices[vision].map(([r, g, b]) => Math.min(1, Math.max(0, r * red + g * green + b * blue)))
  return [mixed[0] ?? 0, mixed[1] ?? 0, mixed[2] ?? 0]
}

/** CIE L*a*b* under D65. */
export type Lab = readonly [lightness: number, a: number, b: number]

export function toLab(rgb: LinearRgb): Lab {
  const [red, green, blue] = rgb
  const x = (0.4124564 * red + 0.3575761 * green + 0.1804375 * blue) / 0.95047
  const z = (0.0193339 * red + 0.119192 * green + 0.9503041 * blue) / 1.08883
  const f = (t: number): number => (t > 216 / 24389 ? Math.cbrt(t) : ((24389 / 27) * t + 16) / 116)
  const fy = f(luminance(rgb))
  return [116 * fy - 16, 500 * (f(x) - fy), 200 * (fy - f(z))]
}

const degrees = (y: number, x: number): number => {
  const angle = (Math.atan2(y, x) * 180) / Math.PI
  return angle < 0 ? angle + 360 : angle
}
const cosine = (angle: number): number => Math.cos((angle * Math.PI) / 180)

/** Perceived distance of two colours, CIEDE2000 (about 1 is just noticeable side by side). */
export function distance([l1, a1, b1]: Lab, [l2, a2, b2]: Lab): number {
  const chroma = (Math.hypot(a1, b1) + Math.hypot(a2, b2)) / 2
  const stretch = 1 + 0.5 * (1 - Math.sqrt(chroma ** 7 / (chroma ** 7 + 25 ** 7)))
  const c1 = Math.hypot(a1 * stretch, b1)
  const c2 = Math.hypot(a2 * stretch, b2)
  const h1 = c1 === 0 ? 0 : degrees(b1, a1 * stretch)
  const h2 = c2 === 0 ? 0 : degrees(b2, a2 * stretch)
  const grey = c1 * c2 === 0
  const turn = grey ? 0 : h2 - h1 > 180 ? h2 - h1 - 360 : h2 - h1 < -180 ? h2 - h1 + 360 : h2 - h1
  const hue = grey ? h1 + h2 : Math.abs(h1 - h2) <= 180 ? (h1 + h2) / 2 : (h1 + h2 + (h1 + h2 < 360 ? 360 : -360)) / 2
  const light = (l1 + l2) / 2
  const mean = (c1 + c2) / 2
  const t =
    1 - 0.17 * cosine(hue - 30) + 0.24 * cosine(2 * hue) + 0.32 * cosine(3 * hue + 6) - 0.2 * cosine(4 * hue - 63)
  const dl = (l2 - l1) / (1 + (0.015 * (light - 50) ** 2) / Math.sqrt(20 + (light - 50) ** 2))
  const dc = (c2 - c1) / (1 + 0.045 * mean)
  const dh = (2 * Math.sqrt(c1 * c2) * Math.sin((turn / 2) * (Math.PI / 180))) / (1 + 0.015 * mean * t)
  const rotation =
    -2 *
    Math.sqrt(mean ** 7 / (mean ** 7 + 25 ** 7)) *
    Math.sin(60 * Math.exp(-(((hue - 275) / 25) ** 2)) * (Math.PI / 180))
  return Math.sqrt(dl ** 2 + dc ** 2 + dh ** 2 + rotation * dc * dh)
}
