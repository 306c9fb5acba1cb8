/** The page of one strand of the pentahelix. */
export const strand = {
  eyebrow: "Strand of the pentahelix",
  others: "The five strands",
  description:
    "{strand} in the Simpul network: verified partners, the initiatives they take part in, the regions that work with them, and needs they can answer.",
  tally: {
    title: "In figures",
    partners: "Verified {count|partner|partners}",
    initiatives: "{count|Initiative|Initiatives} taken part in",
    regions: "{count|Region that works|Regions that work} with them",
  },
  partners: "Newest partners",
  partnersLede: "The last verified come first.",
  partnersNone: "No verified partner of this strand yet. The first organisation to register will stand here.",
  allPartners: "All partners of this strand",
  initiatives: "Initiatives they take part in",
  initiativesNone: "This strand takes part in no published initiative yet.",
  allInitiatives: "All initiatives with this strand",
  regions: "Which regions they work with",
  regionsLede:
    "Published initiatives, accepted proposals and agreements in force, counted as in the weave on the front page.",
  regionsNone: "No region works with this strand yet.",
  region: "Region",
  shared: "Things done together",
  needs: "What regions are looking for",
  needsNone: "No need is open just now. A proposal need not wait for one.",
  allNeeds: "All open needs",
  join: "Take part",
  joinLede: "A verified organisation can answer a region's need or propose something else.",
  how: "How to contribute",
  register: "Register an organisation",
}
