export const meta = {
  cardAlt: "Simpul card titled “{title}” with the knot of five strands",
  demo: "Demonstration, not an official document",
  style: "Colours, type, measures and the parts that Simpul’s pages are made of, for whoever helps to build it.",
  handbook: "The Simpul handbook for users, operators and developers: {title}.",
  agreement: "Mutual agreement {code} between {first} and {second}: its text, signatures and period.",
  region: "Network partners, agreements in force and the parts of {region}, code {code}.",
  organisation: "{name}, a partner of the Simpul network in {region}.",
  card: {
    handbook: "The Simpul handbook for users, operators and developers: {title}.",
    agreement: "Mutual agreement",
    initiative: "Initiative",
    need: "Need",
    organisation: "Network partner",
    programme: "Learning programme",
    practice: "Good practice",
  },
}
