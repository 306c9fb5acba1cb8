import { useLoaderData } from "@remix-run/react"
import { notFound } from "#app/domain/kernel/errors.ts"
import { loaderFor } from "#app/http/handler.server.ts"
import { withoutLocale } from "#app/http/locale.ts"
import { type PageArgs, publicMeta } from "#app/http/meta.ts"
import { formatDate } from "#app/i18n/format.ts"
import { localPath, useLocale, useLocalPath, useT } from "#app/i18n/react.tsx"
import { Anchor, Breadcrumbs, Page, PageHeading, Prose, Section } from "#app/ui/index.ts"
import { findText } from "#content/library.server.ts"
import { textPages } from "#content/pages.ts"
import { PageContents } from "./parts/page-contents.tsx"
import { SecretariatContact } from "./parts/secretariat-contact.tsx"

/** A page whose whole content is one text of `content/pages`. */
export const loader = loaderFor(
  "page.read",
  ({ ctx, url }) => {
    const address = withoutLocale(url.pathname.replace(/\.data$/, ""))
    const page = textPages.find(({ path }) => path === address)
    const read = (name: string) => findText(`pages/${name}`, ctx.locale, (path) => localPath(ctx.locale, path))
    const text = page ? read(page.name) : null
    if (!page || !text?.facts) throw notFound()
    const entry = ({ name, path }: { name: string; path: string }) => ({ path, title: read(name)?.title ?? name })
    const above = textPages.find(({ name }) => name === page.under)
    const beside = above ? textPages.filter(({ name, under }) => under === page.under && name !== page.name) : []
    return {
      ...{ path: page.path, title: text.title, html: text.html, parts: text.parts },
      ...{ description: text.facts.description, updated: text.facts.updated },
      trail: trailOf(page.under).map(entry),
      beside: beside.map(entry),
      contact: text.facts.contact ? { email: ctx.settings.secretariatEmail } : null,
    }
  },
  { public: true },
)

/** The pages above one, from the top down. */
function trailOf(under: string | null): typeof textPages {
  const above = textPages.find(({ name }) => name === under)
  return above ? [...trailOf(above.under), above] : []
}

type Data = Awaited<ReturnType<typeof loader>>

export const meta = ({ data, ...args }: { data: Data | undefined } & PageArgs) =>
  data
    ? publicMeta(args, {
        ...{ path: data.path, title: data.title, description: data.description },
        ...(data.trail.length > 0 ? { trail: data.trail } : {}),
      })
    : []

export default function TextPage() {
  const { title, description, updated, html, parts, trail, beside, contact } = useLoaderData<typeof loader>()
  const locale = useLocale()
  const t = useT()
  const to = useLocalPath()
  return (
    <Page width="text">
      {trail.length > 0 ? (
        <Breadcrumbs items={[...trail.map((page) => ({ href: to(page.path), label: page.title })), { label: title }]} />
      ) : null}
      <PageHeading
        title={title}
        lede={description}
        meta={<p>{t("words.updated", { date: formatDate(locale, updated) })}</p>}
      />
      <PageContents parts={parts} />
      <Prose html={html} />
      {contact ? <SecretariatContact email={contact.email} /> : null}
      {beside.length > 0 ? (
        <Section title={t("words.beside", { title: trail.at(-1)?.title ?? "" })} id="lainnya" ruled>
          <ul className="points points--plain">
            {beside.map((page) => (
              <li key={page.path}>
                <Anchor href={to(page.path)}>{page.title}</Anchor>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
    </Page>
  )
}
