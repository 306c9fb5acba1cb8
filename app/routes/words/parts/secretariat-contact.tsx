import { useT } from "#app/i18n/react.tsx"
import { Section } from "#app/ui/index.ts"

/** How to reach the network's secretariat: the address that the operator has named, or that he has named none. */
export function SecretariatContact({ email }: { email: string | null }) {
  const t = useT()
  return (
    <Section title={t("words.secretariat.title")} id="sekretariat" ruled>
      <div className="prose">
        {email === null ? (
          <p>{t("words.secretariat.none")}</p>
        ) : (
          <>
            <p>
              {t("words.secretariat.write")} <a href={`mailto:${email}`}>{email}</a>
            </p>
            <p>{t("words.secretariat.how")}</p>
          </>
        )}
      </div>
    </Section>
  )
}
