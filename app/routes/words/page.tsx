import { useLoaderData } from "@remix-run/react"
import { notFound } from "#app/domain/kernel/errors.ts"
import { openingOf } from "#app/http/excerpt.ts"
import { loaderFor } from "#app/http/handler.server.ts"
import { withoutLocale } from "#app/http/locale.ts"
import { type PageArgs, publicMeta } from "#app/http/meta.ts"
import { localPath, useLocale } from "#app/i18n/react.tsx"
import { Page, PageHeading, Prose } from "#app/ui/index.ts"
import { findText } from "#content/library.server.ts"

const names: Readonly<Record<string, string>> = {
  "/tentang": "pages/about",
  "/privasi": "pages/privacy",
}

/** A page whose whole content is one text of `content/pages`. */
export const loader = loaderFor(
  "page.read",
  ({ ctx, url }) => {
    const name = names[withoutLocale(url.pathname.replace(/\.data$/, ""))]
    const text = name ? findText(name, ctx.locale, (path) => localPath(ctx.locale, path)) : null
    if (!text) throw notFound()
    return text
  },
  { public: true },
)

type Data = Awaited<ReturnType<typeof loader>>

export const meta = ({ data, ...args }: { data: Data | undefined } & PageArgs) =>
  data
    ? publicMeta(args, {
        path: withoutLocale(args.location.pathname).replace(/(?<=.)\/$/, ""),
        title: data.title,
        description: openingOf(data.html),
      })
    : []

export default function TextPage() {
  const { title, html, language } = useLoaderData<typeof loader>()
  const locale = useLocale()
  return (
    <Page width="text">
      <PageHeading title={title} />
      <div lang={language === locale ? undefined : language}>
        <Prose html={html} />
      </div>
    </Page>
  )
}
