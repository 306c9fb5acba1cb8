import type { AnchorHTMLAttributes } from "react"
import { useT } from "#app/i18n/react.tsx"
import { classNames } from "../class-names.ts"
import { Icon } from "../icon/icon.tsx"

/** A link in text. `external` says so to everybody; `quiet` takes the colour of its surroundings. */
export function Anchor({
  href,
  external = false,
  quiet = false,
  className,
  children,
  ...rest
}: AnchorHTMLAttributes<HTMLAnchorElement> & { href: string; external?: boolean; quiet?: boolean }) {
  const t = useT()
  return (
    <a
      {...rest}
      {...(external ? { rel: "noopener external" } : {})}
      href={href}
      className={classNames("anchor", quiet && "anchor--quiet", className)}
    >
      {children}
      {external ? (
        <>
          <Icon name="external" size="sm" className="anchor__sign" />
          <span className="visually-hidden"> ({t("ui.openInNewTab")})</span>
        </>
      ) : null}
    </a>
  )
}
