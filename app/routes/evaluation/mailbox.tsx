import { useLoaderData } from "@remix-run/react"
import { readMailbox } from "#app/domain/notification/mailbox.server.ts"
import { loaderFor } from "#app/http/handler.server.ts"
import { metaFrom } from "#app/http/meta.ts"
import { formatInstant } from "#app/i18n/format.ts"
import { useLocale, useLocalPath, useT, useTimeZone } from "#app/i18n/react.tsx"
import { writeMail } from "#app/mail/write.ts"
import { paths } from "#app/paths.ts"
import { Anchor, EmptyState, FilterBar, Page, PageHeading, Section, TextInput } from "#app/ui/index.ts"

export const loader = loaderFor("mailbox.read", async ({ ctx, url }) => {
  const to = url.searchParams.get("kepada")?.trim().toLowerCase() ?? ""
  const entries = await readMailbox(ctx, to ? { to } : {})
  return {
    to,
    messages: entries.map(({ id, createdAt, mail }) => ({
      id,
      createdAt,
      to: mail.to,
      locale: mail.locale,
      subject: writeMail(mail, "").subject,
      // Links are relative here, so that they open in the installation the reader is looking at.
      lines: writeMail(mail, "").text.split("\n\n").slice(0, -1),
    })),
  }
})

export const meta = metaFrom("workspace.mailbox.title")

export default function Mailbox() {
  const { messages, to: addressee } = useLoaderData<typeof loader>()
  const t = useT()
  const to = useLocalPath()
  const locale = useLocale()
  const timeZone = useTimeZone()
  return (
    <Page width="text">
      <PageHeading title={t("workspace.mailbox.title")} lede={t("workspace.mailbox.lede")} />
      <FilterBar action={to(paths.mailbox())} resetHref={to(paths.mailbox())}>
        <TextInput name="kepada" type="email" label={t("workspace.mailbox.to")} defaultValue={addressee} />
      </FilterBar>
      {messages.length === 0 ? <EmptyState art="inbox" title={t("workspace.mailbox.empty")} /> : null}
      {messages.map((message) => (
        <Section
          key={message.id}
          title={message.subject}
          lede={`${message.to} · ${formatInstant(locale, message.createdAt, timeZone, "short")}`}
          ruled
        >
          <div lang={message.locale}>
            {message.lines.map((line) => {
              const [label, link] = line.split("\n")
              return link?.startsWith("/") ? (
                <p key={line}>
                  <Anchor href={link}>{label?.replace(/:$/, "")}</Anchor>
                </p>
              ) : (
                <p key={line}>{line}</p>
              )
            })}
          </div>
        </Section>
      ))}
    </Page>
  )
}
