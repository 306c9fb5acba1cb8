import type { SealedClause } from "#app/domain/agreement/sealed-clauses.server.ts"
import { programmeLimits } from "#app/domain/programme/limits.ts"
import type { useFormState } from "#app/http/form.ts"
import { useT } from "#app/i18n/react.tsx"
import {
  Button,
  ButtonLink,
  Form,
  FormActions,
  HiddenFields,
  Select,
  Stack,
  TextArea,
  TextInput,
} from "#app/ui/index.ts"

/** What a programme says of itself, and while it is a draft the clause that it carries out. */
export function ProgrammeFields({
  form,
  clauses,
  hidden,
  submit,
  back,
}: {
  form: ReturnType<typeof useFormState>
  /** Null where the clause stands fast. */
  clauses: readonly SealedClause[] | null
  hidden: Readonly<Record<string, string>>
  submit: string
  back: string
}) {
  const t = useT()
  return (
    <Form>
      <Stack gap="lg">
        <HiddenFields values={hidden} />
        {clauses ? (
          <Select
            {...form.field("clauseKey")}
            label={t("programme.start.clause")}
            hint={t("programme.start.clauseHint")}
            width="full"
            required
            options={clauses.map(({ key, title, article }) => ({
              value: key,
              label: t("programme.article", { article, title }),
            }))}
          />
        ) : null}
        <TextInput
          {...form.field("title")}
          label={t("programme.start.titleField")}
          maxLength={programmeLimits.title}
          lang="id"
          required
        />
        <TextArea
          {...form.field("summary")}
          label={t("programme.start.summary")}
          hint={t("programme.start.summaryHint")}
          rows={4}
          maxLength={programmeLimits.summary}
          lang="id"
          required
        />
        <TextArea
          {...form.field("aims")}
          label={t("programme.start.aims")}
          hint={t("programme.start.aimsHint")}
          rows={5}
          maxLength={programmeLimits.aims}
          lang="id"
          required
        />
        <FormActions>
          <Button>{submit}</Button>
          <ButtonLink href={back} kind="plain">
            {t("common.cancel")}
          </ButtonLink>
        </FormActions>
      </Stack>
    </Form>
  )
}
