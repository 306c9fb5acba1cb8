import { useLoaderData } from "@remix-run/react"
import { loaderFor } from "#app/http/handler.server.ts"
import { publicMetaFrom } from "#app/http/meta.ts"
import { localPath, useLocale, useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { Anchor, Page, PageHeading, Prose, Section, Stack } from "#app/ui/index.ts"
import { findText, handbookContents } from "#content/library.server.ts"
import { SecretariatContact } from "./parts/secretariat-contact.tsx"

export const loader = loaderFor(
  "page.read",
  ({ ctx }) => ({
    text: findText("pages/help", ctx.locale, (path) => localPath(ctx.locale, path)),
    chapters: handbookContents(ctx.locale),
    secretariatEmail: ctx.settings.secretariatEmail,
  }),
  { public: true },
)

export const meta = publicMetaFrom("help.title", "help.lede", { path: paths.help(), card: ["halaman", "bantuan"] })

export default function Help() {
  const { text, chapters, secretariatEmail } = useLoaderData<typeof loader>()
  const t = useT()
  const to = useLocalPath()
  const locale = useLocale()
  return (
    <Page width="text">
      <PageHeading title={t("help.title")} lede={t("help.lede")} />
      {text ? <Prose html={text.html} /> : null}
      {chapters.map(({ part, pages }) =>
        pages.length === 0 ? null : (
          <Section key={part} title={t(`help.part.${part as "users"}`)} ruled>
            <Stack as="ul" gap="sm">
              {pages.map((page) => (
                <li key={page.name}>
                  <Anchor href={to(paths.handbook(page.name))}>
                    <span lang={page.language === locale ? undefined : page.language}>{page.title}</span>
                  </Anchor>
                </li>
              ))}
              {part === "users" ? (
                <li>
                  <Anchor href={to(paths.glossary())}>{t("common.nav.glossary")}</Anchor>
                </li>
              ) : null}
              {part === "developers" ? (
                <li>
                  <Anchor href={to(paths.style())}>{t("help.style")}</Anchor>
                </li>
              ) : null}
            </Stack>
          </Section>
        ),
      )}
      <SecretariatContact email={secretariatEmail} />
    </Page>
  )
}
