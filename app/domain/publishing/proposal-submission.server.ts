import { inTransaction } from "#db/transaction.ts"
import { type Ctx, within } from "../kernel/context.ts"
import { invalid, isDomainError } from "../kernel/errors.ts"
import { answerOnce } from "../organisation/api-token/once.server.ts"
import { authorize } from "../policy/table.ts"
import { newRowKey } from "../proposal/codes.ts"
import type { DraftContent } from "../proposal/content.ts"
import { completeDraft, type Faults } from "../proposal/draft.server.ts"
import { saveProposal } from "../proposal/drafting.server.ts"
import { getProposal } from "../proposal/queries.server.ts"
import { draftForm } from "../proposal/schema.ts"
import { startProposal } from "../proposal/start.server.ts"
import { submitProposal } from "../proposal/submission.server.ts"
import { fieldsOf } from "./field-paths.ts"
import type { ProposalCreated, ProposalRequest } from "./proposal-request.ts"

/**
 * Submits a proposal of the organisation that the program acts for: begins it, writes it and submits it in one
 * transaction, by the same steps as people take, so that either all of it is stored or nothing. The same request under
 * the same key is answered again and stored once. Refuses what a person would be refused, by field of the request.
 */
export async function submitForProgram(
  ctx: Ctx,
  request: ProposalRequest,
  key: string | null,
): Promise<Omit<ProposalCreated, "url">> {
  authorize(ctx.actor, "proposal.start")
  const draft = draftOf(request)
  return inTransaction(ctx.db, (trx) => {
    const inside = within(ctx, trx)
    return answerOnce(trx, ctx, { key, request: JSON.stringify(request) }, async () => {
      const code = await startProposal(inside, { title: draft.title, ...addressee(request) }).catch(asFields)
      const { draftNumber } = await getProposal(inside, code)
      await saveProposal(inside, code, { ...draft, draftNumber, seen: "" })
      await submitProposal(inside, code, await getProposal(inside, code))
      const { id } = await getProposal(inside, code)
      return { id, code, status: "submitted" }
    })
  })
}

const addressee = ({ need, recipient }: ProposalRequest): { need: string } | { recipient: string } =>
  need === undefined ? { recipient: recipient ?? "" } : { need }

/** A need that is not there is a fault of the field, not of the address that was posted to. */
function asFields(error: unknown): never {
  if (isDomainError(error) && error.code === "not_found")
    throw invalid("form", { fields: { need: ["api.noSuchNeed"] } })
  throw error
}

/** The draft that the drafting form would make of the request. Refuses (invalid) what could not be submitted. */
function draftOf({ starts, ends, contributions, title, summary, plan }: ProposalRequest): DraftContent {
  const read = draftForm.safeParse({
    ...{ title, summary, plan, periodFrom: starts, periodUntil: ends },
    contributions: contributions.map(({ kind, description, value }) => ({
      ...{ key: newRowKey(), kind, description },
      valued: value == null ? "inKind" : "valued",
      amount: value == null ? "" : String(value),
    })),
    answers: [],
    draftNumber: 0,
  })
  if (!read.success) throw refused(fieldsOf(read.error))
  const { draftNumber: _number, seen: _seen, ...draft } = read.data
  const complete = completeDraft(draft)
  if ("faults" in complete) throw refused(complete.faults)
  return draft
}

/** The form's names of what the request calls otherwise. */
const names: readonly (readonly [RegExp, string])[] = [
  [/^periodFrom$/, "starts"],
  [/^periodUntil$/, "ends"],
  [/^(contributions\[\d+\])\.amount$/, "$1.value"],
]

const refused = (faults: Faults) =>
  invalid("form", {
    fields: Object.fromEntries(
      Object.entries(faults).map(([field, keys]) => [
        names.reduce((name, [form, request]) => name.replace(form, request), field),
        keys,
      ]),
    ),
  })
