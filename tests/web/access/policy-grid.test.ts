import { expect, test } from "vitest"
import type { Actor } from "#app/domain/kernel/actor.ts"
import type { Rule } from "#app/domain/kernel/rule.ts"
import { policy } from "#app/domain/policy/table.ts"
import type { MembershipRole } from "#db/schema.ts"

const own = "organisasi-sendiri"
const another = "organisasi-lain"

function actor(role: MembershipRole | null, organisationId = own, overrides: Partial<Actor> = {}): Actor {
  const membership = role && {
    organisationId,
    organisationName: "Organisasi",
    organisationSlug: "organisasi",
    organisationVerified: true,
    role,
  }
  return {
    accountId: "akun-pelaku",
    name: "Pelaku",
    email: "pelaku@contoh.example",
    emailVerified: true,
    secretariat: false,
    memberships: membership ? [membership] : [],
    acting: membership,
    locale: "id",
    timeZone: "Asia/Jakarta",
    ...overrides,
  }
}

const actors: Record<string, Actor | null> = {
  visitor: null,
  unproved: actor(null, own, { emailVerified: false }),
  person: actor(null),
  outsider: actor("admin", another),
  member: actor("member"),
  drafter: actor("drafter"),
  approver: actor("approver"),
  admin: actor("admin"),
  secretariat: actor(null, own, { secretariat: true }),
}

/** A thing of the actor's own organisation that somebody else made, so that only roles decide. */
const subject = {
  organisationId: own,
  partyOrganisationIds: [own, "organisasi-mitra"],
  accountId: "akun-orang-lain",
  enteredBy: "akun-orang-lain",
  recipientId: own,
  partnerIds: [own, "organisasi-mitra"],
  coauthorIds: ["organisasi-mitra"] as string[],
  invitedIds: ["organisasi-mitra"] as string[],
  updateOrganisationId: own,
  hostId: own,
  senderId: "organisasi-mitra",
  supervisorId: "akun-orang-lain",
}

const elsewhere = { organisationId: "organisasi-pengusul", coauthorIds: ["organisasi-mitra"], invitedIds: [] }
const foreignProposals: Record<string, Partial<typeof subject>> = {
  recipient: { ...elsewhere, recipientId: own },
  coauthor: { ...elsewhere, recipientId: "organisasi-penerima", coauthorIds: [own] },
  invited: { ...elsewhere, recipientId: "organisasi-penerima", coauthorIds: [], invitedIds: [own] },
}

test("role × action, as reviewed", async () => {
  const head = `${"".padEnd(40)} ${Object.keys(actors).join(" ")}`
  const row = (action: string, rule: unknown, on: typeof subject) => {
    const cells = Object.entries(actors).map(([name, who]) =>
      ((rule as Rule<typeof subject>)(who, on) ? "yes" : "·").padEnd(name.length),
    )
    return `${action.padEnd(40)} ${cells.join(" ")}`.trimEnd()
  }
  const rows = [
    ...Object.entries(policy).map(([action, rule]) => row(action, rule, subject)),
    // A proposal of others, seen from each of the sides on which one's own organisation can stand.
    ...Object.entries(foreignProposals).flatMap(([side, on]) =>
      Object.entries(policy)
        .filter(([action]) => action.startsWith("proposal."))
        .map(([action, rule]) => row(`${action}, as ${side}`, rule, { ...subject, ...on })),
    ),
  ]
  await expect(`${[head, ...rows].join("\n")}\n`).toMatchFileSnapshot("./policy-grid.txt")
})
