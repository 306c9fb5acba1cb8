import { useLoaderData } from "@remix-run/react"
import { notFound } from "#app/domain/kernel/errors.ts"
import { programmesWith } from "#app/domain/programme/register.server.ts"
import { openingOf } from "#app/http/excerpt.ts"
import { loaderFor } from "#app/http/handler.server.ts"
import { localeOf } from "#app/http/locale.ts"
import { type PageArgs, publicMeta } from "#app/http/meta.ts"
import { practiceNode } from "#app/http/structured-data/learning.ts"
import { translator } from "#app/i18n/messages.ts"
import { localPath, useLocale, useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { Anchor, Breadcrumbs, Notice, Page, PageHeading, Prose, Section } from "#app/ui/index.ts"
import { findText } from "#content/library.server.ts"
import { isPractice } from "#content/practices/titles.ts"

/** A practice: learning material that is open to everybody. */
export const loader = loaderFor(
  "programme.browse",
  async ({ ctx, params }) => {
    const key = params.key ?? ""
    const text = isPractice(key)
      ? findText(`practices/${key}`, ctx.locale, (path) => localPath(ctx.locale, path))
      : null
    if (!text) throw notFound()
    return { ...text, key, used: await programmesWith(ctx, key) }
  },
  { public: true },
)

type Data = Awaited<ReturnType<typeof loader>>

export const meta = ({ data, ...args }: { data: Data | undefined } & PageArgs) => {
  if (!data) return []
  const { key, title, html, language } = data
  const description = openingOf(html)
  const t = translator(localeOf(args.location.pathname))
  return publicMeta(args, {
    ...{ path: paths.practice(key), title, description, card: ["praktik", key] },
    trail: [{ title: t("programme.list.title"), path: paths.programmes() }],
    about: (site) => [practiceNode(site, { key, title, description, language })],
  })
}

export default function Practice() {
  const { title, html, language, used } = useLoaderData<typeof loader>() as Data
  const t = useT()
  const to = useLocalPath()
  const locale = useLocale()
  return (
    <Page width="text">
      <Breadcrumbs
        items={[{ href: to(paths.programmes()), label: t("programme.practicePage.back") }, { label: title }]}
      />
      <PageHeading title={title} eyebrow={t("programme.practice")} />
      {language === locale ? null : <Notice>{t("programme.practicePage.otherLanguage")}</Notice>}
      <div lang={language === locale ? undefined : language}>
        <Prose html={html} />
      </div>
      <Section title={t("programme.practicePage.used")} id="program" ruled>
        {used.length === 0 ? (
          <p>{t("programme.practicePage.usedEmpty")}</p>
        ) : (
          <ul className="points points--plain">
            {used.map((programme) => (
              <li key={programme.slug}>
                <Anchor href={to(paths.programme(programme.slug))}>
                  <span lang="id">{programme.title}</span>
                </Anchor>
              </li>
            ))}
          </ul>
        )}
      </Section>
    </Page>
  )
}
