export const home = {
  title: "Regional cooperation that anyone can verify",
  lede: "Regional governments, academics, businesses, communities and media draft, agree and sign their cooperation in one place. The result is public, and its authenticity can be proved.",
  read: "Read the agreements",
  join: "Register an organisation",
  latest: {
    title: "Latest agreements",
    lede: "{count|One agreement is in force today.|# agreements are in force today.}",
    all: "See all agreements",
    signed: "Signed on {date}, {place}",
    empty: "No agreement is in force yet",
    emptyBody: "An agreement appears here as soon as both regions have signed it.",
  },
  verifyBox: {
    title: "Holding a document?",
    lede: "Make sure that the text is the one that was signed. No account needed.",
    label: "Number or code of the document",
    hint: "At the foot of every page of the document",
    submit: "Check",
    upload: "Upload the PDF",
  },
  stages: {
    title: "From first draft to force",
    draft: {
      title: "Draft together",
      body: "Two regions edit clause by clause. Every version is kept, every change shows word by word.",
    },
    agree: {
      title: "Approve the same version",
      body: "Both sides approve exactly the same version and give it a number of their own.",
    },
    seal: {
      title: "Sign",
      body: "Only an official whose mandate has been checked can sign, with a key of his or her own.",
    },
    open: {
      title: "Open to the public",
      body: "Text, parties, period and history can be read. Anyone can check that they are genuine.",
    },
  },
  strands: {
    title: "Five strands, one knot",
    lede: "Pentahelix means that nobody works alone.",
    A: "Universities and research institutes bring knowledge, research and plans of action.",
    B: "Businesses bring capital, skills and works.",
    C: "Communities bring volunteers, reach and ideas from the ground.",
    G: "Governments bring policy, permits and budgets.",
    M: "Media bring the news to the public and keep things open.",
  },
}
