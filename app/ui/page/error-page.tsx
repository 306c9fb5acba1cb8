import type { ReactNode } from "react"
import { useT } from "#app/i18n/react.tsx"
import { CodeText } from "../data/code-text.tsx"
import { WeaveArt } from "../weave/weave-art.tsx"

export type ErrorStatus = 403 | 404 | 409 | 413 | 422 | 429 | 500

/** What happened, in words, and what can be done next. Draws the page's h1. */
export function ErrorPage({
  status,
  title,
  body,
  detail,
  actions,
  reference,
  retryAfter,
}: {
  status: ErrorStatus
  title?: ReactNode
  body?: ReactNode
  detail?: ReactNode
  actions?: ReactNode
  /** The request id that the operator finds in the log. */
  reference?: string
  retryAfter?: ReactNode
}) {
  const t = useT()
  return (
    <div className="page page--normal error-page">
      <div className="error-page__art">
        <WeaveArt kind={`error-${status}`} />
      </div>
      <div className="error-page__words">
        <p className="error-page__status tabular">{t("ui.error.status", { status })}</p>
        <h1 className="error-page__title">{title ?? t(`ui.error.e${status}.title`)}</h1>
        <p className="error-page__body">{body ?? t(`ui.error.e${status}.body`)}</p>
        {detail}
        {retryAfter ? (
          <p>
            {t("ui.error.retryAfter")} <strong>{retryAfter}</strong>
          </p>
        ) : null}
        {actions ? <div className="error-page__actions">{actions}</div> : null}
        {reference ? (
          <p className="error-page__reference">
            {t("ui.error.reference")} <CodeText>{reference}</CodeText>
          </p>
        ) : null}
      </div>
    </div>
  )
}
