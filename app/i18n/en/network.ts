/** What the pages of regions, partners and the front tell of who works with whom. */
export const network = {
  came: {
    title: "What came of it",
    lede: "Measured from where it began towards its target, by those who do it, with the source of the figure.",
    from: "from {baseline} towards {target}",
    next: "What happened next",
    empty: "Nothing has been measured yet",
    emptyBody: "Measured results of initiatives appear here, with what happened next.",
  },
  ties: {
    title: "Who works with whom",
    lede: "Agreements, learning programmes, published initiatives and accepted proposals, newest first.",
    counterpart: "Partner",
    region: "Region",
    together: "Done together",
    regions: "The regions it works with",
    agreement: "Agreement · {state} · took effect {date}",
    programme: "Learning programme · {state} · announced {date}",
    initiative: "Initiative · {state} · took part from {date}",
    proposal: "Proposal · accepted {date}",
    older: "{count|one more, older|# more, older}",
    rest: "{count|One more|# more}",
    cut: "Only the {count} newest are shown; the rest is in the open data.",
    byStrand: "Number of partners by strand",
    ofStrand: "{strand}: {count}",
  },
}
