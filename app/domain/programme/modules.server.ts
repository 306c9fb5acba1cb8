import { inTransaction, type Trx } from "#db/transaction.ts"
import { record } from "../audit/record.server.ts"
import type { Ctx } from "../kernel/context.ts"
import { conflict, invalid, notFound } from "../kernel/errors.ts"
import { next } from "../kernel/flow.ts"
import { newId } from "../kernel/ids.ts"
import { touch } from "../kernel/touch.server.ts"
import { authorize } from "../policy/table.ts"
import { programmeFlow } from "./flow.ts"
import { plannable } from "./learning-forms.ts"
import { programmeLimits } from "./limits.ts"
import { assertSeen, getProgramme, modulesOf, type Programme, type ProgrammeModule } from "./queries.server.ts"
import type { ModuleInput } from "./schema.ts"
import { readLearningSettings } from "./settings.server.ts"

/** A programme whose modules the actor may arrange at this moment: they stand fast once it is open. */
async function arrangeable(ctx: Ctx, programmeId: string, seen: { lockVersion: number }): Promise<Programme> {
  const programme = await getProgramme(ctx, programmeId)
  authorize(ctx.actor, "programme.edit", programme)
  next(programmeFlow, programme.status, "edit")
  assertSeen(programme, seen.lockVersion)
  return programme
}

/**
 * Adds a module at the end: a practice, the form in which it is learned, and its planned hours. Refuses (invalid)
 * forms that the settings do not know, and hours that the form's rule cannot give.
 */
export async function addModule(ctx: Ctx, programmeId: string, input: ModuleInput): Promise<void> {
  const programme = await arrangeable(ctx, programmeId, input)
  const { forms } = (await readLearningSettings(ctx.db)).forms
  const form = forms.find(({ key }) => key === input.form)
  if (!form) throw invalid("form", { fields: { form: ["field.choose"] } })
  if (!plannable(form, input.hours))
    throw invalid("form", {
      fields: { hours: [form.rule === "perActivity" ? "programme.hoursOnce" : "programme.hoursMultiple"] },
      parameters: { hours: form.hours },
    })
  await inTransaction(ctx.db, async (trx) => {
    await touch(trx, "programme", programmeId, input.lockVersion)
    const modules = await modulesOf(trx, programmeId)
    if (modules.length >= programmeLimits.modules) throw conflict("programme.tooManyModules")
    const { practice, hours } = input
    await trx
      .insertInto("programmeModule")
      .values({ id: newId(), programmeId, ordinal: modules.length + 1, practice, form: form.key, hours })
      .execute()
    await record(trx, ctx, {
      type: "programme.module_added",
      subjectType: "programme",
      subjectId: programmeId,
      organisationId: programme.hostId,
      data: { practice, form: form.key, hours },
    })
  })
}

/** Moves a module one place up. The first one stays where it is. */
export async function raiseModule(
  ctx: Ctx,
  programmeId: string,
  moduleId: string,
  seen: { lockVersion: number },
): Promise<void> {
  const programme = await arrangeable(ctx, programmeId, seen)
  await inTransaction(ctx.db, async (trx) => {
    await touch(trx, "programme", programmeId, seen.lockVersion)
    const modules = await modulesOf(trx, programmeId)
    const at = modules.findIndex(({ id }) => id === moduleId)
    if (at < 0) throw notFound()
    const [before, module] = [modules[at - 1], modules[at]!]
    if (!before) return
    await renumber(trx, [...modules.slice(0, at - 1), module, before, ...modules.slice(at + 1)])
    await record(trx, ctx, {
      type: "programme.module_moved",
      subjectType: "programme",
      subjectId: programmeId,
      organisationId: programme.hostId,
      data: { practice: module.practice },
    })
  })
}

/** Takes a module out; those after it move up. */
export async function removeModule(
  ctx: Ctx,
  programmeId: string,
  moduleId: string,
  seen: { lockVersion: number },
): Promise<void> {
  const programme = await arrangeable(ctx, programmeId, seen)
  await inTransaction(ctx.db, async (trx) => {
    await touch(trx, "programme", programmeId, seen.lockVersion)
    const modules = await modulesOf(trx, programmeId)
    const module = modules.find(({ id }) => id === moduleId)
    if (!module) throw notFound()
    await trx.deleteFrom("programmeModule").where("id", "=", moduleId).execute()
    await renumber(
      trx,
      modules.filter(({ id }) => id !== moduleId),
    )
    await record(trx, ctx, {
      type: "programme.module_removed",
      subjectType: "programme",
      subjectId: programmeId,
      organisationId: programme.hostId,
      data: { practice: module.practice },
    })
  })
}

/** Gives modules the places of their order; by way of places that none has, for no two may hold the same. */
async function renumber(trx: Trx, modules: readonly ProgrammeModule[]): Promise<void> {
  const far = programmeLimits.modules * 2
  for (const base of [far, 0])
    for (const [index, { id }] of modules.entries())
      await trx
        .updateTable("programmeModule")
        .set({ ordinal: base + index + 1 })
        .where("id", "=", id)
        .execute()
}
