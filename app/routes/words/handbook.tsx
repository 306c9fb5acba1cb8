import { useLoaderData } from "@remix-run/react"
import { notFound } from "#app/domain/kernel/errors.ts"
import { openingOf } from "#app/http/excerpt.ts"
import { loaderFor } from "#app/http/handler.server.ts"
import { localeOf } from "#app/http/locale.ts"
import { type PageArgs, publicMeta } from "#app/http/meta.ts"
import { translator } from "#app/i18n/messages.ts"
import { localPath, useLocale, useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { Breadcrumbs, Notice, Page, PageHeading, Prose } from "#app/ui/index.ts"
import { findText } from "#content/library.server.ts"

export const loader = loaderFor(
  "page.read",
  ({ ctx, params }) => {
    const name = params["*"] ?? ""
    const text = findText(`handbook/${name}`, ctx.locale, (path) => localPath(ctx.locale, path))
    if (!text) throw notFound()
    return { ...text, name }
  },
  { public: true },
)

type Data = Awaited<ReturnType<typeof loader>>

export const meta = ({ data, ...args }: { data: Data | undefined } & PageArgs) => {
  if (!data) return []
  const { name, title, html, onlyIn } = data
  const t = translator(localeOf(args.location.pathname))
  const help = t("help.title")
  const opening = openingOf(html)
  return publicMeta(args, {
    ...{ path: paths.handbook(name), title: `${title} – ${help}`, heading: title },
    description: opening.length < 20 ? t("meta.handbook", { title }) : opening,
    trail: [{ title: help, path: paths.help() }],
    ...(onlyIn ? { onlyIn } : {}),
  })
}

export default function HandbookPage() {
  const { title, html, language } = useLoaderData<typeof loader>()
  const locale = useLocale()
  const t = useT()
  const to = useLocalPath()
  return (
    <Page width="text">
      <Breadcrumbs items={[{ href: to(paths.help()), label: t("help.title") }, { label: title }]} />
      <PageHeading title={title} />
      {language === locale ? null : <Notice kind="info" title={t("help.otherLanguageOnly")} />}
      <div lang={language === locale ? undefined : language}>
        <Prose html={html} />
      </div>
    </Page>
  )
}
