import type { ReactNode } from "react"
import { useT } from "#app/i18n/react.tsx"
import { Mark } from "../weave/mark.tsx"
import { PlaitBand } from "../weave/plait-band.tsx"
import type { LinkItem } from "./link-item.ts"

/** The foot of every page: the plaited edge, what the portal is, where else to go. */
export function SiteFooter({
  brandHref,
  statement,
  groups,
  closing,
  demo,
}: {
  brandHref: string
  statement: ReactNode
  groups: readonly { readonly title: ReactNode; readonly links: readonly LinkItem[] }[]
  closing?: ReactNode
  demo?: ReactNode
}) {
  const t = useT()
  return (
    <footer className="footer">
      <PlaitBand height={36} />
      <div className="footer__ground">
        <div className="footer__body">
          <div className="footer__statement">
            <a href={brandHref} className="footer__brand">
              <Mark size={34} mono />
              <span>Simpul</span>
              <span className="visually-hidden">, {t("ui.home")}</span>
            </a>
            <p>{statement}</p>
          </div>
          <nav className="footer__groups" aria-label={t("ui.footerNavigation")}>
            {groups.map((group, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the groups never change their order
              <div key={index}>
                <h2 className="footer__title">{group.title}</h2>
                <ul>
                  {group.links.map((link) => (
                    <li key={link.href}>
                      <a href={link.href}>{link.label}</a>
                    </li>
                  ))}
                </ul>
              </div>
            ))}
          </nav>
        </div>
        {closing || demo ? (
          <div className="footer__closing">
            {demo ? <p>{demo}</p> : null}
            {closing ? <p>{closing}</p> : null}
          </div>
        ) : null}
      </div>
    </footer>
  )
}
