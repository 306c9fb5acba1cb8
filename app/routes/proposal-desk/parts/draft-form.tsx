import { proposalLimits } from "#app/domain/proposal/limits.ts"
import type { Point } from "#app/domain/proposal/points.server.ts"
import type { useFormState } from "#app/http/form.ts"
import { zoneName } from "#app/i18n/format.ts"
import { useLocalPath, useT, useTimeZone } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import {
  Button,
  ButtonLink,
  DateInput,
  Fieldset,
  Form,
  FormActions,
  HiddenFields,
  Section,
  Stack,
  TextArea,
  TextInput,
} from "#app/ui/index.ts"
import { WritingHelp } from "../../parts/writing-help.tsx"
import { ContributionEditor } from "./contribution-editor.tsx"
import type { DraftFields } from "./draft-fields.ts"
import { readTheirs, TheirText } from "./their-text.tsx"

/** The text of a proposal as a form, saved by its buttons and, where a script may run, while it is being written. */
export function DraftForm({
  form,
  fields,
  code,
  points,
  open,
  redrawn,
}: {
  form: ReturnType<typeof useFormState>
  fields: DraftFields
  code: string
  /** What the region asked, to be answered here. */
  points: readonly Pick<Point, "id" | "part" | "text">[]
  /** Whether it can still be saved. */
  open: boolean
  /** Whether it was posted before and holds what has not been saved. */
  redrawn: boolean
}) {
  const t = useT()
  const to = useLocalPath()
  const timeZone = useTimeZone()
  const theirs = readTheirs(fields.theirs)
  const merged = fields.theirs !== ""
  const autosave =
    open && !merged
      ? {
          "data-autosave": paths.proposalSave(code),
          "data-dirty": String(redrawn),
          "data-zone": timeZone,
          "data-zone-name": zoneName(timeZone),
          "data-saving": t("proposal.autosave.saving"),
          "data-saved": t("proposal.autosave.saved", { time: "{time}" }),
          "data-offline": t("proposal.autosave.offline"),
          "data-stale": t("proposal.autosave.stale"),
          "data-ended": t("proposal.autosave.ended"),
          "data-refused": t("proposal.autosave.refused"),
        }
      : {}
  const word = (name: "title" | "summary" | "plan" | "periodFrom" | "periodUntil") => ({
    name,
    errors: form.field(name).errors,
    defaultValue: fields[name],
    label: t(`proposal.content.${name}`),
  })
  return (
    <Form className="drafting" {...autosave}>
      {/* The first button of a form is what the Enter key presses: it saves and stays. */}
      <button type="submit" name="next" value="stay" className="visually-hidden" tabIndex={-1} aria-hidden="true">
        {t("proposal.draft.save")}
      </button>
      <HiddenFields values={{ draftNumber: fields.draftNumber, seen: fields.seen, theirs: fields.theirs }} />
      {points.length > 0 ? (
        <Section title={t("proposal.draft.answers")} lede={t("proposal.draft.answersLede")} id="answers" ruled>
          <Stack gap="lg">
            {points.map((point, index) => (
              <div key={point.id} className="exchange__point">
                <p className="exchange__part">{t(`proposal.part.${point.part}`)}</p>
                <p className="whitespace-pre-line" lang="id">
                  {point.text}
                </p>
                <HiddenFields values={{ [`answers[${index}].key`]: point.id }} />
                <TextArea
                  name={`answers[${index}].text`}
                  errors={form.field(`answers[${index}].text`).errors}
                  defaultValue={fields.answers[index]?.text}
                  label={t("proposal.draft.answer", { number: index + 1 })}
                  rows={3}
                  maxLength={proposalLimits.answer}
                  lang="id"
                />
                <TheirText theirs={theirs} part={`answers.${point.id}`} />
              </div>
            ))}
          </Stack>
        </Section>
      ) : null}
      <Section title={t("proposal.draft.core")} id="inti" ruled>
        <Stack gap="lg">
          <TextInput
            {...word("title")}
            hint={t("proposal.content.titleHint")}
            maxLength={proposalLimits.title}
            lang="id"
          />
          <TheirText theirs={theirs} part="title" />
          <TextArea
            {...word("summary")}
            hint={t("proposal.content.summaryHint")}
            rows={4}
            maxLength={proposalLimits.summary}
            lang="id"
          />
          <TheirText theirs={theirs} part="summary" />
          <Fieldset legend={t("proposal.content.period")} columns={2}>
            <DateInput {...word("periodFrom")} />
            <DateInput {...word("periodUntil")} />
          </Fieldset>
          <TheirText theirs={theirs} part="periodFrom" />
          <TheirText theirs={theirs} part="periodUntil" />
        </Stack>
      </Section>
      <Section
        title={t("proposal.content.contributions")}
        lede={t("proposal.draft.contributionsLede")}
        id="kontribusi"
        ruled
      >
        <ContributionEditor form={form} rows={fields.contributions} theirs={theirs} open={open} />
      </Section>
      <Section title={t("proposal.content.plan")} id="rencana" ruled>
        <Stack gap="lg">
          <WritingHelp />
          <TextArea
            {...word("plan")}
            hint={t("proposal.content.planHint")}
            rows={14}
            maxLength={proposalLimits.plan}
            lang="id"
          />
          <TheirText theirs={theirs} part="plan" />
        </Stack>
      </Section>
      <FormActions
        sticky
        note={
          <>
            {redrawn ? <span className="form-actions__unsaved">{t("proposal.draft.unsaved")}</span> : null}
            <span data-autosave-status="" role="status" />
          </>
        }
      >
        {open ? (
          <>
            <Button name="next" value="case">
              {t(merged ? "proposal.draft.saveMerged" : "proposal.draft.saveAndSee")}
            </Button>
            <Button name="next" value="stay" kind="quiet">
              {t("proposal.draft.save")}
            </Button>
          </>
        ) : null}
        <ButtonLink href={to(paths.proposalCase(code))} kind="plain">
          {open ? t("proposal.back") : t("ui.reload")}
        </ButtonLink>
      </FormActions>
    </Form>
  )
}
