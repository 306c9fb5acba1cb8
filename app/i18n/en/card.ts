export const card = {
  network: "Portal of pentahelix cooperation",
  agreements: "Agreement",
  initiatives: "Initiative",
  needs: "Need of a region",
  organisations: "Partner",
  programmes: "Learning programme",
  regions: "Region",
  demo: "SAMPLE – not an official document",
}
