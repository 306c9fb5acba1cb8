import { describe, expect, it } from "vitest"
import { verifyAudit } from "#app/domain/audit/verify.server.ts"
import { deeds, type InitiativeDeed, type InitiativeStep, initiativeFlow } from "#app/domain/initiative/flow.ts"
import { addMilestone } from "#app/domain/initiative/milestones.server.ts"
import { addMeasure, addOutcome } from "#app/domain/initiative/outcomes.server.ts"
import { addPartner } from "#app/domain/initiative/partners.server.ts"
import { getInitiative } from "#app/domain/initiative/queries.server.ts"
import { editForm, measureForm, milestoneForm, outcomeForm, updateForm } from "#app/domain/initiative/schema.ts"
import { writeSequel } from "#app/domain/initiative/sequel.server.ts"
import {
  beginInitiative,
  completeInitiative,
  publishInitiative,
  stopInitiative,
} from "#app/domain/initiative/steps.server.ts"
import { postUpdate } from "#app/domain/initiative/updates.server.ts"
import { editInitiative } from "#app/domain/initiative/writing.server.ts"
import { statesOf, stepsFrom } from "#app/domain/kernel/flow.ts"
import type { InitiativeStatus } from "#db/schema.ts"
import { initiativeArena, initiativeFields, initiativeIn, outcomeIn, stopReason } from "#tests/support/initiatives.ts"

describe.each(statesOf(initiativeFlow))("an initiative that is %s", (status) => {
  it.each(Object.keys(initiativeFlow.steps) as InitiativeStep[])("%s", async (step) => {
    const { world, sides } = await initiativeArena()
    const id = await initiativeIn(world, sides, status)
    const ctx = await world.as(sides.region.approver)
    const { lockVersion } = await getInitiative(ctx, id)
    const edit = () =>
      editInitiative(ctx, id, editForm.parse({ ...initiativeFields({ title: "Judul yang lain" }), lockVersion }))
    const work: Record<InitiativeStep, () => Promise<void>> = {
      edit,
      amend: edit,
      start: () => beginInitiative(ctx, id, { lockVersion }),
      complete: () => completeInitiative(ctx, id, { lockVersion }),
      stop: () => stopInitiative(ctx, id, { lockVersion, reason: stopReason }),
    }
    // Editing is one form: which of its two steps is meant follows from the state.
    const open = stepsFrom(initiativeFlow, status)
    const meant = step === "edit" || step === "amend" ? open.find((one) => one === "edit" || one === "amend") : step
    if (meant && open.includes(meant)) {
      await work[step]()
      expect((await getInitiative(ctx, id)).status).toBe(initiativeFlow.steps[meant].to)
    } else {
      await expect(work[step]()).rejects.toMatchObject({ code: "conflict", key: "flow.step" })
      expect(await getInitiative(ctx, id)).toMatchObject({ status, lockVersion })
    }
    expect((await verifyAudit(world.db)).faults).toEqual([])
  })

  it.each(Object.keys(deeds) as InitiativeDeed[])("%s, which changes no state", async (deed) => {
    const { world, sides } = await initiativeArena()
    const id = await initiativeIn(world, sides, "running")
    const outcomeId = await outcomeIn(world, sides, id)
    await world.db.updateTable("initiative").set({ status }).where("id", "=", id).execute()
    const ctx = await world.as(sides.region.approver)
    const { lockVersion } = await getInitiative(ctx, id)
    const work: Record<InitiativeDeed, () => Promise<unknown>> = {
      publish: () => publishInitiative(ctx, id, { lockVersion }),
      report: () =>
        postUpdate(ctx, id, { ...updateForm.parse({ title: "Kabar", body: "Kelas pertama." }), picture: null }),
      measure: () =>
        addMeasure(ctx, id, outcomeId, measureForm.parse({ lockVersion, value: "1", measuredOn: "2026-03-01" })),
      sequel: () => writeSequel(ctx, id, { lockVersion, sequel: "Kelasnya kini diadakan setiap tahun." }),
    }
    if ((deeds[deed] as readonly InitiativeStatus[]).includes(status)) await work[deed]()
    else await expect(work[deed]()).rejects.toMatchObject({ code: "conflict", key: "flow.step" })
    expect((await getInitiative(ctx, id)).status).toBe(status)
    expect((await verifyAudit(world.db)).faults).toEqual([])
  })
})

