import { useT } from "#app/i18n/react.tsx"
import { Prose } from "#app/ui/index.ts"
import type { SigningHead } from "./signing-desk.tsx"

/** The exact effect of the signature, in words. */
export function Effect({ head, office, last }: { head: SigningHead; office: string; last: boolean }) {
  const t = useT()
  return (
    <Prose>
      <ul>
        <li>{t("signing.sign.effect.binding", { organisation: head.organisation, office })}</li>
        {last ? (
          <>
            <li>{t("signing.sign.effect.inForce")}</li>
            <li>{t("signing.sign.effect.public")}</li>
          </>
        ) : (
          <li>{t("signing.sign.effect.waits", { region: head.otherRegion })}</li>
        )}
        <li>{t("signing.sign.effect.final")}</li>
        <li>{t("signing.sign.effect.record")}</li>
      </ul>
    </Prose>
  )
}
