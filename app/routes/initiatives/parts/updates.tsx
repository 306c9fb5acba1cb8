import type { ReactNode } from "react"
import { formatDate } from "#app/i18n/format.ts"
import { useLocale, useLocalPath, useT, useTimeZone } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { Anchor, Prose, StrandBadge } from "#app/ui/index.ts"
import type { UpdateView } from "./detail-view.server.ts"

/** The updates newest first, with their pictures. `actions` draws what may be done with one. */
export function Updates<U extends UpdateView>({
  updates,
  actions,
}: {
  updates: readonly U[]
  actions?: (update: U) => ReactNode
}) {
  const t = useT()
  const to = useLocalPath()
  const locale = useLocale()
  const timeZone = useTimeZone()
  return (
    <div className="updates">
      {updates.map((update) => {
        const { id, title, html, publishedAt, organisationName, organisationSlug, strand, picture } = update
        return (
          <article key={id} className="update" id={`kabar-${id}`}>
            <h3 className="update__title" lang="id">
              {title}
            </h3>
            <p className="update__facts">
              <time dateTime={publishedAt}>{formatDate(locale, publishedAt, { timeZone })}</time>
              <span className="flex items-center gap-2">
                <StrandBadge strand={strand} letterOnly />
                <Anchor href={to(paths.organisation(organisationSlug))} quiet>
                  <span lang="id">{organisationName}</span>
                </Anchor>
              </span>
            </p>
            {picture ? (
              <img
                className="update__picture"
                src={paths.initiativePicture(picture.sha256)}
                width={picture.width}
                height={picture.height}
                alt={picture.alt}
                loading="lazy"
                decoding="async"
                lang="id"
              />
            ) : null}
            <div lang="id">
              <Prose html={html} />
            </div>
            {actions ? <p>{actions(update)}</p> : null}
          </article>
        )
      })}
      {updates.length === 0 ? <p className="text-ink-soft">{t("initiative.update.empty")}</p> : null}
    </div>
  )
}