describe("a final state", () => {
  it.each(["completed", "stopped"] as const)("%s takes no partner, milestone or outcome", async (status) => {
    const { world, sides } = await initiativeArena()
    const id = await initiativeIn(world, sides, status)
    const ctx = await world.as(sides.region.approver)
    const { lockVersion } = await getInitiative(ctx, id)
    const refused = { code: "conflict", key: "flow.step" }
    const partner = { lockVersion, organisation: sides.stranger.organisation.slug, part: "Meliput" }
    await expect(addPartner(ctx, id, partner)).rejects.toMatchObject(refused)
    const milestone = milestoneForm.parse({ lockVersion, title: "Selesai", dueOn: "2026-05-01" })
    await expect(addMilestone(ctx, id, milestone)).rejects.toMatchObject(refused)
    const words = { indicator: "Peserta", unit: "orang", baseline: "0", target: "9", source: "Daftar hadir" }
    await expect(addOutcome(ctx, id, outcomeForm.parse({ lockVersion, ...words }))).rejects.toMatchObject(refused)
  })
})

describe("publishing", () => {
  it("happens once, and lasts through every state that follows", async () => {
    const { world, sides } = await initiativeArena()
    const id = await initiativeIn(world, sides, "prepared", { published: true })
    const ctx = await world.as(sides.region.approver)
    const seen = async () => ({ lockVersion: (await getInitiative(ctx, id)).lockVersion })
    await expect(publishInitiative(ctx, id, await seen())).rejects.toMatchObject({ key: "initiative.alreadyPublished" })
    await stopInitiative(ctx, id, { ...(await seen()), reason: stopReason })
    expect((await getInitiative(world.visitor(), id)).endReason).toBe(stopReason)
  })

  it("tells public pages of what everybody can read, and of nothing before", async () => {
    const { world, sides } = await initiativeArena()
    const id = await initiativeIn(world, sides, "prepared")
    const ctx = await world.as(sides.region.approver)
    const seen = async () => ({ lockVersion: (await getInitiative(ctx, id)).lockVersion })
    const changes = async (work: () => Promise<unknown>) => {
      const before = world.changes.count
      await work()
      return world.changes.count - before
    }
    expect(await changes(async () => beginInitiative(ctx, id, await seen()))).toBe(0)
    expect(await changes(async () => publishInitiative(ctx, id, await seen()))).toBe(1)
    expect(await changes(async () => completeInitiative(ctx, id, await seen()))).toBe(1)
    expect(await changes(async () => writeSequel(ctx, id, { ...(await seen()), sequel: "" }))).toBe(1)
  })
})

describe("an older state", () => {
  it("is refused as stale by every step, and nothing is changed", async () => {
    const { world, sides } = await initiativeArena()
    const id = await initiativeIn(world, sides, "running")
    const ctx = await world.as(sides.region.approver)
    const { lockVersion: newest } = await getInitiative(ctx, id)
    const lockVersion = newest - 1
    const stale = { code: "conflict", key: "stale" }
    await expect(completeInitiative(ctx, id, { lockVersion })).rejects.toMatchObject(stale)
    await expect(stopInitiative(ctx, id, { lockVersion, reason: stopReason })).rejects.toMatchObject(stale)
    await expect(publishInitiative(ctx, id, { lockVersion })).rejects.toMatchObject(stale)
    const typed = editForm.parse({ ...initiativeFields(), lockVersion })
    await expect(editInitiative(ctx, id, typed)).rejects.toMatchObject(stale)
    expect((await getInitiative(ctx, id)).lockVersion).toBe(newest)
  })
})
