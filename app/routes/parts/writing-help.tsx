import { useT } from "#app/i18n/react.tsx"
import { Disclosure, Prose } from "#app/ui/index.ts"

/** The few signs that give a clause its shape. */
export function WritingHelp() {
  const t = useT()
  return (
    <Disclosure summary={t("agreement.draft.help")}>
      <Prose>
        <ul>
          <li>{t("agreement.draft.helpList")}</li>
          <li>{t("agreement.draft.helpStrong")}</li>
          <li>{t("agreement.draft.helpParagraph")}</li>
        </ul>
      </Prose>
    </Disclosure>
  )
}
