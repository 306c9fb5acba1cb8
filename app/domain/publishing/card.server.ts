import sharp from "sharp"
import { cardTypst } from "#content/cards/card.typ.ts"
import { typesetSvg } from "../agreement/document/typesetter.server.ts"
import { type Card, cardSize } from "./card.ts"

/** What a card holds at most; longer texts are cut, the page has them whole. */
const longest = { title: 240, facts: 90 } as const

const cut = (text: string, most: number): string => {
  const clean = text.replaceAll(/\p{C}/gu, "")
  return clean.length <= most ? clean : `${clean.slice(0, most - 1).trimEnd()}…`
}

/**
 * Draws a card as PNG. Its letters are outlines of the typesetter's own typeface, so it looks the same on a server
 * without fonts. Slow (about a tenth of a second): for a worker thread.
 */
export async function drawCard(card: Card): Promise<Uint8Array> {
  const content = { ...card, title: cut(card.title, longest.title), facts: cut(card.facts, longest.facts) }
  const svg = typesetSvg(cardTypst, { card: JSON.stringify(content) })
  const png = await sharp(Buffer.from(svg)).resize(cardSize).png({ palette: true, colours: 64 }).toBuffer()
  return new Uint8Array(png)
}
