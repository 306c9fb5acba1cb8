import { type DatasetKey, datasetFile, datasets } from "#app/domain/publishing/datasets.ts"
import { localeOf } from "#app/http/locale.ts"
import { withQuery } from "#app/http/query.ts"
import { translator } from "#app/i18n/messages.ts"
import { localPath, useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { Anchor } from "#app/ui/index.ts"

/** A list as files, with the filters that are set on its page (under the page's names, without the cursor). */
export function Downloads({
  list,
  filters = {},
}: {
  list: DatasetKey
  filters?: Readonly<Record<string, string | number | null>>
}) {
  const t = useT()
  const to = useLocalPath()
  return (
    <nav className="downloads" aria-label={t("data.downloadLabel")}>
      <span>{t("data.download")}</span>
      <ul>
        {datasets[list].formats.map((format) => (
          <li key={format}>
            <Anchor
              href={withQuery(to(datasetFile(list, format)), format === "ics" && list !== "needs" ? {} : filters)}
            >
              {t(`data.format.${format}`)}
            </Anchor>
          </li>
        ))}
        <li>
          <Anchor href={to(paths.openData())}>{t("data.title")}</Anchor>
        </li>
      </ul>
    </nav>
  )
}

/** The descriptor with which a list's page names its feed to readers of news. */
export function feedLink(list: DatasetKey, pathname: string) {
  const locale = localeOf(pathname)
  const t = translator(locale)
  return {
    tagName: "link",
    rel: "alternate",
    type: "application/atom+xml",
    title: t("data.feed", { title: t(`data.set.${list}.title`) }),
    href: localPath(locale, datasetFile(list, "atom")),
  }
}

type Located = { readonly location: { readonly pathname: string } }

/** `meta` of a list's page with its feed added. */
export const withFeed =
  <Given extends Located, Descriptor>(list: DatasetKey, meta: (given: Given) => Descriptor[]) =>
  (given: Given) => [...meta(given), feedLink(list, given.location.pathname)]
