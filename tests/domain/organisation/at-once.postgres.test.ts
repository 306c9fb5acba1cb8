import { expect, it } from "vitest"
import { verifyAudit } from "#app/domain/audit/verify.server.ts"
import { isDomainError } from "#app/domain/kernel/errors.ts"
import { acceptInvitation, inviteMember } from "#app/domain/organisation/invitations.server.ts"
import { endMandate } from "#app/domain/organisation/mandate-ending.server.ts"
import { decideMandate } from "#app/domain/organisation/mandates.server.ts"
import { leaveOrganisation } from "#app/domain/organisation/members.server.ts"
import { decideOrganisation } from "#app/domain/organisation/verification.server.ts"
import { governmentWithMandate, organisationIn, pemdaDetails } from "#tests/support/organisations.ts"
import { createWorld } from "#tests/support/world.ts"

/** Runs all at once; answers "done" or the key of the refusal for each, sorted. */
async function atOnce(...works: (() => Promise<unknown>)[]): Promise<string[]> {
  const outcomes = await Promise.allSettled(works.map((work) => work()))
  return outcomes
    .map((outcome) => {
      if (outcome.status === "fulfilled") return "done"
      if (isDomainError(outcome.reason)) return outcome.reason.key
      throw outcome.reason
    })
    .sort()
}

const rounds = 20

it("two admins who leave at once leave one behind", async () => {
  const world = await createWorld()
  for (let round = 0; round < rounds; round += 1) {
    const { id } = await world.create.organisation()
    const first = await world.as(await world.create.member(id, "admin"))
    const second = await world.as(await world.create.member(id, "admin"))
    expect(
      await atOnce(
        () => leaveOrganisation(first, id),
        () => leaveOrganisation(second, id),
      ),
    ).toEqual(["done", "membership.lastAdmin"])
  }
  expect((await verifyAudit(world.db)).faults).toEqual([])
})

it("two governments of one region that are verified at once become one", async () => {
  const world = await createWorld()
  const examiner = await world.as(await world.create.secretariat(), null)
  for (let round = 0; round < rounds; round += 1) {
    const one = await organisationIn(world, "submitted", pemdaDetails({ name: `Pemkot ${round}` }))
    const two = await organisationIn(world, "submitted", pemdaDetails({ name: `Pemerintah kota ${round}` }))
    expect(
      await atOnce(
        () => decideOrganisation(examiner, one.id, "verify", "", 1),
        () => decideOrganisation(examiner, two.id, "verify", "", 1),
      ),
    ).toEqual(["done", "organisation.regionTaken"])
    await world.db.updateTable("organisation").set({ status: "suspended" }).where("status", "=", "verified").execute()
  }
})

it("two clicks on one invitation join once", async () => {
  const world = await createWorld()
  const organisation = await world.create.organisation()
  const admin = await world.as(await world.create.member(organisation.id, "admin"))
  for (let round = 0; round < rounds; round += 1) {
    const guest = await world.create.account()
    await inviteMember(admin, organisation.id, guest.email, "member")
    const token = (await world.mails()).at(-1)?.values.token ?? ""
    const ctx = await world.as(guest)
    expect(
      await atOnce(
        () => acceptInvitation(ctx, token),
        () => acceptInvitation(ctx, token),
      ),
    ).toEqual(["done", "invitation.used"])
  }
})

it("a mandate that is verified and ended at once is decided one after the other", async () => {
  const world = await createWorld()
  const { admin, id } = await governmentWithMandate(world)
  const examiner = await world.as(await world.create.secretariat(), null)
  const ending = await world.as(admin)
  expect(
    await atOnce(
      () => decideMandate(examiner, id, "verify", "", 0),
      () => endMandate(ending, id, "Salah catat jabatan.", 0),
    ),
  ).toEqual(["done", "stale"])
})
