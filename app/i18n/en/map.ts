export const map = {
  view: "View",
  list: "List",
  map: "Map",
  title: {
    initiatives: "Initiatives by province",
    needs: "Needs by province",
    organisations: "Partners by province",
    agreements: "Agreements by province",
    regions: "Regions by province",
  },
  count: {
    initiatives: "{count|# initiative|# initiatives}",
    needs: "{count|# need|# needs}",
    organisations: "{count|# partner|# partners}",
    agreements: "{count|# agreement|# agreements}",
    regions: "{count|# region|# regions}",
  },
  column: {
    initiatives: "Initiatives",
    needs: "Needs",
    organisations: "Partners",
    agreements: "Agreements",
    regions: "Regions",
  },
  note: {
    initiatives: "An initiative counts in the province of its region. Choose a province to open its list.",
    needs: "A need counts in the province of its region. Choose a province to open its list.",
    organisations: "A partner counts in the province of its seat. Choose a province to open its list.",
    agreements:
      "An agreement counts once in each province of its parties, so this column can add up to more than there are agreements. Choose a province to open its list.",
    regions: "Counted: the province itself with its regencies and cities. Choose a province to open its list.",
  },
  description:
    "Map of Indonesia. The more a province has, the stronger its colour. The same numbers stand in the table below the map.",
  area: "{name}: {count}",
  areaTogether: "{names}: {count} together",
  legend: "What the colours mean",
  none: "None",
  range: "{from}–{to}",
  old: {
    title: "Papua within its old borders",
    body: "The drawing is older than the four provinces of 2022: the shapes of Papua Barat and Papua stand for six provinces. The colour and number of these two shapes are the sum; the number of each province stands near them and in the table.",
    shape: "Provinces in the shape of {name}",
  },
  source: {
    shapes: "Shapes of the provinces: Bashir Arrohman,",
    changed: "Simplified; no reference for borders.",
  },
  table: "Numbers by province",
  province: "Province",
  without: "{count|None in one province|None in # provinces}: {names}.",
}
