import { Fragment } from "react"
import { articleNumbers, textLimits } from "#app/domain/agreement/text/clause.ts"
import type { useFormState } from "#app/http/form.ts"
import { useT } from "#app/i18n/react.tsx"
import { HiddenFields, TextArea, TextInput } from "#app/ui/index.ts"
import { ArrangeButton } from "./arrange-button.tsx"
import { placeOf } from "./arrangement.ts"
import type { ClauseFields, DraftFields } from "./draft-fields.ts"
import { RemovedClause } from "./removed-clause.tsx"
import { TheirText } from "./their-text.tsx"

/** The clauses in their order, each with its own buttons; those taken out stand at their place until the form is saved. */
export function ClauseEditor({
  form,
  fields,
  open,
}: {
  form: ReturnType<typeof useFormState>
  fields: DraftFields
  open: boolean
}) {
  const t = useT()
  const { clauses, theirs } = fields
  const numbers = articleNumbers(clauses)
  const removed = fields.removed.map((clause, index) => ({ clause, index, at: placeOf(clause.at, clauses.length) }))
  const takenOut = (place: number) =>
    removed
      .filter(({ at }) => at === place)
      .map(({ clause, index }) => <RemovedClause key={clause.key} clause={clause} index={index} open={open} />)
  return (
    <ol className="drafting__clauses">
      {clauses.map((clause, index) => {
        const number = numbers[index] ?? null
        const heading = number === null ? t("agreement.draft.considerations") : t("agreement.draft.article", { number })
        return (
          <Fragment key={clause.key}>
            {takenOut(index)}
            <li id={`bagian-${clause.key}`} className="drafting__clause">
              <div className="drafting__head">
                <h3 className="drafting__number">{heading}</h3>
                {open ? (
                  <Buttons clause={clause} index={index} last={index === clauses.length - 1} name={heading} />
                ) : null}
              </div>
              <Inputs
                form={form}
                clause={clause}
                index={index}
                heading={heading}
                theirs={theirs.find(({ key }) => key === clause.key)}
              />
              {open && clauses.length < textLimits.clauses ? (
                <p id={`sesudah-${clause.key}`} className="drafting__add">
                  <ArrangeButton move="add" index={index} name={heading} target={`sesudah-${clause.key}`} />
                </p>
              ) : null}
            </li>
          </Fragment>
        )
      })}
      {takenOut(clauses.length)}
      {clauses.length === 0 && open ? (
        <li>
          <ArrangeButton move="add" index={-1} name={t("agreement.draft.clauses")} target="clauses" />
        </li>
      ) : null}
    </ol>
  )
}

function Buttons({ clause, index, last, name }: { clause: ClauseFields; index: number; last: boolean; name: string }) {
  const target = `bagian-${clause.key}`
  return (
    <div className="drafting__buttons">
      {index > 0 ? <ArrangeButton move="up" index={index} name={name} target={target} /> : null}
      {last ? null : <ArrangeButton move="down" index={index} name={name} target={target} />}
      <ArrangeButton move="remove" index={index} name={name} target={`dikeluarkan-${clause.key}`} />
    </div>
  )
}

function Inputs({
  form,
  clause,
  index,
  heading,
  theirs,
}: {
  form: ReturnType<typeof useFormState>
  clause: ClauseFields
  index: number
  heading: string
  theirs: DraftFields["theirs"][number] | undefined
}) {
  const t = useT()
  const row = `clauses[${index}]`
  const label = (words: string) => (
    <>
      {words} <span className="visually-hidden">({heading})</span>
    </>
  )
  return (
    <div className={theirs ? "drafting__pair" : undefined}>
      <div className="drafting__inputs">
        <HiddenFields values={{ [`${row}.key`]: clause.key }} />
        <TextInput
          name={`${row}.title`}
          label={label(t("agreement.draft.clauseTitle"))}
          errors={[...form.field(`${row}.key`).errors, ...form.field(`${row}.title`).errors]}
          defaultValue={clause.title}
          maxLength={textLimits.title}
          lang="id"
          required
        />
        <TextArea
          name={`${row}.body`}
          label={label(t("agreement.draft.clauseBody"))}
          errors={form.field(`${row}.body`).errors}
          defaultValue={clause.body}
          rows={Math.min(24, Math.max(5, Math.ceil(clause.body.length / 70)))}
          maxLength={textLimits.body}
          lang="id"
        />
      </div>
      {theirs ? <TheirText theirs={theirs} /> : null}
    </div>
  )
}
