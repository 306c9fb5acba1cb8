import { programmeLimits } from "#app/domain/programme/limits.ts"
import type { Candidate } from "#app/domain/programme/nomination.server.ts"
import { ranks } from "#app/domain/programme/ranks.ts"
import type { UnitGroup } from "#app/domain/programme/units.server.ts"
import type { useFormState } from "#app/http/form.ts"
import { useT } from "#app/i18n/react.tsx"
import { Button, ButtonLink, Form, FormActions, RadioGroup, Select, Stack, TextInput } from "#app/ui/index.ts"

/** Who is nominated, and what a certificate will say of him. */
export function NominationFields({
  form,
  people,
  units,
  back,
}: {
  form: ReturnType<typeof useFormState>
  people: readonly Candidate[]
  units: readonly UnitGroup[]
  back: string
}) {
  const t = useT()
  const toOptions = (list: readonly string[]) => list.map((value) => ({ value, label: value }))
  return (
    <Form autoComplete="off">
      <Stack gap="lg">
        <Select
          {...form.field("accountId")}
          label={t("programme.nomination.account")}
          hint={t("programme.nomination.accountHint")}
          width="full"
          required
          options={people.map(({ id, name, nominated }) => ({
            value: id,
            label: nominated ? `${name} (${t("programme.nomination.nominated")})` : name,
            disabled: nominated,
          }))}
        />
        <Select
          {...form.field("supervisorId")}
          label={t("programme.nomination.supervisor")}
          hint={t("programme.nomination.supervisorHint")}
          width="full"
          required
          options={people.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <TextInput
          {...form.field("name")}
          label={t("programme.nomination.name")}
          hint={t("programme.nomination.nameHint")}
          maxLength={120}
          required
        />
        <RadioGroup
          {...form.field("numberKind")}
          label={t("programme.nomination.numberKind")}
          required
          inline
          options={(["nip", "ni_pppk"] as const).map((kind) => ({
            value: kind,
            label: t(`programme.numberKind.${kind}`),
            hint: t(`programme.numberKindHint.${kind}`),
          }))}
        />
        <TextInput
          {...form.field("number")}
          label={t("programme.nomination.number")}
          hint={t("programme.nomination.numberHint")}
          inputMode="numeric"
          autoComplete="off"
          spellCheck={false}
          maxLength={30}
          width="md"
          required
        />
        <Select
          {...form.field("rank")}
          label={t("programme.nomination.rank")}
          width="full"
          required
          options={[
            { group: t("programme.nomination.rankNip"), options: toOptions(ranks.nip) },
            { group: t("programme.nomination.rankPppk"), options: toOptions(ranks.ni_pppk) },
          ]}
        />
        <TextInput
          {...form.field("office")}
          label={t("programme.nomination.office")}
          maxLength={programmeLimits.office}
          required
        />
        <Select
          {...form.field("unitCode")}
          label={t("programme.nomination.unit")}
          width="full"
          required
          options={units.map(({ name, units: own }) => ({
            group: name,
            options: own.map((unit) => ({ value: unit.code, label: unit.name })),
          }))}
        />
        <FormActions>
          <Button>{t("programme.nomination.submit")}</Button>
          <ButtonLink href={back} kind="plain">
            {t("common.cancel")}
          </ButtonLink>
        </FormActions>
      </Stack>
    </Form>
  )
}
