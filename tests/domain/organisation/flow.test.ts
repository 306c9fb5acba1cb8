import { describe, expect, it } from "vitest"
import type { Ctx } from "#app/domain/kernel/context.ts"
import { isDomainError } from "#app/domain/kernel/errors.ts"
import { statesOf, stepsFrom } from "#app/domain/kernel/flow.ts"
import { editOrganisation, editProfile, submitOrganisation } from "#app/domain/organisation/editing.server.ts"
import { editable, mandateFlow, organisationFlow } from "#app/domain/organisation/flow.ts"
import { endMandate } from "#app/domain/organisation/mandate-ending.server.ts"
import { decideMandate } from "#app/domain/organisation/mandates.server.ts"
import { decideOrganisation } from "#app/domain/organisation/verification.server.ts"
import type { MandateStatus } from "#db/schema.ts"
import { detailsOf, governmentWithMandate, lockVersion, organisationIn } from "#tests/support/organisations.ts"
import { createWorld, type World } from "#tests/support/world.ts"

const reason = "Alasan yang cukup panjang."

/** What the work led to: the state it left, or the key of its refusal. */
async function outcomeOf(work: Promise<unknown>, state: () => Promise<string>): Promise<string> {
  try {
    await work
    return await state()
  } catch (error) {
    if (!isDomainError(error)) throw error
    return error.key
  }
}

describe("an organisation's flow", () => {
  it("knows five states and lets exactly these steps start in each", () => {
    expect(
      Object.fromEntries(statesOf(organisationFlow).map((state) => [state, stepsFrom(organisationFlow, state)])),
    ).toEqual({
      draft: ["submit"],
      submitted: ["verify", "refuse"],
      verified: ["suspend"],
      refused: ["submit"],
      suspended: ["restore"],
    })
  })

  for (const state of statesOf(organisationFlow))
    it(`runs its use cases in ${state} exactly where the flow has the step`, async () => {
      const outcomes: Record<string, string> = {}
      const expected: Record<string, string> = {}
      for (const [step, { from, to }] of Object.entries(organisationFlow.steps)) {
        const world = await createWorld()
        const { id, admin } = await organisationIn(world, state)
        const seen = await lockVersion(world, id)
        const work =
          step === "submit"
            ? submitOrganisation(await world.as(admin, id), id, seen)
            : decideOrganisation(await examiner(world), id, step as "verify", reason, seen)
        outcomes[step] = await outcomeOf(work, () => statusOf(world, "organisation", id))
        // What was never handed in is not there for the secretariat.
        const hidden = state === "draft" && step !== "submit"
        expected[step] = from.includes(state) ? to : hidden ? "notFound" : "flow.step"
      }
      expect(outcomes).toEqual(expected)
    })

  for (const [state, scope] of Object.entries(editable))
    it(`lets its admin change ${scope} in ${state}`, async () => {
      const world = await createWorld()
      const { id, admin } = await organisationIn(world, state as keyof typeof editable)
      const ctx = await world.as(admin, id)
      const address = async () =>
        (await world.db.selectFrom("organisation").select("address").where("id", "=", id).executeTakeFirstOrThrow())
          .address
      const all = detailsOf({ address: "Alamat baru 1" })
      const {
        name: _n,
        strand: _s,
        legalForm: _l,
        regionCode: _r,
        ...profile
      } = detailsOf({ address: "Alamat baru 2" })
      const whole = await outcomeOf(editOrganisation(ctx, id, all, null, await lockVersion(world, id)), address)
      const part = await outcomeOf(editProfile(ctx, id, profile, await lockVersion(world, id)), address)
      expect([whole, part]).toEqual([
        scope === "all" ? "Alamat baru 1" : "organisation.notEditable",
        scope === "nothing" ? "organisation.notEditable" : "Alamat baru 2",
      ])
    })
})

describe("a mandate's flow", () => {
  it("knows four states and lets exactly these steps start in each", () => {
    expect(Object.fromEntries(statesOf(mandateFlow).map((state) => [state, stepsFrom(mandateFlow, state)]))).toEqual({
      entered: ["verify", "refuse", "end"],
      verified: ["end"],
      refused: [],
      ended: [],
    })
  })

  for (const state of statesOf(mandateFlow))
    it(`runs its use cases in ${state} exactly where the flow has the step`, async () => {
      const outcomes: Record<string, string> = {}
      const expected: Record<string, string> = {}
      for (const [step, { from, to }] of Object.entries(mandateFlow.steps)) {
        const world = await createWorld()
        const { id, admin } = await governmentWithMandate(world)
        await bring(world, id, await world.as(admin), state)
        const seen = (await mandate(world, id)).lockVersion
        const work =
          step === "end"
            ? endMandate(await world.as(admin), id, reason, seen)
            : decideMandate(await examiner(world), id, step as "verify", reason, seen)
        outcomes[step] = await outcomeOf(work, () => statusOf(world, "mandate", id))
        expected[step] = from.includes(state) ? to : "flow.step"
      }
      expect(outcomes).toEqual(expected)
    })
})

async function bring(world: World, id: string, admin: Ctx, state: MandateStatus): Promise<void> {
  if (state === "entered") return
  if (state === "refused") return decideMandate(await examiner(world), id, "refuse", reason, 0)
  await decideMandate(await examiner(world), id, "verify", "", 0)
  if (state === "ended") await endMandate(admin, id, reason, 1)
}

const examiner = async (world: World) => world.as(await world.create.secretariat(), null)

const mandate = (world: World, id: string) =>
  world.db.selectFrom("mandate").selectAll().where("id", "=", id).executeTakeFirstOrThrow()

const statusOf = async (world: World, table: "organisation" | "mandate", id: string): Promise<string> =>
  (await world.db.selectFrom(table).select("status").where("id", "=", id).executeTakeFirstOrThrow()).status
