import { agreementLimits } from "#app/domain/agreement/limits.ts"
import type { useFormState } from "#app/http/form.ts"
import { useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { Button, ButtonLink, Form, FormActions, HiddenFields, Section, Stack, TextArea } from "#app/ui/index.ts"
import { WritingHelp } from "../../parts/writing-help.tsx"
import { arrangementName, redraw } from "./arrangement.ts"
import type { CaseHead } from "./case-heading.tsx"
import { ClauseEditor } from "./clause-editor.tsx"
import { type DraftFields, hiddenFields } from "./draft-fields.ts"
import { HeadEditor } from "./head-editor.tsx"

/** The text of an agreement as a form. Its buttons for arranging post the whole form and get it back, unsaved. */
export function DraftForm({
  form,
  fields,
  head,
  open,
  redrawn,
}: {
  form: ReturnType<typeof useFormState>
  fields: DraftFields
  head: CaseHead
  /** Whether it can still be saved. */
  open: boolean
  /** Whether it was posted before and holds what has not been saved. */
  redrawn: boolean
}) {
  const t = useT()
  const to = useLocalPath()
  const merged = fields.from !== ""
  const negotiated = head.status !== "draft"
  const number = Number(fields.base) + 1
  return (
    <Form className="drafting">
      {/* The first button of a form is what the Enter key presses: it saves nothing and loses nothing. */}
      <button
        type="submit"
        name={arrangementName}
        value={redraw}
        className="visually-hidden"
        tabIndex={-1}
        aria-hidden="true"
      >
        {t("agreement.draft.refresh")}
      </button>
      <HiddenFields values={hiddenFields(fields)} />
      <Section title={t("agreement.draft.particulars")} id="keterangan" ruled>
        <HeadEditor form={form} fields={fields} />
      </Section>
      <Section title={t("agreement.draft.clauses")} id="clauses" ruled>
        <Stack gap="lg">
          <WritingHelp />
          <ClauseEditor form={form} fields={fields} open={open} />
        </Stack>
      </Section>
      <Section title={t(negotiated ? "agreement.draft.note" : "agreement.draft.noteDraft")} id="catatan" ruled>
        <TextArea
          name="note"
          errors={form.field("note").errors}
          defaultValue={fields.note}
          label={t(negotiated ? "agreement.draft.note" : "agreement.draft.noteDraft")}
          hint={t(negotiated ? "agreement.draft.noteHint" : "agreement.draft.noteDraftHint")}
          rows={3}
          maxLength={agreementLimits.note}
          required={negotiated}
          optional={!negotiated}
        />
      </Section>
      <FormActions sticky note={redrawn ? t("agreement.draft.unsaved") : undefined}>
        {open ? (
          <Button>
            {merged ? t("agreement.stale.submit", { newest: fields.base }) : t("agreement.draft.submit", { number })}
          </Button>
        ) : null}
        <ButtonLink href={to(paths.agreementCase(head.code))} kind="plain">
          {open ? t("common.cancel") : t("ui.reload")}
        </ButtonLink>
      </FormActions>
    </Form>
  )
}
