import { errorText, type useFormState } from "#app/http/form.ts"
import { withQuery } from "#app/http/query.ts"
import { useLocale, useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { ButtonLink, CodeText, Notice, Prose, Section, Stack } from "#app/ui/index.ts"
import { Power } from "../../signing/parts/power.tsx"
import type { SealingData } from "../seal.tsx"
import { PrintedFacts } from "./printed-facts.tsx"
import { SealingForm } from "./sealing-form.tsx"

type Sealing = NonNullable<SealingData["sealing"]>

/** In the order in which an officer needs it: what the file says, his authority, the effect, and only then the form. */
export function SealingDesk({
  head,
  sealing,
  form,
}: {
  head: SealingData["head"]
  sealing: Sealing
  form: ReturnType<typeof useFormState>
}) {
  const t = useT()
  const { mandate, certificate } = sealing
  return (
    <>
      <Standing sealing={sealing} />
      <Section
        title={t("certificate.seal.document")}
        ruled
        actions={
          <ButtonLink
            href={withQuery(paths.certificatePdf(head.learnerId), { sha256: sealing.sha256 })}
            kind="quiet"
            size="sm"
            icon="file"
          >
            {t("certificate.seal.open")}
          </ButtonLink>
        }
      >
        <Stack gap="lg">
          <PrintedFacts facts={sealing.document} />
          <Stack gap="xs">
            <CodeText block label={t("certificate.fact.sha256")}>
              {sealing.sha256}
            </CodeText>
            <p className="text-sm text-ink-soft">{t("certificate.seal.fingerprintHint")}</p>
          </Stack>
        </Stack>
      </Section>
      {mandate && certificate ? (
        <>
          <Section title={t("signing.sign.power.title")} ruled>
            <Power mandate={mandate} certificate={certificate} organisation={head.host} />
          </Section>
          <Section title={t("certificate.seal.effect")} ruled>
            <Prose>
              <ul>
                <li>{t("certificate.seal.effectCounts", { organisation: head.host, office: mandate.office })}</li>
                <li>{t("certificate.seal.effectPublic")}</li>
                <li>{t("certificate.seal.effectTold")}</li>
                <li>{t("certificate.seal.effectFinal")}</li>
              </ul>
            </Prose>
          </Section>
          <Section title={t("certificate.seal.form")} ruled>
            <SealingForm form={form} learnerId={head.learnerId} sha256={sealing.sha256} office={mandate.office} />
          </Section>
        </>
      ) : null}
    </>
  )
}

/** Why he cannot seal, with the way to a key where only that is missing. */
function Standing({ sealing: { obstacle, mandate } }: { sealing: Sealing }) {
  const t = useT()
  const to = useLocalPath()
  const locale = useLocale()
  if (!obstacle) return null
  const { key, ...parameters } = obstacle
  return (
    <Notice
      kind="warning"
      title={t("certificate.seal.cannot")}
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
