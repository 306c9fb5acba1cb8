export const workspace = {
  title: "Workspace",
  lede: "What is waiting for you, the oldest first.",
  actingFor: "You are acting for {organisation}",
  change: "Change organisation",
  inbox: {
    title: "Waiting for you",
    empty: "Nothing is waiting for you",
    emptyBody: "When something needs your reading, approval or signature, it appears here.",
    since: "Waiting since {date}",
    due: "Due {date}",
  },
  noOrganisation: {
    title: "You are not a member of an organisation yet",
    body: "Register your organisation, or ask its administrator to invite your e-mail address.",
    action: "Register an organisation",
  },
  organisations: "My organisations",
  agreements: "Agreements",
  acting: {
    title: "Who are you acting for?",
    lede: "Everything you do in the workspace is recorded in the name of this organisation.",
    label: "Organisation",
    nobody: "None",
    nobodyHint: "Reading only, without any organisation's rights",
    submit: "Act for this organisation",
  },
  mailbox: {
    title: "Demonstration mailbox",
    lede: "Messages this portal has sent. Only in demonstration mode, which has no mail server.",
    to: "To",
    empty: "No messages yet",
  },
}
