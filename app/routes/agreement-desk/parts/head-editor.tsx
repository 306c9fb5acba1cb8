import { agreementLimits } from "#app/domain/agreement/limits.ts"
import type { useFormState } from "#app/http/form.ts"
import { formatDate } from "#app/i18n/format.ts"
import { useLocale, useT } from "#app/i18n/react.tsx"
import { DateInput, Grid, Stack, TextInput } from "#app/ui/index.ts"
import type { DraftFields, headFields } from "./draft-fields.ts"

type Name = (typeof headFields)[number]

/** The title and the particulars of a draft. Where both sides changed one, theirs stands under its label. */
export function HeadEditor({ form, fields }: { form: ReturnType<typeof useFormState>; fields: DraftFields }) {
  const t = useT()
  const locale = useLocale()
  const control = (name: Name, hint?: string) => {
    const theirs = fields.theirHeads.find((head) => head.name === name)
    const dated = theirs && /^\d{4}-\d{2}-\d{2}$/.test(theirs.value)
    const value = theirs && (dated ? formatDate(locale, theirs.value) : theirs.value || t("agreement.head.open"))
    return {
      name,
      label: t(`agreement.head.${name}`),
      errors: form.field(name).errors,
      defaultValue: fields[name],
      hint:
        value === undefined ? (
          hint
        ) : (
          <>
            {hint} <strong className="drafting__theirs">{t("agreement.stale.headTheirs", { value })}</strong>
          </>
        ),
    }
  }
  return (
    <Stack gap="lg">
      <TextInput
        {...control("title", t("agreement.head.titleHint"))}
        maxLength={agreementLimits.title}
        lang="id"
        required
      />
      <Grid columns={4} className="drafting__particulars">
        <TextInput {...control("place")} maxLength={agreementLimits.place} lang="id" />
        <DateInput {...control("signingDate")} />
        <DateInput {...control("periodFrom")} />
        <DateInput {...control("periodUntil")} hint={t("agreement.head.periodHint")} />
      </Grid>
      <p className="text-sm text-ink-soft">{t("agreement.head.later")}</p>
    </Stack>
  )
}
