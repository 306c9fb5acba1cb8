import type { ReactNode } from "react"

/** One link of a navigation, a footer column or a row of tabs. */
export type LinkItem = {
  readonly href: string
  readonly label: ReactNode
  /** The page (or the part of the site) that the reader is on. */
  readonly current?: boolean
  readonly count?: number | string
}
