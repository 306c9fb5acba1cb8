import type { ReactNode } from "react"
import { useT } from "#app/i18n/react.tsx"
import { Button, ButtonLink } from "../action/button.tsx"
import { Icon } from "../icon/icon.tsx"
import type { Strand } from "../strand.ts"
import { Mark } from "../weave/mark.tsx"
import type { LinkItem } from "./link-item.ts"

export type Account =
  | { readonly kind: "guest"; readonly signInHref: string; readonly registerHref?: string }
  | {
      readonly kind: "member"
      readonly name: ReactNode
      readonly href: string
      readonly signOutAction: string
      readonly links?: readonly LinkItem[]
      readonly inbox?: { readonly href: string; readonly count: number }
    }

export type ActingFor = {
  readonly name: ReactNode
  readonly href?: string
  readonly strand?: Strand
  readonly role?: ReactNode
}

export type SiteHeaderProps = {
  brandHref: string
  items: readonly LinkItem[]
  language: { href: string; hrefLang: string; label: string }
  account: Account
  actingFor?: ActingFor
  /** Text of the strip that says this is a demonstration; `true` prints the ui's own sentence. */
  demo?: ReactNode | true
  /** Where everything public is searched. */
  search?: { action: string; current: boolean }
}

const MENU = "menu-situs"

/** Attributes that React's types do not know yet; browsers handle them without script. */
const menuPopover = { popover: "auto" }
const opensMenu = { popovertarget: MENU }
const closesMenu = { popovertarget: MENU, popovertargetaction: "hide" }

function DemoStrip({ children }: { children: ReactNode }) {
  const t = useT()
  return (
    <div className="demo-strip">
      <strong>{t("ui.demoMark")}</strong>
      <span>{children}</span>
    </div>
  )
}

function Links({ items, className }: { items: readonly LinkItem[]; className: string }) {
  return (
    <ul className={className}>
      {items.map((item) => (
        <li key={item.href}>
          <a href={item.href} aria-current={item.current ? "page" : undefined}>
            {item.label}
            {item.count === undefined ? null : <span className="count tabular">{item.count}</span>}
          </a>
        </li>
      ))}
    </ul>
  )
}

function Inbox({ href, count }: { href: string; count: number }) {
  const t = useT()
  return (
    <a className="masthead__inbox" href={href}>
      <Icon name="inbox" />
      <span className="visually-hidden">{t("ui.inboxCount", { count })}</span>
      {count > 0 ? (
        <span className="masthead__tally tabular" aria-hidden="true">
          {count}
        </span>
      ) : null}
    </a>
  )
}

function AccountArea({ account }: { account: Account }) {
  const t = useT()
  if (account.kind === "guest")
    return (
      <div className="masthead__account">
        <a className="masthead__link" href={account.signInHref}>
          {t("ui.signIn")}
        </a>
        {account.registerHref ? (
          <ButtonLink href={account.registerHref} kind="quiet" size="sm">
            {t("ui.register")}
          </ButtonLink>
        ) : null}
      </div>
    )
  return (
    <div className="masthead__account">
      <a className="masthead__link masthead__person" href={account.href}>
        <Icon name="user" size="sm" />
        <span className="visually-hidden">{t("ui.account")}: </span>
        {account.name}
      </a>
      <form method="post" action={account.signOutAction}>
        <Button kind="plain" size="sm" icon="sign-out">
          {t("ui.signOut")}
        </Button>
      </form>
    </div>
  )
}

function Acting({ actingFor }: { actingFor: ActingFor }) {
  const t = useT()
  const body = (
    <>
      {actingFor.strand ? (
        <span className={`strand-letter strand-letter--${actingFor.strand.toLowerCase()}`} aria-hidden="true">
          {actingFor.strand}
        </span>
      ) : (
        <Icon name="building" size="sm" />
      )}
      <span className="acting__words">
        <span className="acting__label">{t("ui.actingFor")}</span> <strong>{actingFor.name}</strong>
        {actingFor.role ? <span className="acting__role"> · {actingFor.role}</span> : null}
      </span>
    </>
  )
  return actingFor.href ? (
    <a className="acting" href={actingFor.href}>
      {body}
      <Icon name="chevron-right" size="sm" />
    </a>
  ) : (
    <p className="acting">{body}</p>
  )
}

/**
 * Masthead: brand, language, account, main navigation. On narrow screens all but brand, tasks and menu button moves into
 * a native popover, so it opens, closes with Escape and hands back the focus without script.
 */
export function SiteHeader({ brandHref, items, language, account, actingFor, demo, search }: SiteHeaderProps) {
  const t = useT()
  const links = account.kind === "member" && account.links?.length ? account.links : null
  return (
    <header className="masthead">
      {demo ? <DemoStrip>{demo === true ? t("ui.demo") : demo}</DemoStrip> : null}
      <div className="masthead__bar">
        <a className="masthead__brand" href={brandHref}>
          <Mark size={40} />
          <span className="masthead__name">Simpul</span>
          <span className="masthead__tagline">{t("ui.tagline")}</span>
          <span className="visually-hidden">, {t("ui.home")}</span>
        </a>
        {account.kind === "member" && account.inbox ? <Inbox {...account.inbox} /> : null}
        {search ? (
          <a
            className="masthead__find"
            href={search.action}
            aria-label={t("ui.search")}
            aria-current={search.current ? "page" : undefined}
          >
            <Icon name="search" />
          </a>
        ) : null}
        <button type="button" className="button button--quiet button--sm masthead__menu-button" {...opensMenu}>
          <Icon name="menu" size="sm" />
          {t("ui.menu")}
        </button>
        <div id={MENU} className="masthead__menu" {...menuPopover}>
          <button type="button" className="button button--plain button--sm masthead__close" {...closesMenu}>
            <Icon name="cross" size="sm" />
            {t("ui.close")}
          </button>
          <div className="masthead__tools">
            {search && !search.current ? (
              <search>
                <form className="masthead__search" method="get" action={search.action}>
                  <input type="search" name="q" aria-label={t("ui.searchEverything")} maxLength={200} />
                  <button type="submit" aria-label={t("ui.search")}>
                    <Icon name="search" size="sm" />
                  </button>
                </form>
              </search>
            ) : null}
            <a className="masthead__link" href={language.href} hrefLang={language.hrefLang} lang={language.hrefLang}>
              <Icon name="language" size="sm" />
              {language.label}
            </a>
            <AccountArea account={account} />
          </div>
          <nav className="masthead__nav" aria-label={t("ui.primaryNavigation")}>
            <Links items={items} className="masthead__links" />
            {links ? <Links items={links} className="masthead__links masthead__links--own" /> : null}
          </nav>
        </div>
      </div>
      {actingFor ? (
        <div className="masthead__acting">
          <Acting actingFor={actingFor} />
        </div>
      ) : null}
    </header>
  )
}
