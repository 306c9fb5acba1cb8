export const help = {
  title: "Help",
  lede: "How to use Simpul, step by step, and how it works.",
  style: "Simpul's visual style",
  otherLanguageOnly: "This page exists in Indonesian only.",
  part: {
    users: "User guide",
    operators: "Operator guide",
    developers: "Developer guide",
    decisions: "Decision records",
  },
}
