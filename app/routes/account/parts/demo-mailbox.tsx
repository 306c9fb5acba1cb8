import { useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { ButtonLink, Notice } from "#app/ui/index.ts"

/** Where the message is in an evaluation, which sends none. */
export function DemoMailbox({ address }: { address: string }) {
  const t = useT()
  const to = useLocalPath()
  return (
    <Notice
      title={t("account.demoMail.title")}
      actions={
        <ButtonLink href={`${to(paths.mailbox())}?kepada=${encodeURIComponent(address)}`} kind="quiet" icon="mail">
          {t("workspace.mailbox.title")}
        </ButtonLink>
      }
    >
      {t("account.demoMail.body")}
    </Notice>
  )
}
