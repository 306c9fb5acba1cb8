import { data } from "@remix-run/node"
import { useActionData, useLoaderData } from "@remix-run/react"
import autosaveScript from "#app/browser/autosave.ts?worker&url"
import { newRowKey } from "#app/domain/proposal/codes.ts"
import { readDraft } from "#app/domain/proposal/draft.server.ts"
import { saveProposal } from "#app/domain/proposal/drafting.server.ts"
import { fingerprintsOf } from "#app/domain/proposal/merge.server.ts"
import { openPoints, pointsOf } from "#app/domain/proposal/points.server.ts"
import { draftForm } from "#app/domain/proposal/schema.ts"
import { submissionFaults } from "#app/domain/proposal/submission.server.ts"
import { textOf } from "#app/http/body.server.ts"
import { redirectWith } from "#app/http/flash.server.ts"
import { parseForm } from "#app/http/form.server.ts"
import { useFormState } from "#app/http/form.ts"
import { actionFor, loaderFor } from "#app/http/handler.server.ts"
import { metaFrom } from "#app/http/meta.ts"
import type { RefusedAction } from "#app/http/refusal.ts"
import { formatInstant } from "#app/i18n/format.ts"
import { useLocale, useT, useTimeZone } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { Disclosure, Notice, Page } from "#app/ui/index.ts"
import { Refused } from "../agreement-desk/parts/refused.tsx"
import { caseFor } from "./parts/case-head.server.ts"
import { CaseHeading } from "./parts/case-heading.tsx"
import { DraftFaults } from "./parts/draft-faults.tsx"
import { arranged, arrangementName, type DraftFields, draftFields, readFields } from "./parts/draft-fields.ts"
import { DraftForm } from "./parts/draft-form.tsx"

export const handle = { script: autosaveScript }

export const loader = loaderFor("proposal.draft", async ({ ctx, params }) => {
  const { proposal, head } = await caseFor(ctx, params.code, "proposal.draft")
  const draft = readDraft(proposal.draft)
  const points = openPoints(await pointsOf(ctx.db, proposal.id), proposal.versionNumber)
  const open = head.steps.includes("save") || head.steps.includes("amend")
  return {
    head,
    open,
    points: points.map(({ id, part, text }) => ({ id, part, text })),
    fields: draftFields(draft, {
      draftNumber: proposal.draftNumber,
      seen: fingerprintsOf(draft),
      pointIds: points.map(({ id }) => id),
      newKey: newRowKey,
    }),
    faults: open ? await submissionFaults(ctx, proposal) : {},
  }
})

/** Who saved while somebody else was writing. */
type StaleView = { readonly author: string; readonly savedAt: string; readonly conflicts: number }
/** The form again, arranged anew or merged with what was saved meanwhile: nothing has been stored. */
type Redrawn = { readonly fields: DraftFields; readonly stale: StaleView | null }

export const action = actionFor("proposal.draft", async ({ ctx, params, form }) => {
  const { proposal, head } = await caseFor(ctx, params.code, "proposal.draft")
  const order = textOf(form, arrangementName)
  if (order !== "") {
    const fields = readFields((name) => (form.has(name) ? textOf(form, name) : undefined))
    return { fields: arranged(fields, order, newRowKey), stale: null } satisfies Redrawn
  }
  const outcome = await saveProposal(ctx, head.code, parseForm(form, draftForm))
  if ("saved" in outcome)
    return redirectWith(
      ctx,
      textOf(form, "next") === "case" ? paths.proposalCase(head.code) : paths.proposalDraft(head.code),
      "proposal.saved",
    )
  const { newest, seen, merged, conflicts, author, savedAt } = outcome.stale
  const points = openPoints(await pointsOf(ctx.db, proposal.id), proposal.versionNumber)
  const redrawn: Redrawn = {
    fields: draftFields(merged, {
      ...{ draftNumber: newest, seen, theirs: conflicts },
      pointIds: points.map(({ id }) => id),
      newKey: newRowKey,
    }),
    stale: { author, savedAt, conflicts: conflicts.length },
  }
  return data(redrawn, { status: 409 })
})

export const meta = metaFrom("proposal.draft.title")

export default function Draft() {
  const { head, open, points, fields: fresh, faults } = useLoaderData<typeof loader>()
  const answer = useActionData() as Redrawn | RefusedAction | undefined
  const t = useT()
  const locale = useLocale()
  const timeZone = useTimeZone()
  const form = useFormState()
  const { values } = form
  const fields = values ? readFields((name) => values[name]?.[0]) : answer && "fields" in answer ? answer.fields : fresh
  const stale = answer && "stale" in answer ? answer.stale : null
  const missing = Object.keys(faults).length
  return (
    <Page width="text">
      <CaseHeading
        head={head}
        title={t(head.status === "revision" ? "proposal.draft.titleRevision" : "proposal.draft.title")}
        lede={t("proposal.draft.lede", { recipient: head.recipientName })}
      />
      {open ? (
        <Refused form={form} />
      ) : (
        <Notice kind="warning" title={t("proposal.draft.closed")} live>
          {t(values ? "proposal.draft.closedTyped" : "proposal.draft.closedBody", {
            status: t(`proposal.status.${head.status}`),
          })}
        </Notice>
      )}
      {stale ? (
        <Notice kind="warning" title={t("proposal.stale.title", { author: stale.author })} live>
          <p>{t("proposal.stale.body", { at: formatInstant(locale, stale.savedAt, timeZone, "short") })}</p>
          <p>
            {stale.conflicts > 0
              ? t("proposal.stale.conflicts", { count: stale.conflicts })
              : t("proposal.stale.noConflicts")}
          </p>
        </Notice>
      ) : null}
      {open && missing > 0 && !answer ? (
        <Disclosure summary={t("proposal.draft.missing", { count: missing })}>
          <DraftFaults faults={faults} href="" />
        </Disclosure>
      ) : null}
      <DraftForm
        form={form}
        fields={fields}
        code={head.code}
        points={points}
        open={open}
        redrawn={answer !== undefined}
      />
    </Page>
  )
}
