/**
 * The picture that goes with a shared link, 1200 × 630: kind, title and facts over the five strands. Reads its whole
 * content as JSON from `sys.inputs.card`; the title shrinks until it fits.
 */
export const cardTypst = `
#let card = json(bytes(sys.inputs.card))
#let ink = rgb("#16140f")
#let soft = rgb("#4d483d")
#let strands = ("#3f449d", "#cf962f", "#4a8a4c", "#b9481f", "#2a9797")
#set page(width: 1200pt, height: 630pt, margin: (x: 76pt, top: 60pt, bottom: 0pt), fill: rgb("#f7f3ea"))
#set text(font: "Libertinus Serif", fill: ink, lang: "id")
#set par(leading: 0.45em)
#grid(
  columns: (1fr, auto),
  text(size: 30pt, weight: "bold")[Simpul],
  if card.demo != none { box(stroke: 2pt + ink, inset: (x: 14pt, y: 8pt), text(size: 22pt, card.demo)) },
)
#v(34pt)
#text(size: 28pt, fill: rgb("#7a1653"), card.kind)
#v(6pt)
#layout(size => {
  let sizes = (68pt, 60pt, 52pt, 46pt, 40pt, 34pt, 28pt)
  let fits(at) = measure(block(width: size.width, text(size: at, weight: "bold", card.title))).height <= 250pt
  let chosen = sizes.find(fits)
  block(width: size.width, height: 252pt, clip: true, text(size: if chosen == none { 28pt } else { chosen }, weight: "bold", card.title))
})
#v(1fr)
#text(size: 28pt, fill: soft, card.facts)
#v(26pt)
#place(bottom + left, dx: -76pt, grid(
  rows: 5 * (9pt,),
  row-gutter: 5pt,
  ..strands.map(hue => rect(width: 1200pt, height: 9pt, fill: rgb(hue))),
))
#v(74pt)
`
