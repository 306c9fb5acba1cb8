import type { ReactNode } from "react"
import { classNames } from "../class-names.ts"

type Gap = "xs" | "sm" | "md" | "lg" | "xl"

/** The container of a page's content, with the page's vertical rhythm between its children. */
export function Page({
  width = "normal",
  children,
  className,
}: {
  width?: "text" | "normal" | "wide"
  children: ReactNode
  className?: string
}) {
  return <div className={classNames("page", `page--${width}`, className)}>{children}</div>
}

/** Children below each other. */
export function Stack({
  gap = "md",
  children,
  as: Tag = "div",
  className,
}: {
  gap?: Gap
  children: ReactNode
  as?: "div" | "ul" | "ol" | "section"
  className?: string
}) {
  return <Tag className={classNames("stack", `gap-${gap}`, className)}>{children}</Tag>
}

/** Children in a row that wraps. */
export function Cluster({
  gap = "sm",
  align = "start",
  children,
  className,
}: {
  gap?: Gap
  align?: "start" | "between" | "end"
  children: ReactNode
  className?: string
}) {
  return <div className={classNames("cluster", `gap-${gap}`, `cluster--${align}`, className)}>{children}</div>
}

/** Equal columns that become fewer as the place gets narrow. */
export function Grid({
  columns = 3,
  children,
  className,
}: {
  columns?: 2 | 3 | 4
  children: ReactNode
  className?: string
}) {
  return <div className={classNames("grid-fit", `grid-fit--${columns}`, className)}>{children}</div>
}

/** Main matter with a narrower column beside it (below it on small screens, or above with `asideFirst`). */
export function Split({
  aside,
  children,
  asideFirst = false,
  asideLabel,
  className,
}: {
  aside: ReactNode
  children: ReactNode
  asideFirst?: boolean
  asideLabel?: string
  className?: string
}) {
  return (
    <div className={classNames("split", asideFirst && "split--aside-first", className)}>
      <div className="split__main">{children}</div>
      <aside className="split__aside" aria-label={asideLabel}>
        {aside}
      </aside>
    </div>
  )
}

/** A sheet of paper on the desk: white ground, hairline edge. */
export function Sheet({
  children,
  padded = true,
  as: Tag = "div",
  className,
}: {
  children: ReactNode
  padded?: boolean
  as?: "div" | "section" | "article" | "li"
  className?: string
}) {
  return <Tag className={classNames("sheet", padded && "sheet--padded", className)}>{children}</Tag>
}

/** Running text. Give `html` only what has been sanitised on the server. */
export function Prose({ children, html, className }: { children?: ReactNode; html?: string; className?: string }) {
  if (html !== undefined)
    // biome-ignore lint/security/noDangerouslySetInnerHtml: rendered from an allow-list by the caller
    return <div className={classNames("prose", className)} dangerouslySetInnerHTML={{ __html: html }} />
  return <div className={classNames("prose", className)}>{children}</div>
}
