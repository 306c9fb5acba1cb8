import { expect, it } from "vitest"
import { organisationInbox } from "#app/domain/organisation/inbox.server.ts"
import { inviteMember } from "#app/domain/organisation/invitations.server.ts"
import { enterMandate } from "#app/domain/organisation/mandates.server.ts"
import { signatureInbox } from "#app/domain/signature/inbox.server.ts"
import { detailsOf, mandateDetails, organisationIn, paper } from "#tests/support/organisations.ts"
import { twoSigners } from "#tests/support/signers.ts"
import { createWorld } from "#tests/support/world.ts"

it("shows an invitation to whom it is addressed, until he answers or it expires", async () => {
  const world = await createWorld()
  const organisation = await world.create.organisation()
  const admin = await world.as(await world.create.member(organisation.id, "admin"))
  const guest = await world.create.account()
  await inviteMember(admin, organisation.id, guest.email, "drafter")
  const { id } = await world.db.selectFrom("invitation").select("id").executeTakeFirstOrThrow()
  expect(await organisationInbox(await world.as(guest))).toEqual([
    {
      kind: "invitation.accept",
      title: organisation.name,
      values: { role: "drafter" },
      ids: { id },
      since: world.clock.now(),
      due: "2026-03-09",
    },
  ])
  expect(await organisationInbox(admin)).toEqual([])
  const unproved = await world.as(guest)
  expect(await organisationInbox({ ...unproved, actor: { ...unproved.actor!, emailVerified: false } })).toEqual([])
  world.clock.turn(7 * 86_400_000)
  expect(await organisationInbox(await world.as(guest))).toEqual([])
})

it("shows an admin what is still to be submitted, in each of his organisations, and nobody else", async () => {
  const world = await createWorld()
  const refused = await organisationIn(world, "refused", detailsOf({ name: "Yang ditolak" }))
  world.clock.turn(1000)
  const draft = await organisationIn(world, "draft", detailsOf({ name: "Yang belum diajukan" }))
  await world.create.membership(refused.admin.id, draft.id, "admin")
  const entries = await organisationInbox(await world.as(refused.admin, null))
  expect(entries.map(({ kind, title }) => [kind, title])).toEqual([
    ["organisation.correct", "Yang ditolak"],
    ["organisation.submit", "Yang belum diajukan"],
  ])
  expect(await organisationInbox(await world.as(await world.create.member(draft.id, "drafter")))).toEqual([])
  expect(await organisationInbox(world.visitor())).toEqual([])
})

it("shows the secretariat what it may decide on, the longest waiting first, without its own cases", async () => {
  const world = await createWorld()
  const organisation = await world.create.pemda("33.71")
  const own = await world.create.secretariat()
  const other = await world.create.secretariat()
  await world.create.membership(own.id, organisation.id, "admin")
  const mandate = await enterMandate(await world.as(own), organisation.id, mandateDetails(own.id), paper())
  world.clock.turn(1000)
  const submitted = await organisationIn(world, "submitted")
  const mine = await organisationIn(world, "submitted", detailsOf({ name: "Milik sekretariat" }))
  await world.create.membership(own.id, mine.id, "member")
  const seen = async (person: { id: string }) =>
    (await organisationInbox(await world.as(person, null))).map(({ kind, ids }) => [kind, ids.id])
  expect(await seen(other)).toEqual([
    ["mandate.verify", mandate],
    ["organisation.verify", submitted.id],
    ["organisation.verify", mine.id],
  ])
  expect(await seen(own)).toEqual([["organisation.verify", submitted.id]])
})

it("asks a holder whose mandate is in force for his key, once he has none", async () => {
  const world = await createWorld()
  const { jabar } = await twoSigners(world)
  const ctx = await world.as(jabar.head)
  expect(await signatureInbox(ctx)).toEqual([])
  await world.db
    .updateTable("certificate")
    .set({ revokedAt: world.clock.now(), keyEnvelope: "" })
    .where("mandateId", "=", jabar.mandateId)
    .execute()
  expect(await signatureInbox(ctx)).toEqual([
    {
      kind: "key.enrol",
      title: "Gubernur Jawa Barat",
      values: { organisation: jabar.organisation.name },
      ids: { id: jabar.mandateId },
      since: world.clock.now(),
    },
  ])
  await world.db.updateTable("mandate").set({ status: "ended" }).where("id", "=", jabar.mandateId).execute()
  expect(await signatureInbox(ctx)).toEqual([])
})
