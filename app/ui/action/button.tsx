import type { AnchorHTMLAttributes, ButtonHTMLAttributes, ReactNode } from "react"
import { classNames } from "../class-names.ts"
import { Icon } from "../icon/icon.tsx"
import type { IconName } from "../icon/paths.ts"

export type ButtonKind = "primary" | "quiet" | "plain" | "danger"

type Looks = {
  kind?: ButtonKind
  size?: "md" | "sm"
  icon?: IconName
  iconEnd?: IconName
  /** As wide as its place. */
  wide?: boolean
}

const looks = ({ kind = "primary", size = "md", wide }: Looks, className?: string): string =>
  classNames("button", `button--${kind}`, size === "sm" && "button--sm", wide && "button--wide", className)

function Face({ icon, iconEnd, children }: Looks & { children?: ReactNode }) {
  return (
    <>
      {icon ? <Icon name={icon} size="sm" /> : null}
      {children}
      {iconEnd ? <Icon name={iconEnd} size="sm" /> : null}
    </>
  )
}

/** Does something. Sends its form unless `type` says otherwise. */
export function Button({
  kind,
  size,
  icon,
  iconEnd,
  wide,
  className,
  children,
  type = "submit",
  ...rest
}: Looks & ButtonHTMLAttributes<HTMLButtonElement>) {
  return (
    <button {...rest} type={type} className={looks({ kind, size, wide }, className)}>
      <Face icon={icon} iconEnd={iconEnd}>
        {children}
      </Face>
    </button>
  )
}

/** Goes somewhere, and looks like the next thing to do. */
export function ButtonLink({
  kind,
  size,
  icon,
  iconEnd,
  wide,
  className,
  children,
  href,
  ...rest
}: Looks & AnchorHTMLAttributes<HTMLAnchorElement> & { href: string }) {
  return (
    <a {...rest} href={href} className={looks({ kind, size, wide }, className)}>
      <Face icon={icon} iconEnd={iconEnd}>
        {children}
      </Face>
    </a>
  )
}

/** A form of one button, for a transition that needs no further answers. */
export function PostButton({
  action,
  fields = {},
  kind = "quiet",
  size,
  icon,
  children,
  className,
}: {
  action: string
  fields?: Readonly<Record<string, string>>
  kind?: ButtonKind
  size?: "md" | "sm"
  icon?: IconName
  children: ReactNode
  className?: string
}) {
  return (
    <form method="post" action={action} className={className}>
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Button kind={kind} size={size} icon={icon}>
        {children}
      </Button>
    </form>
  )
}
