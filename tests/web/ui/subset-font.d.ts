declare module "subset-font" {
  /** Keeps the glyphs of `text`; `variationAxes` pins axes to one value. */
  export default function subsetFont(
    font: Buffer,
    text: string,
    options: { targetFormat: "truetype" | "woff2" | "sfnt"; variationAxes?: Record<string, number> },
  ): Promise<Buffer>
}
