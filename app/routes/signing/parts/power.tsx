import { formatDate } from "#app/i18n/format.ts"
import { useLocale, useT } from "#app/i18n/react.tsx"
import { DefinitionList, Sheet } from "#app/ui/index.ts"
import type { Signing } from "./signing-desk.tsx"

/** The mandate that is used, what it rests on, and the certificate that stands for it. */
export function Power({
  mandate,
  certificate,
  organisation,
}: {
  mandate: NonNullable<Signing["mandate"]>
  certificate: NonNullable<Signing["certificate"]>
  organisation: string
}) {
  const t = useT()
  const locale = useLocale()
  const day = (value: string) => formatDate(locale, value)
  return (
    <Sheet>
      <DefinitionList
        items={[
          { term: t("signing.sign.power.office"), value: mandate.office },
          { term: t("signing.sign.power.organisation"), value: organisation },
          { term: t("signing.sign.power.name"), value: mandate.holderName },
          {
            term: t("signing.sign.power.basis"),
            value: t("signing.sign.power.basisValue", {
              kind: t(`signing.sign.power.basisKind.${mandate.basisKind}`),
              number: mandate.basisNumber,
              date: day(mandate.basisDate),
            }),
          },
          {
            term: t("signing.sign.power.validity"),
            value: mandate.validUntil
              ? t("signing.sign.power.fromUntil", { from: day(mandate.validFrom), until: day(mandate.validUntil) })
              : t("signing.sign.power.from", { from: day(mandate.validFrom) }),
          },
          {
            term: t("signing.sign.power.certificate"),
            value: t("signing.sign.power.certificateValue", {
              serial: certificate.serial,
              until: day(certificate.validUntil),
            }),
          },
        ]}
      />
    </Sheet>
  )
}
