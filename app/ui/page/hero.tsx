import type { ReactNode } from "react"
import { Braid } from "../weave/braid.tsx"

/** The opening of an editorial page: its heading (`PageHeading display`) beside the braid, which runs off the page. */
export function Hero({ children }: { children: ReactNode }) {
  return (
    <div className="hero">
      <div className="hero__words">{children}</div>
      <div className="hero__art">
        <Braid />
      </div>
    </div>
  )
}
