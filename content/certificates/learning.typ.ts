/**
 * The layout of a certificate of learning in Typst: the certificate on the first page, the subjects from the second
 * on. It reads its whole content as JSON from `sys.inputs.document`; strings are set as text and never evaluated.
 * No backtick and no "$" followed by a brace may stand in it.
 */
export const learningTypst = String.raw`
#let d = json(bytes(sys.inputs.document))

// U+200B marks a place where an over-long word may break; it must not end up in the text of the file.
#let plain(string) = string.split("\u{200b}").map(piece => text(piece)).join(h(0.001pt))

#set document(title: d.metadata.title, author: d.metadata.author, keywords: (d.metadata.subject,), date: auto)
// No hyphenation: the typesetter has no Indonesian patterns, and soft hyphens would stay in the text of the file.
#set text(font: "Libertinus Serif", fallback: false, lang: d.language, region: "ID", size: 11.5pt, hyphenate: false, overhang: false)
#set par(justify: false, leading: 0.62em, spacing: 0.9em)

#let ink = luma(25)
#let grey = luma(75)
#let rule = rgb("#8a6d3b")
#let pale = rgb("#c9b48a")

// A strip of plaited work: the only ornament. Drawn, so that it is no text of the file.
#let plait(columns, rows: 2, cell: 4.4pt) = box(width: columns * cell, height: rows * cell, {
  let bar = cell * 0.3
  for row in range(rows) {
    for column in range(columns) {
      let lying = calc.even(row + column)
      for nth in (0.14, 0.56) {
        let (dx, dy) = if lying { (0.06, nth) } else { (nth, 0.06) }
        place(top + left, dx: (column + dx) * cell, dy: (row + dy) * cell, rect(
          width: if lying { cell * 0.88 } else { bar },
          height: if lying { bar } else { cell * 0.88 },
          fill: if lying { rule } else { pale },
        ))
      }
    }
  }
})

#let demoStrip = if d.demo != none {
  align(center, box(
    fill: white,
    stroke: 0.8pt + luma(60),
    inset: (x: 10pt, y: 4pt),
    text(size: 8.5pt, weight: "bold", tracking: 0.06em, plain(d.demo)),
  ))
}

#let footer = context {
  set text(size: 7.4pt, fill: grey)
  set par(leading: 0.5em, spacing: 0.55em)
  grid(
    columns: (1fr, auto),
    column-gutter: 0.8cm,
    align: (left + horizon, right + horizon),
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

#let frame = {
  place(top + left, dx: 1.1cm, dy: 1.1cm, rect(width: 29.7cm - 2.2cm, height: 21cm - 2.2cm, stroke: 1.2pt + rule))
  place(top + left, dx: 1.26cm, dy: 1.26cm, rect(width: 29.7cm - 2.52cm, height: 21cm - 2.52cm, stroke: 0.4pt + rule))
  if d.watermark != none {
    place(center + horizon, rotate(-28deg, image(bytes(d.watermark), format: "svg", width: 25cm)))
  }
}

#set page(
  paper: "a4",
  flipped: true,
  margin: (top: 2.75cm, bottom: 3.1cm, x: 2.9cm),
  header: demoStrip,
  header-ascent: 0.42cm,
  footer: footer,
  footer-descent: 0.45cm,
  background: frame,
)

#show heading.where(level: 1): it => block(above: 0pt, below: 0pt, width: 100%, align(center, it.body))
#show heading.where(level: 2): it => block(above: 0pt, below: 0.7em, text(size: 14pt, weight: "bold", it.body))

// Narrows a centred text to the width at which it still has as few lines, so that no word is left alone below.
#let balanced(body) = layout(size => {
  let lines = measure(width: size.width, body).height
  let (low, high) = (size.width * 30%, size.width)
  for _ in range(8) {
    let middle = (low + high) / 2
    if measure(width: middle, body).height > lines { low = middle } else { high = middle }
  }
  block(width: high, spacing: 0pt, body)
})

#let codeBlock = grid(
  columns: (2.5cm, auto),
  column-gutter: 0.35cm,
  align: left + horizon,
  image(bytes(d.footer.qr), format: "svg", width: 2.5cm, alt: d.footer.checkAt + " " + d.footer.target),
  {
    set text(size: 8pt, fill: grey)
    set par(leading: 0.5em, spacing: 0.6em)
    par({ plain(d.footer.checkAt); linebreak(); link(d.footer.target, text(fill: ink, plain(d.footer.url))) })
    par({ plain(d.footer.codeLabel); linebreak(); text(size: 10pt, fill: ink, weight: "bold", number-width: "tabular", plain(d.footer.code)) })
  },
)

#let signature = {
  set align(center)
  set par(leading: 0.55em, spacing: 0.65em)
  par(plain(d.placeAndDate))
  balanced(par(strong(plain(d.issuer.office))))
  block(width: 100%, inset: (x: 10pt, y: 8pt), radius: 5pt, stroke: 0.6pt + luma(110), above: 0.7em, below: 0pt, {
    par(text(size: 0.74em, fill: grey, plain(d.signedBy)))
    par(strong(plain(d.issuer.holder)))
    par(text(size: 0.6em, fill: grey, style: "italic", plain(d.signedOnly)))
  })
}

#let certificate(size) = {
  set text(size: size, fill: ink)
  set par(spacing: 0pt)
  set block(spacing: 0pt)
  set align(center)
  let gap(amount) = v(amount * size)
  balanced(par(text(weight: "bold", tracking: 0.05em, plain(d.host))))
  gap(0.75)
  plait(36)
  gap(1.1)
  heading(level: 1, {
    text(size: 2.5em, weight: "bold", tracking: 0.16em, d.heading)
    [ ] // parts the two in the list of bookmarks
    linebreak()
    text(size: 1.05em, weight: "regular", tracking: 0.14em, d.kind)
  })
  gap(0.85)
  par(plain(d.number))
  gap(1.35)
  par(text(fill: grey, d.givenTo))
  gap(0.85)
  balanced(par(leading: 0.4em, text(size: 1.9em, weight: "bold", plain(d.name))))
  gap(1.15)
  block(grid(
    columns: 3,
    column-gutter: 0.6em,
    row-gutter: 0.55em,
    align: left,
    ..d.facts.map(fact => (text(fill: grey, fact.label), text(fill: grey)[:], {
      // As wide as it needs to be, at most half of the page.
      context { let wide = measure(plain(fact.value)).width; block(width: calc.min(wide, 14cm), plain(fact.value)) }
    })).flatten(),
  ))
  gap(1.35)
  par(text(fill: grey, d.achievement))
  gap(0.8)
  balanced(par(leading: 0.45em, text(size: 1.35em, weight: "bold", plain(d.title))))
  gap(0.9)
  balanced(par(plain(d.held)))
  gap(0.75)
  balanced(par(text(size: 0.86em, fill: grey, plain(d.basis))))
}

// The largest size at which all of the first page fits on it: names and titles may be long.
#layout(size => {
  let foot(em) = {
    set text(size: calc.min(em, 11.5pt), fill: ink)
    grid(columns: (1fr, 9.6cm), column-gutter: 1cm, align: (left + bottom, center + bottom), codeBlock, signature)
  }
  let sizes = (12pt, 11.5pt, 11pt, 10.5pt, 10pt, 9.5pt, 9pt, 8.5pt, 8pt, 7.5pt, 7pt, 6.5pt, 6pt)
  let fits(em) = measure(width: size.width, certificate(em)).height + measure(width: size.width, foot(em)).height + 22pt <= size.height
  let em = sizes.find(fits)
  if em == none { em = sizes.last() }
  block(width: 100%, height: size.height, spacing: 0pt, {
    certificate(em)
    v(1fr)
    foot(em)
  })
})

#pagebreak()

#heading(level: 2, d.subjects.heading)
#{
  set text(size: 10.5pt)
  par(text(fill: grey, plain(d.subjects.of)))
  block(above: 0.8em, below: 1.2em, grid(
    columns: (auto, auto, 1fr),
    column-gutter: 0.6em,
    row-gutter: 0.5em,
    text(fill: grey, d.subjects.learner.label), text(fill: grey)[:], plain(d.subjects.learner.value),
    text(fill: grey, d.subjects.programme.label), text(fill: grey)[:], plain(d.subjects.programme.value),
  ))
  set text(number-width: "tabular")
  table(
    columns: (1.2cm, 1fr, 6.4cm, 1.8cm),
    align: (x, y) => if x == 0 or x == 3 { right + top } else { left + top },
    inset: (x: 7pt, y: 6pt),
    stroke: (x, y) => (
      top: if y == 0 { 1pt + rule } else { 0.4pt + luma(170) },
      bottom: 1pt + rule,
    ),
    table.header(..d.subjects.columns.map(column => strong(column))),
    ..d.subjects.rows.enumerate().map(((index, row)) => (str(index + 1), ..row.map(plain))).flatten(),
    table.footer(repeat: false, table.cell(colspan: 3, align: right, strong(d.subjects.total)), strong(d.subjects.hours)),
  )
  v(0.6em)
  par(text(size: 9pt, fill: grey, plain(d.subjects.note)))
}
`
