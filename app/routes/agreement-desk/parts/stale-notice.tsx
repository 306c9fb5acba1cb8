import type { StaleDraft } from "#app/domain/agreement/drafting.server.ts"
import { withQuery } from "#app/http/query.ts"
import { useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { ButtonLink, Disclosure, Notice, Stack } from "#app/ui/index.ts"
import { ClauseChanges, HeadChanges } from "./changes.tsx"

/** What the page says of a save that came too late. */
export type StaleView = Omit<StaleDraft, "merge"> & { readonly conflicts: number; readonly order: boolean }

/** Who was faster, what changed meanwhile, and how both texts came together in the form below. */
export function StaleNotice({ stale, code }: { stale: StaleView; code: string }) {
  const t = useT()
  const to = useLocalPath()
  const { base, newest, author, note, changes, conflicts, order } = stale
  if (base === newest)
    return (
      <Notice kind="warning" title={t("agreement.stale.titleSame")} live>
        {t("agreement.stale.bodySame", { base })}
      </Notice>
    )
  return (
    <Stack gap="lg">
      <Notice
        kind="warning"
        title={t("agreement.stale.title", { newest })}
        live
        actions={
          <ButtonLink
            href={withQuery(to(paths.agreementComparison(code)), { before: base, after: newest })}
            kind="quiet"
            size="sm"
            icon="compare"
            target="_blank"
          >
            {t("agreement.comparison.title")}
          </ButtonLink>
        }
      >
        <p>{t("agreement.stale.body", { author, base, newest })}</p>
        {note ? <p className="whitespace-pre-line">{t("agreement.stale.note", { note })}</p> : null}
        <p>{conflicts > 0 ? t("agreement.stale.conflicts", { count: conflicts }) : t("agreement.stale.noConflicts")}</p>
        {order ? <p>{t("agreement.stale.order")}</p> : null}
      </Notice>
      <Disclosure summary={t("agreement.stale.changes", { base })} open>
        <Stack gap="lg">
          {changes.heads.length > 0 ? <HeadChanges heads={changes.heads} /> : null}
          <ClauseChanges clauses={changes.clauses} />
        </Stack>
      </Disclosure>
    </Stack>
  )
}
