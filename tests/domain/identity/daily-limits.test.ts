import { expect, it } from "vitest"
import { limits } from "#app/domain/identity/rate-limit.server.ts"
import { storePicture } from "#app/domain/initiative/picture.server.ts"
import { hours } from "#app/domain/kernel/clock.ts"
import { createOrganisation } from "#app/domain/organisation/editing.server.ts"
import { storeEvidence } from "#app/domain/organisation/evidence.server.ts"
import { inviteMember } from "#app/domain/organisation/invitations.server.ts"
import { detailsOf, paper } from "#tests/support/organisations.ts"
import { png } from "#tests/support/pictures.ts"
import { createWorld } from "#tests/support/world.ts"

const limited = { code: "rate_limited", retryAfter: 86_400 }

it("lets one person register a few organisations a day, and another one his own", async () => {
  const world = await createWorld()
  const account = await world.create.account()
  const ctx = await world.as(account)
  for (let n = 0; n < limits["newOrganisation.account"].hits; n += 1) await createOrganisation(ctx, detailsOf(), null)
  await expect(createOrganisation(ctx, detailsOf(), paper())).rejects.toMatchObject(limited)
  await createOrganisation(await world.as(await world.create.account()), detailsOf(), null)
  world.clock.turn(hours(24))
  await createOrganisation(await world.as(account), detailsOf(), null)
})

it("counts papers and pictures of one person together, and stores none beyond", async () => {
  const world = await createWorld()
  const ctx = await world.as(await world.create.account())
  const { hits } = limits["upload.account"]
  for (let n = 1; n < hits; n += 1) await storeEvidence(ctx, paper(), "file")
  await storePicture(ctx, await png())
  let stored = 0
  const counting = { ...ctx.files, put: async () => `${++stored}` }
  await expect(storeEvidence({ ...ctx, files: counting }, paper(), "file")).rejects.toMatchObject(limited)
  await expect(storePicture({ ...ctx, files: counting }, await png())).rejects.toMatchObject(limited)
  expect(stored).toBe(0)
})

it("sends one address a few invitations a day, whoever invites it", async () => {
  const world = await createWorld()
  const { hits } = limits["invite.email"]
  const invite = async (email: string) => {
    const { id } = await world.create.organisation()
    await inviteMember(await world.as(await world.create.member(id, "admin")), id, email, "member")
  }
  for (let n = 0; n < hits; n += 1) await invite("tamu@contoh.example")
  await expect(invite("tamu@contoh.example")).rejects.toMatchObject(limited)
  await invite("lain@contoh.example")
  expect((await world.mails()).filter(({ to }) => to === "tamu@contoh.example")).toHaveLength(hits)
})

it("lets one person invite so many a day, over all his organisations", async () => {
  const world = await createWorld()
  const admin = await world.create.account()
  const { hits } = limits["invite.account"]
  const organisations = await Promise.all([1, 2].map(() => world.create.organisation()))
  for (const { id } of organisations) await world.create.membership(admin.id, id, "admin")
  const invite = async (n: number) => {
    const { id } = organisations[n % 2]!
    await inviteMember(await world.as(admin, id), id, `tamu${n}@contoh.example`, "member")
  }
  for (let n = 0; n < hits; n += 1) await invite(n)
  await expect(invite(hits)).rejects.toMatchObject(limited)
})
