import { useActionData, useLoaderData } from "@remix-run/react"
import { pointParts } from "#app/domain/proposal/content.ts"
import { proposalLimits } from "#app/domain/proposal/limits.ts"
import { askRevision } from "#app/domain/proposal/review.server.ts"
import { revisionForm } from "#app/domain/proposal/schema.ts"
import { textOf } from "#app/http/body.server.ts"
import { redirectWith } from "#app/http/flash.server.ts"
import { parseForm } from "#app/http/form.server.ts"
import { useFormState } from "#app/http/form.ts"
import { actionFor, loaderFor } from "#app/http/handler.server.ts"
import { metaFrom } from "#app/http/meta.ts"
import type { RefusedAction } from "#app/http/refusal.ts"
import { useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import {
  Button,
  ButtonLink,
  Fieldset,
  Form,
  FormActions,
  HiddenFields,
  Notice,
  Page,
  Select,
  Stack,
  TextArea,
} from "#app/ui/index.ts"
import { Refused } from "../agreement-desk/parts/refused.tsx"
import { caseFor } from "./parts/case-head.server.ts"
import { CaseHeading } from "./parts/case-heading.tsx"
import { dropEmptyRows, readRows } from "./parts/rows.ts"

export const loader = loaderFor("proposal.review", async ({ ctx, params }) => {
  const { head } = await caseFor(ctx, params.code, "proposal.review")
  return { head }
})

const names = ["part", "text"] as const
type Row = Record<(typeof names)[number], string>

/** The form again with one more row: nothing has been stored. */
type Redrawn = { readonly rows: readonly Row[] }

export const action = actionFor("proposal.review", async ({ ctx, params, form }) => {
  const { head } = await caseFor(ctx, params.code, "proposal.review")
  if (form.has("more")) {
    const rows = readRows((name) => (form.has(name) ? textOf(form, name) : undefined), "points", names)
    return { rows: [...rows, { part: "", text: "" }].slice(0, proposalLimits.points) } satisfies Redrawn
  }
  dropEmptyRows(form, "points", names, "text")
  await askRevision(ctx, head.code, parseForm(form, revisionForm))
  return redirectWith(ctx, paths.proposalCase(head.code), "proposal.revisionAsked")
})

export const meta = metaFrom("proposal.revision.title")

const atFirst: readonly Row[] = Array.from({ length: 3 }, () => ({ part: "", text: "" }))

export default function Revision() {
  const { head } = useLoaderData<typeof loader>()
  const answer = useActionData() as Redrawn | RefusedAction | undefined
  const t = useT()
  const to = useLocalPath()
  const form = useFormState()
  const { values } = form
  const typed = values ? readRows((name) => values[name]?.[0], "points", names) : []
  const rows = answer && "rows" in answer ? answer.rows : typed.length > 0 ? typed : atFirst
  const open = head.steps.includes("revise")
  return (
    <Page width="text">
      <CaseHeading
        head={head}
        title={t("proposal.revision.title")}
        lede={t("proposal.revision.lede", { organisation: head.organisationName })}
      />
      <Refused form={form} />
      {open ? null : (
        <Notice kind="warning" title={t(`proposal.status.${head.status}`)}>
          {t("errors.flow.step")}
        </Notice>
      )}
      <Form>
        <Stack gap="lg">
          <HiddenFields values={{ lockVersion: String(head.lockVersion) }} />
          <span id="points" />
          {rows.map((row, index) => {
            const name = `points[${index}]`
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place until it is stored
              <Fieldset key={index} legend={t("proposal.revision.point", { number: index + 1 })}>
                <Select
                  name={`${name}.part`}
                  errors={form.field(`${name}.part`).errors}
                  defaultValue={row.part}
                  label={t("proposal.revision.part")}
                  options={pointParts.map((part) => ({ value: part, label: t(`proposal.part.${part}`) }))}
                />
                <TextArea
                  name={`${name}.text`}
                  errors={form.field(`${name}.text`).errors}
                  defaultValue={row.text}
                  label={t("proposal.revision.text")}
                  rows={3}
                  maxLength={proposalLimits.point}
                  lang="id"
                />
              </Fieldset>
            )
          })}
          <FormActions note={t("proposal.revision.note")}>
            {open ? <Button>{t("proposal.revision.submit")}</Button> : null}
            {open && rows.length < proposalLimits.points ? (
              <Button kind="quiet" icon="plus" name="more" value="1" formAction={`#points-${rows.length}-part`}>
                {t("proposal.revision.more")}
              </Button>
            ) : null}
            <ButtonLink href={to(paths.proposalCase(head.code))} kind="plain">
              {open ? t("common.cancel") : t("ui.reload")}
            </ButtonLink>
          </FormActions>
        </Stack>
      </Form>
    </Page>
  )
}
