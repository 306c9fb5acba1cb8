import { useLoaderData } from "@remix-run/react"
import { loaderFor } from "#app/http/handler.server.ts"
import { publicMetaFrom } from "#app/http/meta.ts"
import { localPath, useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { Anchor, Page, PageHeading, Prose, Section, Stack } from "#app/ui/index.ts"
import { findText, handbookContents } from "#content/library.server.ts"

export const loader = loaderFor(
  "page.read",
  ({ ctx }) => ({
    text: findText("pages/help", ctx.locale, (path) => localPath(ctx.locale, path)),
    chapters: handbookContents(ctx.locale),
  }),
  { public: true },
)

export const meta = publicMetaFrom("help.title", "help.lede", { path: paths.help(), card: ["halaman", "bantuan"] })

export default function Help() {
  const { text, chapters } = useLoaderData<typeof loader>()
  const t = useT()
  const to = useLocalPath()
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
                  <Anchor href={to(paths.handbook(page.name))}>{page.title}</Anchor>
                </li>
              ))}
              {part === "developers" ? (
                <li>
                  <Anchor href={to(paths.style())}>{t("help.style")}</Anchor>
                </li>
              ) : null}
            </Stack>
          </Section>
        ),
      )}
    </Page>
  )
}
