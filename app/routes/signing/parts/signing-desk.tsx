import { errorText, type useFormState } from "#app/http/form.ts"
import { formatInstant } from "#app/i18n/format.ts"
import { useLocale, useLocalPath, useT, useTimeZone } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { ButtonLink, CodeText, Notice, Section, Sheet, Stack } from "#app/ui/index.ts"
import { ContractText } from "../../agreements/parts/contract-text.tsx"
import { Seals } from "../../agreements/parts/seals.tsx"
import type { SigningData } from "../signature.tsx"
import { Effect } from "./effect.tsx"
import { Power } from "./power.tsx"
import { SigningForm } from "./signing-form.tsx"
import { Since } from "./since.tsx"

export type Signing = NonNullable<SigningData["signing"]>
export type SigningHead = SigningData["head"]

/** In the order in which a signer needs it: what changed, the text, his authority, the effect, and only then the form. */
export function SigningDesk({
  head,
  signing,
  form,
}: {
  head: SigningHead
  signing: Signing
  form: ReturnType<typeof useFormState>
}) {
  const t = useT()
  const to = useLocalPath()
  const { text, revision, mandate, certificate, ownSeal, last } = signing
  return (
    <>
      <Standing signing={signing} />
      <Section title={t("signing.sign.since.title")} ruled>
        <Since since={signing.since} />
      </Section>
      <Section
        title={t("signing.sign.text.title")}
        ruled
        actions={
          <ButtonLink
            href={`${paths.agreementWorkingPdf(head.code)}?sha256=${revision.sha256}`}
            kind="quiet"
            size="sm"
            icon="file"
          >
            {t("signing.sign.text.pdf")}
          </ButtonLink>
        }
      >
        <Stack gap="lg">
          <Sheet as="article">
            <ContractText agreement={text} />
          </Sheet>
          <Stack gap="xs">
            <p>{t("signing.sign.text.revision", { ordinal: revision.ordinal, complete: revision.complete })}</p>
            <CodeText block label={t("signing.sign.text.fingerprint")}>
              {revision.sha256}
            </CodeText>
            <p className="text-sm text-ink-soft">{t("signing.sign.text.fingerprintHint")}</p>
          </Stack>
          <Section level={3} title={t("signing.sign.text.seals")}>
            <Seals parties={signing.parties} seals={signing.seals} />
          </Section>
        </Stack>
      </Section>
      {mandate && certificate && !ownSeal ? (
        <>
          <Section title={t("signing.sign.power.title")} ruled>
            <Power mandate={mandate} certificate={certificate} organisation={head.organisation} />
          </Section>
          <Section title={t("signing.sign.effect.title")} ruled>
            <Effect head={head} office={mandate.office} last={last} />
          </Section>
          <Section title={t("signing.sign.form.title")} ruled>
            <SigningForm form={form} code={head.code} sha256={revision.sha256} office={mandate.office} />
          </Section>
        </>
      ) : null}
      {mandate && !certificate && !ownSeal ? (
        <p>
          <ButtonLink href={to(paths.agreementRefusal(head.code))} kind="plain">
            {t("signing.sign.form.decline")}
          </ButtonLink>
        </p>
      ) : null}
    </>
  )
}

/** Whether he has signed, or why he cannot. */
function Standing({ signing }: { signing: Signing }) {
  const t = useT()
  const to = useLocalPath()
  const locale = useLocale()
  const timeZone = useTimeZone()
  const { ownSeal, obstacle, mandate } = signing
  if (ownSeal)
    return (
      <Notice kind="success" title={t("signing.sign.signedTitle")}>
        {t("signing.sign.signedBody", {
          office: ownSeal.office,
          time: formatInstant(locale, ownSeal.signedAt, timeZone),
        })}
      </Notice>
    )
  if (!obstacle) return null
  const { key, ...parameters } = obstacle
  return (
    <Notice
      kind="warning"
      title={t("signing.sign.cannot")}
      actions={
        mandate ? (
          <ButtonLink href={to(paths.enrolKey(mandate.mandateId))} icon="key">
            {t("signing.sign.makeKey")}
          </ButtonLink>
        ) : undefined
      }
    >
      {errorText(locale, key, parameters)}
    </Notice>
  )
}
