import { useLoaderData } from "@remix-run/react"
import { endSessions, listSessions } from "#app/domain/identity/session.server.ts"
import { textOf } from "#app/http/body.server.ts"
import { redirectWith } from "#app/http/flash.server.ts"
import { actionFor, loaderFor } from "#app/http/handler.server.ts"
import { metaFrom } from "#app/http/meta.ts"
import { sessionSecret } from "#app/http/session.server.ts"
import { formatInstant } from "#app/i18n/format.ts"
import { useLocale, useLocalPath, useT, useTimeZone } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { Badge, Page, PageHeading, PostButton, RecordTable } from "#app/ui/index.ts"

export const loader = loaderFor("account.read", async ({ ctx, request }) => ({
  sessions: await listSessions(ctx, sessionSecret(ctx, request)),
}))

/** Ends one session (`session`), or with an empty value all but this one. */
export const action = actionFor("account.read", async ({ ctx, form, request }) => {
  const id = textOf(form, "session")
  await endSessions(ctx, id ? { id } : { allBut: sessionSecret(ctx, request) })
  return redirectWith(ctx, paths.sessions(), "sessionsEnded")
})

export const meta = metaFrom("account.sessions.title")

export default function Sessions() {
  const { sessions } = useLoaderData<typeof loader>()
  const t = useT()
  const to = useLocalPath()
  const locale = useLocale()
  const timeZone = useTimeZone()
  return (
    <Page>
      <PageHeading
        title={t("account.sessions.title")}
        lede={t("account.sessions.lede")}
        actions={
          sessions.length > 1 ? (
            <PostButton action={to(paths.sessions())} kind="quiet" icon="sign-out">
              {t("account.sessions.endOthers")}
            </PostButton>
          ) : null
        }
      />
      <RecordTable
        caption={t("account.sessions.title")}
        captionHidden
        rows={sessions}
        rowKey={(row) => row.id}
        columns={[
          {
            key: "device",
            header: t("account.sessions.device"),
            rowHeader: true,
            cell: (row) => (
              <>
                {row.device || t("account.sessions.unknownDevice")}{" "}
                {row.current ? <Badge tone="accent">{t("account.sessions.current")}</Badge> : null}
              </>
            ),
          },
          {
            key: "created",
            header: t("account.sessions.created"),
            cell: (row) => formatInstant(locale, row.createdAt, timeZone, "short"),
          },
          {
            key: "seen",
            header: t("account.sessions.seen"),
            cell: (row) => formatInstant(locale, row.lastSeenAt, timeZone, "short"),
          },
          {
            key: "end",
            header: t("account.sessions.end"),
            hideLabel: true,
            cell: (row) =>
              row.current ? null : (
                <PostButton action={to(paths.sessions())} fields={{ session: row.id }} kind="quiet" size="sm">
                  {t("account.sessions.end")}
                </PostButton>
              ),
          },
        ]}
      />
    </Page>
  )
}
