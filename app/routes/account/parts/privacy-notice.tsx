import { useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { Anchor, Disclosure, Notice } from "#app/ui/index.ts"

/** What a person must know before he hands over his data (UU 27/2022: who, what, why, how long, which rights). */
export function PrivacyNotice() {
  const t = useT()
  const to = useLocalPath()
  return (
    <Notice kind="info" title={t("account.privacy.title")}>
      <p>{t("account.privacy.summary")}</p>
      <Disclosure summary={t("account.privacy.more")}>
        <ul>
          <li>{t("account.privacy.what")}</li>
          <li>{t("account.privacy.why")}</li>
          <li>{t("account.privacy.howLong")}</li>
          <li>{t("account.privacy.rights")}</li>
        </ul>
      </Disclosure>
      <p>
        <Anchor href={to(paths.privacy())}>{t("account.privacy.full")}</Anchor>
      </p>
    </Notice>
  )
}
