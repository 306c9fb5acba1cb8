import { data } from "@remix-run/node"
import { useActionData, useLoaderData } from "@remix-run/react"
import { newClauseKey } from "#app/domain/agreement/codes.ts"
import { parseDraft } from "#app/domain/agreement/draft.server.ts"
import { saveDraft } from "#app/domain/agreement/drafting.server.ts"
import { agreementFlow } from "#app/domain/agreement/flow.ts"
import { getVersion } from "#app/domain/agreement/versions.server.ts"
import { stepsFrom } from "#app/domain/kernel/flow.ts"
import { textOf } from "#app/http/body.server.ts"
import { redirectWith } from "#app/http/flash.server.ts"
import { useFormState } from "#app/http/form.ts"
import { actionFor, loaderFor } from "#app/http/handler.server.ts"
import { metaFrom } from "#app/http/meta.ts"
import type { RefusedAction } from "#app/http/refusal.ts"
import { useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { ButtonLink, Notice, Page } from "#app/ui/index.ts"
import { Refused } from "../parts/refused.tsx"
import { arranged, arrangementName } from "./parts/arrangement.ts"
import { caseFor } from "./parts/case-head.server.ts"
import { type CaseHead, CaseHeading } from "./parts/case-heading.tsx"
import { type DraftFields, freshFields, mergedFields, readFields } from "./parts/draft-fields.ts"
import { DraftForm } from "./parts/draft-form.tsx"
import { StaleNotice, type StaleView } from "./parts/stale-notice.tsx"

export const loader = loaderFor("agreement.draft", async ({ ctx, params }) => {
  const { agreement, head } = await caseFor(ctx, params.code, "agreement.draft")
  const { content } = await getVersion(ctx, agreement, agreement.versionNumber)
  return {
    head,
    fields: freshFields(content, { base: agreement.versionNumber, lockVersion: agreement.lockVersion }),
    open: stepsFrom(agreementFlow, agreement.status).some((step) => step === "redraft" || step === "revise"),
  }
})

/** The form again, arranged anew or merged with what was saved meanwhile: nothing has been stored. */
type Redrawn = { readonly fields: DraftFields; readonly stale: StaleView | null }

/** A text of the greatest length, twice over: one's own, and what others wrote beside it or what was taken out. */
const limit = 4_000_000

export const action = actionFor(
  "agreement.draft",
  async ({ ctx, params, form }) => {
    const code = params.code ?? ""
    const { agreement } = await caseFor(ctx, code, "agreement.draft")
    const fields = readFields((name) => (form.has(name) ? textOf(form, name) : undefined))
    const order = textOf(form, arrangementName)
    if (order !== "") return { fields: arranged(fields, order, newClauseKey), stale: null } satisfies Redrawn
    const outcome = await saveDraft(ctx, agreement.code, parseDraft(fields))
    if ("saved" in outcome) return redirectWith(ctx, paths.agreementCase(code), "agreementSaved")
    const { merge, ...stale } = outcome.stale
    const redrawn: Redrawn = {
      fields: mergedFields(fields, outcome.stale),
      stale: { ...stale, conflicts: merge.clauses.length + merge.heads.length, order: merge.order },
    }
    return data(redrawn, { status: 409 })
  },
  { limit },
)

export const meta = metaFrom("agreement.versions.edit")

export default function Draft() {
  const { head, fields: fresh, open } = useLoaderData<typeof loader>()
  const answer = useActionData() as Redrawn | RefusedAction | undefined
  const t = useT()
  const to = useLocalPath()
  const form = useFormState()
  const values = form.values
  const fields = values ? readFields((name) => values[name]?.[0]) : answer && "fields" in answer ? answer.fields : fresh
  const stale = answer && "stale" in answer ? answer.stale : null
  const negotiated = head.status !== "draft"
  return (
    <Page width="wide">
      <CaseHeading
        head={head}
        title={t("agreement.draft.title")}
        eyebrow={t("agreement.draft.eyebrow", { number: fields.base || head.versionNumber })}
        lede={t(negotiated ? "agreement.draft.ledeNegotiation" : "agreement.draft.lede")}
      />
      {open ? <Refused form={form} /> : <Closed head={head} typed={values !== undefined} />}
      {stale ? <StaleNotice stale={stale} code={head.code} /> : null}
      {open || values ? (
        <DraftForm form={form} fields={fields} head={head} open={open} redrawn={answer !== undefined} />
      ) : (
        <p>
          <ButtonLink href={to(paths.agreementVersion(head.code, head.versionNumber))} kind="quiet">
            {t("agreement.versions.openNewest", { number: head.versionNumber })}
          </ButtonLink>
        </p>
      )}
    </Page>
  )
}

/** The text stands fast; whoever was still writing finds his words below. */
function Closed({ head, typed }: { head: Pick<CaseHead, "status">; typed: boolean }) {
  const t = useT()
  const status = t(`agreement.status.${head.status}`)
  return (
    <Notice kind="warning" title={t("agreement.draft.closed")} live>
      {typed ? t("agreement.draft.closedBody", { status }) : t("agreement.draft.closedState", { status })}
    </Notice>
  )
}
