/**
 * The layout of a Kesepakatan Bersama in Typst, kept in a module of its own so that bundler, tests and scripts read it
 * alike. It reads its whole content as JSON from `sys.inputs.document`; strings are set as text and never evaluated.
 * No backtick and no "$" followed by a brace may stand in it.
 */
export const documentTypst = String.raw`
#let d = json(bytes(sys.inputs.document))

// U+200B marks a place where an over-long word may break; it must not end up in the text of the file.
#let plain(string) = string.split("\u{200b}").map(piece => text(piece)).join(h(0.001pt))

#let run(item) = {
  if item == none { linebreak() } else {
    let (string, style) = item
    let body = plain(string)
    if style == 1 { strong(body) }
    else if style == 2 { emph(body) }
    else if style == 3 { strong(emph(body)) }
    else { body }
  }
}
#let runs(items) = items.map(run).join()

#let inner(items) = {
  for item in items {
    if item.t == "p" { par(linebreaks: item.b, runs(item.c)) }
    else if item.t == "o" { enum(numbering: item.n, start: item.s, ..item.i.map(inner)) }
    else { list(..item.i.map(inner)) }
  }
}
#let blocks(items) = for item in items {
  if item.t == "p" { inner((item,)) } else { block(above: 0.95em, below: 1.2em, width: 100%, inner((item,))) }
}

#set document(title: d.metadata.title, author: d.metadata.author, keywords: (d.metadata.subject,), date: auto)
// No hyphenation: the typesetter has no Indonesian patterns, and soft hyphens would stay in the text of the file, where
// they break searching and copying. Spaces and letters stretch a little instead.
#set text(font: "Libertinus Serif", fallback: false, lang: d.language, region: "ID", size: 11.5pt, hyphenate: false, overhang: false)
#set par(
  justify: true,
  leading: 0.68em,
  spacing: 0.95em,
  justification-limits: (spacing: (min: 70%, max: 150%), tracking: (min: -0.01em, max: 0.012em)),
)
#set enum(indent: 0pt, body-indent: 0.7em, number-align: start + top, spacing: 0.95em)
#set list(indent: 0pt, body-indent: 0.7em, spacing: 0.95em, marker: [–])

#let grey = luma(70)

#let demoStrip = if d.demo != none {
  align(center, box(
    stroke: 0.8pt + luma(60),
    inset: (x: 10pt, y: 4pt),
    text(size: 9pt, weight: "bold", tracking: 0.06em, plain(d.demo)),
  ))
}

#let footer = context {
  set text(size: 7.4pt, fill: grey)
  set par(justify: false, leading: 0.5em, spacing: 0.55em)
  line(length: 100%, stroke: 0.5pt + luma(120))
  v(-0.45em)
  grid(
    columns: (1.75cm, 1fr, auto),
    column-gutter: (0.1cm, 0.6cm),
    align: (left + top, left + horizon, right + horizon),
    // The white rim belongs to the symbol; it may stand in the margin so that the dark modules align with the text.
    move(dx: -0.18cm, image(bytes(d.footer.qr), format: "svg", width: 1.85cm)),
    {
      par(plain(d.footer.words))
      par({
        plain(d.footer.checkAt)
        [ ]
        text(fill: black, plain(d.footer.url))
        [ · ]
        plain(d.footer.codeLabel)
        [ ]
        text(fill: black, weight: "bold", number-width: "tabular", plain(d.footer.code))
      })
    },
    text(size: 8.5pt, d.footer.page
      .replace("{{halaman}}", str(counter(page).get().first()))
      .replace("{{jumlah}}", str(counter(page).final().first()))),
  )
}

#set page(
  paper: "a4",
  margin: (top: 2.5cm, bottom: 3.6cm, left: 3cm, right: 2.5cm),
  header: demoStrip,
  header-ascent: 0.7cm,
  footer: footer,
  footer-descent: 0.7cm,
  background: if d.watermark != none { rotate(-54deg, image(bytes(d.watermark), format: "svg", width: 26cm)) },
)

#show heading.where(level: 1): it => block(above: 0pt, below: 1.1em, text(size: 14.5pt, weight: "bold", tracking: 0.03em, it.body))
#show heading.where(level: 2): it => block(above: 1.7em, below: 1em, width: 100%, sticky: true, {
  set align(center)
  set par(justify: false)
  text(size: 11.5pt, weight: "bold", it.body)
})

// Narrows a centred text to the width at which it still has as few lines, so that no word is left alone below.
#let balanced(body) = layout(size => {
  let lines = measure(width: size.width, body).height
  let (low, high) = (size.width * 30%, size.width)
  for _ in range(8) {
    let middle = (low + high) / 2
    if measure(width: middle, body).height > lines { low = middle } else { high = middle }
  }
  block(width: high, body)
})

// Title, numbers
#{
  set align(center)
  set par(justify: false, spacing: 1.05em, leading: 0.6em)
  set text(weight: "bold", size: 12.5pt)
  heading(level: 1, d.heading)
  par(d.between)
  par(plain(d.governments.first()))
  par(d.at("and"))
  par(plain(d.governments.last()))
  par(d.about)
  balanced(par(plain(d.title)))
  v(0.5em)
  set text(weight: "regular", size: 11.5pt)
  block(grid(
    columns: 3,
    column-gutter: 0.5em,
    row-gutter: 0.65em,
    align: left,
    ..d.parties.map(party => (d.numberLabel, [:], plain(party.number))).flatten(),
  ))
  v(0.4em)
  line(length: 5cm, stroke: 0.6pt)
  v(0.6em)
}

// Komparisi
#par(runs(d.opening))

#block(above: 1.3em, below: 1.3em, grid(
  columns: (0.9cm, 4.4cm, 0.5cm, 1fr),
  row-gutter: 1.2em,
  align: left + top,
  ..d.parties.map(party => (
    party.numeral,
    { set par(justify: false); strong(plain(party.holder)) },
    [:],
    par(runs(party.description)),
  )).flatten(),
))

#par(runs(d.joint))

#if d.considerations != none { blocks(d.considerations) }
#if d.agreed != none { par(runs(d.agreed)) }

// Signatures
#let gutter = 1cm
#let signatureHead(party) = {
  set align(center)
  set par(justify: false, leading: 0.6em)
  strong(plain(party.label))
  linebreak()
  plain(party.officeInCapitals)
  [,]
}
#let signatureWords(party) = {
  set align(center)
  set par(justify: false, leading: 0.55em, spacing: 0.75em)
  par(text(size: 8.5pt, fill: grey, plain(d.signedBy)))
  par(strong(plain(party.holder)))
  par(text(size: 9.5pt, plain(party.office)))
  par(text(size: 7pt, fill: grey, style: "italic", plain(d.signedOnly)))
}
// Cell by party, so that each is read out as a whole; heads and boxes get equal heights.
#let signatures = layout(size => {
  let width = (size.width - gutter) / 2
  let inset = 10pt
  let tallest(render, room) = calc.max(..d.parties.map(party => measure(width: room, render(party)).height))
  let head = tallest(signatureHead, width)
  let box = calc.max(2.6cm, tallest(signatureWords, width - 2 * inset) + 2 * inset)
  grid(columns: (1fr, 1fr), column-gutter: gutter, ..d.parties.map(party => {
    block(width: 100%, height: head, below: 0.9em, signatureHead(party))
    block(
      width: 100%,
      height: box,
      inset: inset,
      radius: 5pt,
      stroke: 0.6pt + luma(110),
      align(center + horizon, signatureWords(party)),
    )
  }))
})
#let checking = {
  set align(center)
  set par(justify: false)
  set text(size: 8pt, fill: grey)
  par({
    plain(d.footer.checkAt)
    [ ]
    link(d.footer.target, plain(d.footer.url))
    [ · ]
    plain(d.footer.codeLabel)
    [ ]
    strong(plain(d.footer.code))
  })
}
#let ending = {
  block(above: 1.8em, signatures)
  block(above: 1.2em, width: 100%, checking)
}

// Articles; the last sentence and the signatures share a page
#let title(article) = heading(level: 2, {
  article.heading
  [ ] // parts the two in the list of bookmarks
  linebreak()
  plain(article.title)
})
#for article in d.articles {
  title(article)
  blocks(article.blocks)
}
#if d.last != none {
  let whole = d.last.before.len() == 0
  let closing = { if whole { title(d.last) }; blocks(d.last.closing); ending }
  if not whole {
    title(d.last)
    blocks(d.last.before)
  }
  if whole { v(1.7em, weak: true) }
  layout(size => {
    if measure(width: size.width, closing).height <= size.height { block(breakable: false, width: 100%, closing) } else {
      if whole { title(d.last) }
      blocks(d.last.closing)
      block(breakable: false, width: 100%, ending)
    }
  })
} else {
  block(breakable: false, width: 100%, ending)
}
`

/** One line of words, drawn alone on a page of its size: exported as SVG it is outlines, not text. */
export const outlinesTypst = `
#set page(width: auto, height: auto, margin: 2pt, fill: none)
#set text(font: "Libertinus Serif", fallback: false, size: 36pt, weight: "bold", fill: luma(241))
#sys.inputs.words
`
