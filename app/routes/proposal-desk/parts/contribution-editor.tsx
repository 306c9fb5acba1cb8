import { valuations } from "#app/domain/proposal/content.ts"
import { contributionKinds } from "#app/domain/proposal/kinds.ts"
import { proposalLimits } from "#app/domain/proposal/limits.ts"
import type { useFormState } from "#app/http/form.ts"
import { useT } from "#app/i18n/react.tsx"
import { Button, Fieldset, HiddenFields, Select, Stack, TextInput } from "#app/ui/index.ts"
import { arrangementName, type ContributionFields } from "./draft-fields.ts"
import { type TheirPart, TheirText } from "./their-text.tsx"

/** What the authors bring, row by row. Its buttons post the whole form and get it back arranged. */
export function ContributionEditor({
  form,
  rows,
  theirs,
  open,
}: {
  form: ReturnType<typeof useFormState>
  rows: readonly ContributionFields[]
  theirs: readonly TheirPart[]
  open: boolean
}) {
  const t = useT()
  return (
    <Stack gap="lg">
      <span id="contributions" />
      {rows.map((row, index) => {
        const name = `contributions[${index}]`
        const errors = (field: string) => form.field(`${name}.${field}`).errors
        const number = index + 1
        return (
          <Fieldset key={row.key || index} legend={t("proposal.draft.contribution", { number })} columns={2}>
            <HiddenFields values={{ [`${name}.key`]: row.key }} />
            <Select
              name={`${name}.kind`}
              errors={errors("kind")}
              defaultValue={row.kind}
              label={t("proposal.content.kind")}
              options={contributionKinds.map((kind) => ({ value: kind, label: t(`proposal.kind.${kind}`) }))}
              width="full"
            />
            <TextInput
              name={`${name}.description`}
              errors={errors("description")}
              defaultValue={row.description}
              label={t("proposal.content.description")}
              maxLength={proposalLimits.contribution}
              lang="id"
            />
            <Select
              name={`${name}.valued`}
              errors={errors("valued")}
              defaultValue={row.valued}
              label={t("proposal.content.valuation")}
              options={valuations.map((valued) => ({ value: valued, label: t(`proposal.valuation.${valued}`) }))}
              width="full"
            />
            <TextInput
              name={`${name}.amount`}
              errors={errors("amount")}
              defaultValue={row.amount}
              label={t("proposal.content.amount")}
              hint={t("proposal.content.amountHint")}
              maxLength={proposalLimits.amountTyped}
              inputMode="decimal"
              prefix="Rp"
            />
            <div className="fieldset__row">
              <TheirText theirs={theirs} part={`contributions.${row.key}`} />
              {open ? (
                <Button
                  kind="plain"
                  size="sm"
                  icon="minus"
                  name={arrangementName}
                  value={`remove:${index}`}
                  formAction="#contributions"
                  aria-label={t("proposal.draft.removeOf", { number })}
                >
                  {t("proposal.draft.remove")}
                </Button>
              ) : null}
            </div>
          </Fieldset>
        )
      })}
      {open && rows.length < proposalLimits.contributions ? (
        <p>
          <Button
            kind="quiet"
            size="sm"
            icon="plus"
            name={arrangementName}
            value="add"
            formAction={`#contributions-${rows.length}-kind`}
          >
            {t("proposal.draft.add")}
          </Button>
        </p>
      ) : null}
    </Stack>
  )
}
