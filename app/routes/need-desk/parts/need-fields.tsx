import { contributionKinds } from "#app/domain/proposal/kinds.ts"
import { proposalLimits } from "#app/domain/proposal/limits.ts"
import type { RegionChoice } from "#app/domain/region/queries.server.ts"
import type { useFormState } from "#app/http/form.ts"
import { useT } from "#app/i18n/react.tsx"
import {
  Button,
  ButtonLink,
  CheckboxGroup,
  DateInput,
  Fieldset,
  Form,
  FormActions,
  HiddenFields,
  Select,
  Stack,
  TextArea,
  TextInput,
} from "#app/ui/index.ts"
import { affairOptions } from "../../needs/parts/affair-options.ts"

/** What a need says. */
export function NeedFields({
  form,
  kinds,
  regions,
  hidden,
  submit,
  back,
}: {
  form: ReturnType<typeof useFormState>
  /** Kinds that are ticked before anything was sent. */
  kinds: readonly string[]
  regions: readonly RegionChoice[]
  hidden: Readonly<Record<string, string>>
  submit: string
  back: string
}) {
  const t = useT()
  return (
    <Form>
      <Stack gap="lg">
        <HiddenFields values={hidden} />
        <TextInput
          {...form.field("title")}
          label={t("proposal.need.title")}
          hint={t("proposal.need.titleHint")}
          maxLength={proposalLimits.title}
          lang="id"
          required
        />
        <TextArea
          {...form.field("problem")}
          label={t("proposal.need.problem")}
          hint={t("proposal.need.problemHint")}
          rows={9}
          maxLength={proposalLimits.problem}
          lang="id"
          required
        />
        <Select
          {...form.field("affair")}
          label={t("proposal.need.affair")}
          hint={t("proposal.need.affairHint")}
          options={affairOptions(t)}
          required
        />
        <Select
          {...form.field("regionCode")}
          label={t("proposal.need.region")}
          options={regions.map(({ code, name }) => ({ value: code, label: name }))}
          required
        />
        <TextInput
          {...form.field("place")}
          label={t("proposal.need.place")}
          hint={t("proposal.need.placeHint")}
          maxLength={proposalLimits.place}
          lang="id"
          required
        />
        <CheckboxGroup
          name="kinds"
          errors={form.field("kinds").errors}
          defaultValue={form.refusal ? (form.all("kinds") ?? []) : kinds}
          label={t("proposal.need.kinds")}
          hint={t("proposal.need.kindsHint")}
          options={contributionKinds.map((kind) => ({
            value: kind,
            label: t(`proposal.kind.${kind}`),
            hint: t(`proposal.kindHint.${kind}`),
          }))}
          required
        />
        <Fieldset legend={t("proposal.need.period")} hint={t("proposal.need.periodHint")} id="period" columns={2}>
          <DateInput {...form.field("periodFrom")} label={t("proposal.need.periodFrom")} required />
          <DateInput {...form.field("periodUntil")} label={t("proposal.need.periodUntil")} required />
        </Fieldset>
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
