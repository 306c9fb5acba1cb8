import { type DatasetKey, datasetFile, datasetKeys, datasets } from "#app/domain/publishing/datasets.ts"
import { useLocalPath, useT } from "#app/i18n/react.tsx"
import { Anchor, CodeText, RecordTable } from "#app/ui/index.ts"

/** What there is, and in which forms. */
export function DatasetTable() {
  const t = useT()
  const to = useLocalPath()
  const title = (key: DatasetKey) => t(`data.set.${key}.title`)
  return (
    <RecordTable
      caption={t("data.sets")}
      captionHidden
      rows={datasetKeys}
      rowKey={(key) => key}
      columns={[
        {
          key: "name",
          header: t("data.name"),
          rowHeader: true,
          cell: (key) => <Anchor href={to(datasets[key].listPath)}>{title(key)}</Anchor>,
        },
        { key: "what", header: t("data.what"), cell: (key) => t(`data.set.${key}.what`) },
        {
          key: "files",
          header: t("data.files"),
          cell: (key) => (
            <ul className="downloads__list">
              {datasets[key].formats.map((format) => (
                <li key={format}>
                  <Anchor
                    href={to(datasetFile(key, format))}
                    aria-label={`${title(key)}, ${t(`data.format.${format}`)}`}
                  >
                    {t(`data.format.${format}`)}
                  </Anchor>
                </li>
              ))}
            </ul>
          ),
        },
        {
          key: "api",
          header: t("data.api"),
          nowrap: true,
          cell: (key) => (
            <Anchor href={datasets[key].apiPath}>
              <CodeText>{datasets[key].apiPath}</CodeText>
            </Anchor>
          ),
        },
      ]}
    />
  )
}
