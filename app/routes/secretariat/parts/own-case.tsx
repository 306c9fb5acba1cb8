import type { ReactNode } from "react"
import { Notice } from "#app/ui/index.ts"

/** Says why this member of the secretariat does not decide here: he has a part in the case. */
export function OwnCase({ children }: { children: ReactNode }) {
  return <Notice kind="warning">{children}</Notice>
}
