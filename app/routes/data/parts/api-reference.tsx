import { useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { Anchor, Badge, CodeText, Disclosure, RecordTable, Section, Stack } from "#app/ui/index.ts"
import type { FieldRow, Reference, ReferenceOperation } from "./reference.server.ts"

/** The API for people who read: every operation and every schema as tables, without script. */
export function ApiReference({ reference }: { reference: Reference }) {
  const t = useT()
  return (
    <Section
      title={t("data.reference")}
      lede={t("data.referenceLede")}
      id="api"
      ruled
      actions={<Anchor href={paths.apiDocument()}>{t("data.document")}</Anchor>}
    >
      <Stack>
        {reference.operations.map((operation) => (
          <Operation key={operation.id} operation={operation} />
        ))}
      </Stack>
      <Section level={3} title={t("data.schemas")} id="skema">
        <Stack>
          {reference.schemas.map(({ name, rows }) => (
            <div key={name} id={`skema-${name}`}>
              <Disclosure summary={<CodeText>{name}</CodeText>}>
                <Fields caption={name} rows={rows} />
              </Disclosure>
            </div>
          ))}
        </Stack>
      </Section>
    </Section>
  )
}

function Operation({ operation }: { operation: ReferenceOperation }) {
  const t = useT()
  const { method, path, summary, description, token, parameters, body, answers } = operation
  return (
    <Disclosure
      summary={
        <span className="operation">
          <CodeText>{`${method} ${path}`}</CodeText> <span lang="en">{summary}</span>
        </span>
      }
    >
      <Stack>
        {token ? <Badge>{t("data.token")}</Badge> : null}
        {description ? (
          <p lang="en">
            <Explained text={description} />
          </p>
        ) : null}
        {parameters.length > 0 ? <Fields caption={t("data.parameters")} rows={parameters} /> : null}
        {body ? (
          <p>
            {t("data.body")}: <CodeText>{body.type}</CodeText> <SchemaLink name={body.schema} />
          </p>
        ) : null}
        {body && body.rows.length > 0 ? <Fields caption={t("data.body")} rows={body.rows} /> : null}
        <RecordTable
          caption={t("data.answers")}
          dense
          rows={answers}
          rowKey={({ status }) => status}
          columns={[
            { key: "status", header: t("data.status"), rowHeader: true, cell: ({ status }) => status },
            {
              key: "about",
              header: t("data.meaning"),
              cell: ({ about, schema }) => (
                <span lang="en">
                  <Explained text={about} /> <SchemaLink name={schema} />
                </span>
              ),
            },
          ]}
        />
      </Stack>
    </Disclosure>
  )
}

/** English words of the document, in which code stands between backticks. */
const Explained = ({ text }: { text: string }) => (
  <>
    {text.split("`").map((part, index) =>
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text never change places
      index % 2 === 1 ? <CodeText key={index}>{part}</CodeText> : part,
    )}
  </>
)

const SchemaLink = ({ name }: { name: string | null }) =>
  name ? (
    <Anchor href={`#skema-${name}`}>
      <CodeText>{name}</CodeText>
    </Anchor>
  ) : null

function Fields({ caption, rows }: { caption: string; rows: readonly FieldRow[] }) {
  const t = useT()
  const placed = rows.some(({ place }) => place !== undefined)
  return (
    <RecordTable
      caption={caption}
      dense
      rows={rows}
      rowKey={({ name }) => name}
      columns={[
        {
          key: "name",
          header: t(placed ? "data.parameter" : "data.field"),
          rowHeader: true,
          cell: ({ name }) => <CodeText>{name}</CodeText>,
        },
        ...(placed ? [{ key: "place", header: t("data.place"), cell: ({ place }: FieldRow) => place }] : []),
        {
          key: "kind",
          header: t("data.kind"),
          cell: ({ kind, required }) => (
            <>
              <CodeText>{kind}</CodeText>
              {required || placed ? null : <> ({t("data.optional")})</>}
            </>
          ),
        },
        {
          key: "about",
          header: t("data.about"),
          cell: ({ about }) => (
            <span lang="en">
              <Explained text={about} />
            </span>
          ),
        },
      ]}
    />
  )
}
