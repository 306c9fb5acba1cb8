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
  hostId: own,
  senderId: "organisasi-mitra",
  supervisorId: "akun-orang-lain",
}

test("role × action, as reviewed", async () => {
  const head = `${"".padEnd(28)} ${Object.keys(actors).join(" ")}`
  const rows = Object.entries(policy).map(([action, rule]) => {
    const cells = Object.entries(actors).map(([name, who]) =>
      ((rule as Rule<typeof subject>)(who, subject) ? "yes" : "·").padEnd(name.length),
    )
    return `${action.padEnd(28)} ${cells.join(" ")}`.trimEnd()
  })
  await expect(`${[head, ...rows].join("\n")}\n`).toMatchFileSnapshot("./policy-grid.txt")
})
