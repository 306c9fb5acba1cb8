export const data = {
  title: "Open data",
  lede: "Everything in the portal's public lists can be had as data: files for spreadsheets, feeds for news readers, and an API for programs. Nothing to sign up for.",
  description:
    "Open data of the Simpul network: agreements, initiatives, needs, partners, learning programmes and regions as CSV, JSON, Atom and through an API.",
  sets: "Data sets",
  setsLede:
    "Every list has files at its own address with .csv, .json or .atom behind it. The filters of the list work on its files too.",
  name: "Data",
  what: "What is in it",
  files: "Files",
  api: "API",
  set: {
    agreements: {
      title: "Agreements",
      what: "Agreements between regions that are in force or have lapsed: parties, period, sealed file and its signatures.",
    },
    initiatives: {
      title: "Initiatives",
      what: "Joint work that was published: who carries it out, milestones, outcomes and news.",
    },
    needs: {
      title: "Needs of regions",
      what: "What regional governments ask the network for, with the last day for proposals and what was decided on them.",
    },
    organisations: {
      title: "Partners",
      what: "Verified organisations of the five strands. No contact persons, telephone numbers or mail addresses.",
    },
    programmes: {
      title: "Learning programmes",
      what: "Learning between regions: curriculum, cohorts and numbers of learners. No names of learners.",
    },
    regions: {
      title: "Regions",
      what: "Provinces, kabupaten and kota with their official codes.",
    },
  },
  format: { csv: "CSV", json: "JSON", atom: "Atom", ics: "Calendar" },
  download: "Download",
  downloadLabel: "This list as data",
  feed: "{title}: what is new",
  terms: "Terms of use",
  licence: "Licence",
  licenceSource: "Where the licence comes from",
  cite: "How to cite",
  citation: "Simpul, {set}, retrieved {date}, {address}. {licence}.",
  citationSet: "name of the data",
  citationDate: "date of retrieval",
  rhythm: "Updates",
  rhythmBody:
    "At once: the data is read from where the pages are read, so a change shows the moment it is made. Send the ETag of the last answer back as If-None-Match; where nothing has changed, the answer is an empty 304.",
  limits: "Limits",
  limitsBody:
    'One answer of the API holds at most {most} records, one CSV file at most {file} rows, one page of a feed {feed} entries. The rest has an address of its own: the Link header with rel="next". Parameters that are not known are refused with 400, not passed over.',
  personal: "Personal data",
  personalBody:
    "No identity numbers, telephone numbers, mail addresses or names of learners. Names that are printed on sealed documents as signatories stay with them.",
  spreadsheet: "Spreadsheets",
  spreadsheetBody:
    "CSV is UTF-8 with commas and English headers that do not change. Text that begins with =, +, - or @ stands behind an apostrophe, so that it is not run as a formula.",
  example: "Example",
  exampleLede: "Agreements with a party in Central Java, two to a page:",
  reference: "API reference",
  referenceLede: "Made from the same OpenAPI 3.1 document that programs read.",
  document: "OpenAPI document",
  token: "Needs an organisation's token",
  parameters: "Parameters",
  parameter: "Name",
  place: "In",
  answers: "Answers",
  status: "Status",
  meaning: "Meaning",
  body: "Request body",
  schemas: "Schemas",
  field: "Field",
  kind: "Type",
  about: "What it is",
  optional: "may be absent",
  told: {
    signed: "signed in {place}, {date}",
    until: "until {date}",
  },
  calendar: {
    needs: "Simpul: last days for proposals",
    lastDay: "Last day for proposals: {title}",
    programmes: "Simpul: learning sessions",
  },
}
