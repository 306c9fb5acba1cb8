import { milestonesOf, outcomesOf } from "#app/domain/initiative/detail.server.ts"
import { addMilestone, reachMilestone } from "#app/domain/initiative/milestones.server.ts"
import { addMeasure, addOutcome } from "#app/domain/initiative/outcomes.server.ts"
import { getInitiative } from "#app/domain/initiative/queries.server.ts"
import { measureForm, outcomeForm } from "#app/domain/initiative/schema.ts"
import { writeSequel } from "#app/domain/initiative/sequel.server.ts"
import { startInitiative } from "#app/domain/initiative/start.server.ts"
import { beginInitiative, completeInitiative, publishInitiative } from "#app/domain/initiative/steps.server.ts"
import { postUpdate } from "#app/domain/initiative/updates.server.ts"
import { editInitiative } from "#app/domain/initiative/writing.server.ts"
import { addMilliseconds, days, type LocalDate, officialDay } from "#app/domain/kernel/clock.ts"
import type { Ctx } from "#app/domain/kernel/context.ts"
import type { DemoNetwork } from "./demo-actor.server.ts"
import { actAs } from "./demo-contributions.server.ts"
import { type DemoInitiative, demoInitiatives } from "./demo-initiative-texts.ts"
import { demoPicture } from "./demo-picture.ts"

/** Four initiatives: two that run, one that was completed and tells what happened next, one in preparation. All public. */
export async function loadInitiatives(
  network: DemoNetwork,
  proposals: ReadonlyMap<string, string>,
  agreement: string,
): Promise<void> {
  for (const [index, initiative] of demoInitiatives.entries())
    await loadInitiative(network, initiative, {
      codes: initiative.proposals.map((key) => proposals.get(key)!),
      agreement: initiative.clause === undefined ? null : agreement,
      seed: index,
    })
}

const seen = async (ctx: Ctx, id: string) => ({ lockVersion: (await getInitiative(ctx, id)).lockVersion })

async function loadInitiative(
  network: DemoNetwork,
  initiative: DemoInitiative,
  of: { readonly codes: readonly string[]; readonly agreement: string | null; readonly seed: number },
): Promise<void> {
  const lead = () => actAs(network, initiative.by)
  const day = (offset: number): LocalDate => officialDay(addMilliseconds(network.services.clock.now(), days(offset)))
  const { title, summary, affair, regionCode, place, part, story } = initiative
  const words = {
    ...{ title, summary, affair, regionCode, place },
    startsOn: day(initiative.from),
    endsOn: day(initiative.until),
    agreement: of.agreement,
    clause: initiative.clause ?? null,
  }
  const id = await startInitiative(await lead(), { ...words, proposals: [...of.codes], part })
  if (story !== "") await editInitiative(await lead(), id, { ...words, story, ...(await seen(await lead(), id)) })
  for (const milestone of initiative.milestones)
    await addMilestone(await lead(), id, {
      title: milestone.title,
      dueOn: day(milestone.due),
      ...(await seen(await lead(), id)),
    })
  for (const { measures: _measures, ...outcome } of initiative.outcomes)
    await addOutcome(
      await lead(),
      id,
      outcomeForm.parse({ ...outcome, lockVersion: String((await seen(await lead(), id)).lockVersion) }),
    )
  await publishInitiative(await lead(), id, await seen(await lead(), id))
  if (initiative.state === "prepared") return
  await beginInitiative(await lead(), id, await seen(await lead(), id))
  for (const { id: milestoneId, title: name } of await milestonesOf(network.services.db, id)) {
    const { reached, note = "" } = initiative.milestones.find((one) => one.title === name)!
    if (reached === undefined) continue
    const input = { reachedOn: day(reached), note, ...(await seen(await lead(), id)) }
    await reachMilestone(await lead(), id, milestoneId, input)
  }
  for (const { id: outcomeId, indicator } of await outcomesOf(network.services.db, id))
    for (const { value, on, note } of initiative.outcomes.find((one) => one.indicator === indicator)!.measures) {
      const { lockVersion } = await seen(await lead(), id)
      const input = measureForm.parse({ value, measuredOn: day(on), note, lockVersion: String(lockVersion) })
      await addMeasure(await lead(), id, outcomeId, input)
    }
  for (const { by, title: name, body, alt = "" } of initiative.updates)
    await postUpdate(await actAs(network, by), id, {
      ...{ title: name, body, alt },
      picture: alt === "" ? null : await demoPicture(of.seed),
    })
  if (initiative.state !== "completed") return
  await completeInitiative(await lead(), id, await seen(await lead(), id))
  await writeSequel(await lead(), id, { sequel: initiative.sequel ?? "", ...(await seen(await lead(), id)) })
}
