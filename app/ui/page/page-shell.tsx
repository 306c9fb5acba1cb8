import type { ReactNode } from "react"
import { useT } from "#app/i18n/react.tsx"

/** The first stop of the keyboard: jumps over header and navigation. */
export function SkipLink({ target = "isi" }: { target?: string }) {
  const t = useT()
  return (
    <a className="skip-link" href={`#${target}`}>
      {t("ui.skip")}
    </a>
  )
}

/** The frame of every page: skip link, header, one main, footer. */
export function PageShell({ header, footer, children }: { header: ReactNode; footer: ReactNode; children: ReactNode }) {
  return (
    <div className="shell">
      <SkipLink />
      {header}
      <main id="isi" tabIndex={-1} className="shell__main">
        {children}
      </main>
      {footer}
    </div>
  )
}
