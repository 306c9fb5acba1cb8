import { expect, it } from "vitest"
import { verifyAudit } from "#app/domain/audit/verify.server.ts"
import { addPartner, changePart, endPartner, findInitiativePartners } from "#app/domain/initiative/partners.server.ts"
import { getInitiative } from "#app/domain/initiative/queries.server.ts"
import { partnerForm } from "#app/domain/initiative/schema.ts"
import type { Ctx } from "#app/domain/kernel/context.ts"
import { initiativeArena, initiativeIn, seenAt, strangerIn } from "#tests/support/initiatives.ts"

async function arena() {
  const { world, sides } = await initiativeArena()
  const id = await initiativeIn(world, sides, "running")
  const lead = await world.as(sides.region.drafter)
  const partner = async (ctx: Ctx, name: string) =>
    (await getInitiative(ctx, id)).partners.find((one) => one.name === name)!
  const mails = async (kind: string) =>
    (await world.mails())
      .filter((mail) => mail.kind === kind)
      .map(({ to }) => to)
      .sort()
  return { world, sides, id, lead, partner, mails }
}

it("takes in a verified organisation with its part, and tells it", async () => {
  const { world, sides, id, lead, partner, mails } = await arena()
  await strangerIn(world, sides, id)
  expect(await partner(lead, "Media Contoh")).toMatchObject({ part: "Meliput kegiatan", leftAt: null, strand: "M" })
  expect(await mails("initiative-partner-added")).toEqual(
    [sides.stranger.drafter.email, sides.stranger.approver.email].sort(),
  )
  expect((await getInitiative(await world.as(sides.stranger.member), id)).id).toBe(id)
})

it("refuses one that takes part already, is not verified, or does not exist", async () => {
  const { world, sides, id, lead } = await arena()
  const unverified = await world.create.organisation({ status: "submitted", slug: "belum-terverifikasi" })
  const add = async (organisation: string) =>
    addPartner(lead, id, { ...(await seenAt(lead, id)), organisation, part: "Ikut serta" })
  const refused = (key: string) => ({ fields: { organisation: [key] } })
  await expect(add(sides.firm.organisation.slug)).rejects.toMatchObject(refused("initiative.partnerTwice"))
  await expect(add(sides.region.organisation.slug)).rejects.toMatchObject(refused("initiative.partnerTwice"))
  await expect(add(unverified.slug)).rejects.toMatchObject(refused("field.choose"))
  await expect(add("tidak-ada")).rejects.toMatchObject(refused("field.choose"))
  expect(partnerForm.safeParse({ lockVersion: "1", organisation: "a", part: "ab" }).error?.issues[0]?.message).toBe(
    "field.tooShort",
  )
})

it("offers verified organisations that do not take part yet, to the lead alone", async () => {
  const { world, sides, id, lead } = await arena()
  await world.create.organisation({ name: "Komunitas Lereng", slug: "komunitas-lereng", regionCode: "33.08" })
  await world.create.organisation({ name: "Komunitas Belum", status: "draft" })
  const initiative = await getInitiative(lead, id)
  const names = async (q: string) => (await findInitiativePartners(lead, initiative, q)).map(({ name }) => name)
  expect(await names("")).toEqual(["Komunitas Lereng", "Media Contoh"])
  expect(await names("komunitas magelang")).toEqual(["Komunitas Lereng"])
  const campus = await world.as(sides.campus.approver)
  await expect(findInitiativePartners(campus, initiative, "")).rejects.toMatchObject({ code: "forbidden" })
})

it("says anew what an organisation does, the lead included", async () => {
  const { sides, id, lead, partner } = await arena()
  for (const name of ["PT Contoh Karya", sides.region.organisation.name]) {
    const { id: partnerId } = await partner(lead, name)
    await changePart(lead, id, partnerId, { ...(await seenAt(lead, id)), part: "Bagian yang baru" })
    expect((await partner(lead, name)).part).toBe("Bagian yang baru")
  }
})

it("lets a partner leave, keeps its row, tells the lead, and lets it come back", async () => {
  const { world, sides, id, lead, partner, mails } = await arena()
  const firm = await world.as(sides.firm.drafter)
  const own = await partner(firm, "PT Contoh Karya")
  const member = await world.as(sides.firm.member)
  await expect(endPartner(member, id, own.id, await seenAt(lead, id))).rejects.toMatchObject({ code: "forbidden" })
  world.clock.turn(60_000)
  const later = await world.as(sides.firm.drafter)
  await endPartner(later, id, own.id, await seenAt(lead, id))
  expect(await partner(lead, "PT Contoh Karya")).toMatchObject({ id: own.id, leftAt: later.now })
  expect((await getInitiative(lead, id)).partnerIds).not.toContain(sides.firm.organisation.id)
  expect(await mails("initiative-partner-left")).toEqual(
    [sides.region.approver.email, sides.region.drafter.email].sort(),
  )
  await expect(endPartner(lead, id, own.id, await seenAt(lead, id))).rejects.toMatchObject({
    key: "initiative.partnerGone",
  })
  await expect(changePart(lead, id, own.id, { ...(await seenAt(lead, id)), part: "Masih ikut" })).rejects.toMatchObject(
    { key: "initiative.partnerGone" },
  )
  const organisation = sides.firm.organisation.slug
  await addPartner(lead, id, { ...(await seenAt(lead, id)), organisation, part: "Kembali membantu" })
  expect(await partner(lead, "PT Contoh Karya")).toMatchObject({
    ...{ id: own.id, part: "Kembali membantu", leftAt: null },
  })
  expect((await verifyAudit(world.db)).faults).toEqual([])
})

it("lets the lead take a partner out and tells it, and never lets the lead go", async () => {
  const { world, sides, id, lead, partner, mails } = await arena()
  const seen = () => seenAt(lead, id)
  const campus = await partner(lead, "Universitas Contoh")
  const own = await partner(lead, sides.region.organisation.name)
  await expect(endPartner(lead, id, own.id, await seen())).rejects.toMatchObject({ key: "initiative.leadStays" })
  // One partner has no power over another, nor over the lead.
  const firm = await world.as(sides.firm.approver)
  for (const target of [campus, own])
    await expect(endPartner(firm, id, target.id, await seen())).rejects.toMatchObject({ code: "forbidden" })
  await endPartner(lead, id, campus.id, await seen())
  expect(await mails("initiative-partner-removed")).toEqual(
    [sides.campus.drafter.email, sides.campus.approver.email].sort(),
  )
  await expect(endPartner(lead, id, "bukan-id", await seen())).rejects.toMatchObject({ code: "not_found" })
})
