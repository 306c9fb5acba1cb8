export const words = {
  contents: "On this page",
  updated: "Last changed {date}",
  beside: "More under “{title}”",
  secretariat: {
    title: "Writing to the network’s secretariat",
    write: "Send an e-mail to",
    how: "Say which page it is about, what you wanted to do and what happened. Leave out passwords, passphrases and identity or staff numbers.",
    none: "The operator of this portal has not published an e-mail address of the secretariat yet. Please go through the office or organisation that runs this portal.",
  },
}
