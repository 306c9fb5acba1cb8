import { useT } from "#app/i18n/react.tsx"
import { Anchor } from "../action/anchor.tsx"
import { Button, ButtonLink } from "../action/button.tsx"
import { ConfirmDialog } from "../action/confirm-dialog.tsx"
import { Disclosure } from "../action/disclosure.tsx"
import { Checkbox, CheckboxGroup, RadioGroup } from "../form/choices.tsx"
import { ErrorSummary } from "../form/error-summary.tsx"
import { Fieldset } from "../form/fieldset.tsx"
import { FileInput } from "../form/file-input.tsx"
import { Form, FormActions } from "../form/form.tsx"
import { Select } from "../form/select.tsx"
import { TextArea } from "../form/text-area.tsx"
import { DateInput, PasswordInput, TextInput } from "../form/text-input.tsx"
import { Section } from "../page/headings.tsx"
import { Cluster } from "../page/layout.tsx"

export function ActionSamples() {
  const t = useT()
  return (
    <Section id="tindakan" sideHead title={t("ui.style.actions.title")}>
      <Cluster>
        <Button type="button">{t("ui.style.actions.primary")}</Button>
        <Button type="button" kind="quiet" icon="edit">
          {t("ui.style.actions.quiet")}
        </Button>
        <Button type="button" kind="plain">
          {t("ui.style.actions.plain")}
        </Button>
        <Button type="button" kind="danger">
          {t("ui.style.actions.danger")}
        </Button>
        <Button type="button" disabled>
          {t("ui.style.actions.disabled")}
        </Button>
      </Cluster>
      <Cluster>
        <ButtonLink href="#tindakan" size="sm" iconEnd="arrow-right">
          {t("ui.style.actions.primary")}
        </ButtonLink>
        <ButtonLink href="#tindakan" size="sm" kind="quiet" icon="download">
          PDF
        </ButtonLink>
        <Anchor href="#tindakan">{t("ui.style.actions.link")}</Anchor>
        <Anchor href="https://www.w3.org/WAI/" external>
          W3C WAI
        </Anchor>
        <ConfirmDialog
          id="contoh-tanya"
          trigger={t("ui.style.actions.danger")}
          triggerIcon="key"
          title={t("ui.style.actions.confirm")}
          confirm={t("ui.style.actions.danger")}
          action="#tindakan"
          fallbackHref="#tindakan"
          danger
        >
          <p>{t("ui.style.actions.confirmBody")}</p>
        </ConfirmDialog>
      </Cluster>
      <Disclosure summary={t("ui.style.actions.more")}>
        <p>{t("ui.style.actions.moreBody")}</p>
      </Disclosure>
    </Section>
  )
}

export function FormSamples() {
  const t = useT()
  return (
    <Section id="isian" sideHead title={t("ui.style.form.title")} lede={t("ui.style.form.lede")}>
      <ErrorSummary errors={[{ href: "#contoh-nomor", text: t("ui.style.form.numberError") }]} />
      <Form method="get" action="#isian">
        <TextInput
          name="contoh-nama"
          label={t("ui.style.form.name")}
          defaultValue={t("ui.style.form.nameValue")}
          required
        />
        <Fieldset legend={t("ui.style.form.basis")} columns={2}>
          <TextInput
            name="contoh-nomor"
            label={t("ui.style.form.number")}
            errors={[t("ui.style.form.numberError")]}
            required
          />
          <DateInput name="contoh-tanggal" label={t("ui.style.form.date")} defaultValue="2021-12-08" />
        </Fieldset>
        <FileInput name="contoh-berkas" label={t("ui.style.form.file")} limit={t("ui.style.form.fileLimit")} />
        <Select
          name="contoh-jabatan"
          label={t("ui.style.form.office")}
          options={[
            { value: "mayor", label: t("ui.style.form.mayor") },
            { value: "regent", label: t("ui.style.form.regent") },
          ]}
        />
        <RadioGroup
          name="contoh-kedudukan"
          label={t("ui.style.form.standing")}
          inline
          defaultValue="definitive"
          options={[
            { value: "definitive", label: t("ui.style.form.definitive") },
            { value: "acting", label: t("ui.style.form.acting") },
          ]}
        />
        <CheckboxGroup
          name="contoh-lingkup"
          label={t("ui.style.form.scope")}
          hint={t("ui.style.form.scopeHint")}
          defaultValue={["kb"]}
          options={[
            { value: "kb", label: t("ui.style.form.kb"), hint: t("ui.style.form.kbHint") },
            { value: "pks", label: t("ui.style.form.pks"), disabled: true },
          ]}
        />
        <TextInput
          name="contoh-pagu"
          label={t("ui.style.form.budget")}
          prefix="Rp"
          width="sm"
          inputMode="numeric"
          disabled
        />
        <TextArea
          name="contoh-catatan"
          label={t("ui.style.form.note")}
          hint={t("ui.style.form.noteHint")}
          rows={3}
          optional
        />
        <PasswordInput name="contoh-frasa" label={t("ui.style.form.password")} autoComplete="current-password" />
        <Checkbox name="contoh-benar" label={t("ui.style.form.truth")} required />
        <FormActions note={t("ui.style.form.sendNote")}>
          <Button>{t("ui.style.form.send")}</Button>
        </FormActions>
      </Form>
    </Section>
  )
}
