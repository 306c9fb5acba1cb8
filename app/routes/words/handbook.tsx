import type { MetaFunction } from "@remix-run/node"
import { useLoaderData } from "@remix-run/react"
import { notFound } from "#app/domain/kernel/errors.ts"
import { loaderFor } from "#app/http/handler.server.ts"
import { pageMeta } from "#app/http/meta.ts"
import { localPath, useLocale, useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { Breadcrumbs, Notice, Page, PageHeading, Prose } from "#app/ui/index.ts"
import { findText } from "#content/library.server.ts"

export const loader = loaderFor(
  "page.read",
  ({ ctx, params }) => {
    const text = findText(`handbook/${params["*"]}`, ctx.locale, (path) => localPath(ctx.locale, path))
    if (!text) throw notFound()
    return text
  },
  { public: true },
)

export const meta: MetaFunction<typeof loader> = ({ data }) => pageMeta(data?.title ?? "")

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
