import { useLoaderData } from "@remix-run/react"
import { dataLimits, datasetFile, datasetKeys, datasets } from "#app/domain/publishing/datasets.ts"
import { readLicence } from "#app/domain/publishing/licence.server.ts"
import { openApiDocument } from "#app/domain/publishing/openapi/document.server.ts"
import { columnNames } from "#app/domain/publishing/resources.server.ts"
import { loaderFor } from "#app/http/handler.server.ts"
import { localeOf } from "#app/http/locale.ts"
import { type PageArgs, type PublicPage, publicMeta } from "#app/http/meta.ts"
import { datasetNode } from "#app/http/structured-data/dataset.ts"
import { formatNumber } from "#app/i18n/format.ts"
import { translator } from "#app/i18n/messages.ts"
import { useLocale, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { Anchor, DefinitionList, Page, PageHeading, Section } from "#app/ui/index.ts"
import { ApiReference } from "./parts/api-reference.tsx"
import { DatasetTable } from "./parts/dataset-table.tsx"
import { feedLink } from "./parts/downloads.tsx"
import { referenceOf } from "./parts/reference.server.ts"

export const loader = loaderFor(
  "page.read",
  async ({ ctx }) => {
    const { appUrl } = ctx.settings
    const licence = await readLicence(ctx)
    return { appUrl, licence, columns: columnNames, reference: referenceOf(openApiDocument(appUrl, licence)) }
  },
  { public: true },
)

const mediaTypes = {
  ...{ csv: "text/csv", json: "application/json", atom: "application/atom+xml", ics: "text/calendar" },
} as const

export const meta = ({ data, ...given }: PageArgs & { data: Awaited<ReturnType<typeof loader>> | undefined }) => {
  const t = translator(localeOf(given.location.pathname))
  if (!data) return []
  const page: PublicPage = {
    ...{ path: paths.openData(), title: t("data.title"), description: t("data.description") },
    about: (site) =>
      datasetKeys.map((key) =>
        datasetNode(site, {
          ...{ path: paths.openData(), name: t(`data.set.${key}.title`), description: t(`data.set.${key}.what`) },
          ...{ licence: data.licence.url, changedAt: null, columns: data.columns[key] },
          files: datasets[key].formats.map((format) => ({
            ...{ path: datasetFile(key, format), mediaType: mediaTypes[format] },
          })),
        }),
      ),
  }
  return [...publicMeta(given, page), ...datasetKeys.map((key) => feedLink(key, given.location.pathname))]
}

export default function OpenData() {
  const { appUrl, licence, reference } = useLoaderData<typeof loader>()
  const t = useT()
  const citation = {
    ...{ set: `[${t("data.citationSet")}]`, date: `[${t("data.citationDate")}]` },
    ...{ address: `${appUrl}/data`, licence: licence.name },
  }
  const { most, feed } = dataLimits
  const file = formatNumber(useLocale(), dataLimits.file)
  return (
    <Page>
      <PageHeading title={t("data.title")} lede={t("data.lede")} />
      <Section title={t("data.sets")} lede={t("data.setsLede")} id="kumpulan">
        <DatasetTable />
      </Section>
      <Section title={t("data.terms")} id="ketentuan" ruled>
        <DefinitionList
          items={[
            { term: t("data.licence"), value: <Anchor href={licence.url}>{licence.name}</Anchor> },
            {
              term: t("data.licenceSource"),
              value: licence.source ? <span lang="id">{licence.source}</span> : t("data.licenceShipped"),
            },
            { term: t("data.cite"), value: t("data.citation", citation) },
            { term: t("data.rhythm"), value: t("data.rhythmBody") },
            { term: t("data.limits"), value: t("data.limitsBody", { most, file, feed }) },
            { term: t("data.personal"), value: t("data.personalBody") },
            { term: t("data.spreadsheet"), value: t("data.spreadsheetBody") },
          ]}
        />
      </Section>
      <Section title={t("data.example")} lede={t("data.exampleLede")} id="contoh" ruled>
        <div className="prose">
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reachable by keyboard */}
          <pre tabIndex={0} translate="no">
            <code>{`curl '${appUrl}/api/v1/agreements?region=33&limit=2'\ncurl -O '${appUrl}/kesepakatan.csv?region=33'`}</code>
          </pre>
        </div>
      </Section>
      <ApiReference reference={reference} />
    </Page>
  )
}
