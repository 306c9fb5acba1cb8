import type { LinksFunction } from "@remix-run/node"
import {
  isRouteErrorResponse,
  Links,
  Meta,
  Outlet,
  Scripts,
  useLocation,
  useMatches,
  useRouteError,
  useRouteLoaderData,
} from "@remix-run/react"
import { type ReactNode, useContext } from "react"
import { takeFlash } from "#app/http/flash.server.ts"
import { errorText } from "#app/http/form.ts"
import { loaderFor } from "#app/http/handler.server.ts"
import { inOtherLanguage, localeOf } from "#app/http/locale.ts"
import { DemoContext, NonceContext } from "#app/http/nonce.ts"
import { hasMessage } from "#app/i18n/catalogue.ts"
import { catalogues, translateKey } from "#app/i18n/messages.ts"
import { LocaleProvider, useLocale, useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { fontPreloadHref } from "#app/ui/fonts.ts"
import {
  Button,
  ButtonLink,
  Disclosure,
  ErrorPage,
  Form,
  FormActions,
  Notice,
  Page,
  PageHeading,
  PageShell,
  SiteFooter,
  SiteHeader,
  Stack,
} from "#app/ui/index.ts"
import "#app/ui/styles/app.css"

/** What a route may say of itself: pages are documents without script unless they ask for it. */
export type Handle = {
  readonly hydrate?: boolean
  /** Address of a script of its own that makes the finished page more convenient; all of it works without. */
  readonly script?: string
}

export const links: LinksFunction = () => [
  { rel: "preload", href: fontPreloadHref, as: "font", type: "font/woff2", crossOrigin: "anonymous" },
  { rel: "icon", href: "/favicon.svg", type: "image/svg+xml" },
  { rel: "apple-touch-icon", href: "/apple-touch-icon.png" },
  { rel: "manifest", href: "/site.webmanifest" },
]

export const loader = loaderFor("page.read", async ({ ctx, request, context }) => {
  const { actor } = ctx
  return {
    demo: ctx.settings.demo,
    appUrl: ctx.settings.appUrl,
    timeZone: actor?.timeZone ?? "Asia/Jakarta",
    account: actor ? { name: actor.name, secretariat: actor.secretariat, several: actor.memberships.length > 1 } : null,
    acting: actor?.acting ? { name: actor.acting.organisationName, id: actor.acting.organisationId } : null,
    flash: takeFlash(request, context),
  }
})

type RootData = Awaited<ReturnType<typeof loader>>

export function Layout({ children }: { children: ReactNode }) {
  const root = useRouteLoaderData<typeof loader>("root") as RootData | undefined
  const { pathname } = useLocation()
  const locale = localeOf(pathname)
  const handles = useMatches().map(({ handle }) => handle as Handle | undefined)
  const hydrate = handles.some((handle) => handle?.hydrate === true)
  const scripts = handles.flatMap((handle) => handle?.script ?? [])
  const nonce = useContext(NonceContext)
  // The pages' own titles need what their loaders answer; an error page has none of it.
  const failure = useRouteError()
  return (
    <html lang={locale}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        {failure == null ? (
          <Meta />
        ) : (
          <>
            <title>{`${translateKey(locale, `ui.error.e${drawnStatus(failure)}.title`)} · Simpul`}</title>
            <meta name="robots" content="noindex" />
          </>
        )}
        <Links />
      </head>
      <body>
        <LocaleProvider locale={locale} timeZone={root?.timeZone ?? "Asia/Jakarta"}>
          <Shell root={root}>{children}</Shell>
        </LocaleProvider>
        {hydrate ? <Scripts nonce={nonce} /> : null}
        {scripts.map((src) => (
          <script key={src} type="module" src={src} />
        ))}
      </body>
    </html>
  )
}

function Shell({ root, children }: { root: RootData | undefined; children: ReactNode }) {
  const t = useT()
  const locale = useLocale()
  const to = useLocalPath()
  const { pathname, search } = useLocation()
  const items = (
    [
      ["initiatives", paths.initiatives()],
      ["needs", paths.needs()],
      ["agreements", paths.agreements()],
      ["learning", paths.programmes()],
      ["organisations", paths.organisations()],
      ["regions", paths.regions()],
      ["verification", paths.verification()],
      ["help", paths.help()],
    ] as const
  ).map(([key, path]) => {
    const href = to(path)
    return { href, label: t(`common.nav.${key}`), current: pathname === href || pathname.startsWith(`${href}/`) }
  })
  const account = root?.account
  const demo = useContext(DemoContext) || root?.demo === true
  const signInHref =
    pathname === to(paths.signIn()) || pathname === to(paths.home())
      ? to(paths.signIn())
      : `${to(paths.signIn())}?lanjut=${encodeURIComponent(pathname + search)}`
  return (
    <PageShell
      header={
        <SiteHeader
          brandHref={to(paths.home())}
          items={items}
          language={{
            href: inOtherLanguage(pathname) + search,
            hrefLang: locale === "id" ? "en" : "id",
            label: t("common.otherLanguage"),
          }}
          search={{ action: to(paths.search()), current: pathname === to(paths.search()) }}
          account={
            account
              ? {
                  kind: "member",
                  name: account.name,
                  href: to(paths.account()),
                  signOutAction: to(paths.signOut()),
                  links: [
                    { href: to(paths.workspace()), label: t("common.nav.workspace") },
                    ...(account.secretariat ? [{ href: to(paths.admin()), label: t("common.nav.admin") }] : []),
                  ],
                }
              : { kind: "guest", signInHref, registerHref: to(paths.register()) }
          }
          {...(root?.acting || account?.several
            ? {
                actingFor: {
                  name: root?.acting?.name ?? t("common.actingForNobody"),
                  href: to(paths.actFor()),
                },
              }
            : {})}
          {...(demo ? { demo: t("common.demoBanner") } : {})}
        />
      }
      footer={
        <SiteFooter
          brandHref={to(paths.home())}
          statement={t("common.statement")}
          groups={[
            { title: t("common.footer.browse"), links: items.slice(0, 6) },
            {
              title: t("common.footer.takePart"),
              links: [
                { href: to(paths.contribute()), label: t("common.nav.contribute") },
                { href: to(paths.regionalCooperation()), label: t("common.nav.cooperation") },
                { href: to(paths.bureaucracy()), label: t("common.nav.bureaucracy") },
                { href: to(paths.help()), label: t("common.nav.help") },
                { href: to(paths.glossary()), label: t("common.nav.glossary") },
              ],
            },
            {
              title: t("common.footer.trust"),
              links: [
                { href: to(paths.verification()), label: t("common.nav.verification") },
                { href: to(paths.verifying()), label: t("common.nav.verifying") },
                { href: to(paths.authority()), label: t("common.nav.authority") },
                { href: to(paths.openData()), label: t("data.title") },
              ],
            },
            {
              title: t("common.footer.about"),
              links: [
                { href: to(paths.about()), label: t("common.nav.about") },
                { href: to(paths.privacy()), label: t("common.nav.privacy") },
                { href: to(paths.terms()), label: t("common.nav.terms") },
                { href: to(paths.accessibility()), label: t("common.nav.accessibility") },
              ],
            },
          ]}
          closing={t("common.footer.closing")}
          {...(demo ? { demo: t("common.demoFooter") } : {})}
        />
      }
    >
      {root ? <p className="print-source">{`Simpul · ${root.appUrl}${pathname}${search}`}</p> : null}
      <Flash flash={root?.flash ?? null} />
      {children}
    </PageShell>
  )
}

function Flash({ flash }: { flash: string | null }) {
  const locale = useLocale()
  if (flash === null || !hasMessage(catalogues[locale], `flash.${flash}`)) return null
  return (
    <Page className="pb-0">
      <Notice kind="success" live>
        {translateKey(locale, `flash.${flash}`)}
      </Notice>
    </Page>
  )
}

export default function App() {
  return <Outlet />
}

/** A form came in after its session had ended: what was typed is kept here until the reader has signed in again. */
function EndedSession({ values }: { values: Readonly<Record<string, readonly string[]>> }) {
  const t = useT()
  const to = useLocalPath()
  const { pathname, search } = useLocation()
  const typed = Object.entries(values).flatMap(([name, texts]) => texts.map((text) => ({ name, text })))
  const own = typed.filter(
    ({ name, text }) =>
      text.trim() !== "" && !/^(lockVersion|base|sha256|version|draftNumber|seen|theirs|next|id)$|\.key$/.test(name),
  )
  return (
    <Page width="text">
      <PageHeading title={t("common.sessionEnded.title")} lede={t("common.sessionEnded.lede")} />
      <Form action={pathname + search}>
        <Stack gap="lg">
          {typed.map(({ name, text }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a form may send one name twice
            <input key={index} type="hidden" name={name} value={text} />
          ))}
          <FormActions note={t("common.sessionEnded.files")}>
            <ButtonLink href={to(paths.signIn())} target="_blank" rel="noopener">
              {t("common.sessionEnded.signIn")}
            </ButtonLink>
            <Button kind="quiet">{t("common.sessionEnded.again")}</Button>
          </FormActions>
          {own.length > 0 ? (
            <Disclosure summary={t("common.sessionEnded.typed")}>
              {own.map(({ name, text }, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a form may send one name twice
                <p key={index} className="whitespace-pre-line" data-field={name}>
                  {text}
                </p>
              ))}
            </Disclosure>
          ) : null}
        </Stack>
      </Form>
    </Page>
  )
}

const drawnStatuses = [403, 404, 409, 413, 422, 429, 500] as const

/** The error page that fits what was thrown. */
function drawnStatus(error: unknown): (typeof drawnStatuses)[number] {
  const status = isRouteErrorResponse(error) ? error.status : 500
  return drawnStatuses.find((known) => known === status) ?? (status < 500 ? 422 : 500)
}

/** Every refusal and every failure as a page that says what happened and what to do next. */
export function ErrorBoundary() {
  const error = useRouteError()
  const locale = useLocale()
  const t = useT()
  const to = useLocalPath()
  const refusal = isRouteErrorResponse(error)
    ? (error.data as {
        key?: string
        parameters?: Record<string, string | number>
        values?: Record<string, string[]>
      } | null)
    : null
  if (refusal?.values) return <EndedSession values={refusal.values} />
  const unknownCode = refusal?.key === "verification.codeUnknown"
  const general = ["notFound", "forbidden"].includes(refusal?.key ?? "")
  const status = drawnStatus(error)
  return (
    <ErrorPage
      status={status}
      {...(refusal?.key && !general ? { body: errorText(locale, refusal.key, refusal.parameters) } : {})}
      {...(unknownCode ? { title: t("verification.code.unknownTitle") } : {})}
      actions={
        <>
          {unknownCode ? (
            <ButtonLink href={to(paths.verification())}>{t("verification.code.search")}</ButtonLink>
          ) : status === 404 ? (
            <ButtonLink href={to(paths.search())} icon="search">
              {t("ui.error.search")}
            </ButtonLink>
          ) : null}
          <ButtonLink href={to(paths.home())} kind="quiet" icon="arrow-left">
            {t("common.backHome")}
          </ButtonLink>
        </>
      }
    />
  )
}
