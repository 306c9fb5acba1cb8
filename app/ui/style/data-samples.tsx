import { formatDate } from "#app/i18n/format.ts"
import { useLocale, useT } from "#app/i18n/react.tsx"
import { Anchor } from "../action/anchor.tsx"
import { ButtonLink } from "../action/button.tsx"
import { Badge, type State, StateBadge, StrandBadge } from "../data/badge.tsx"
import { CodeText } from "../data/code-text.tsx"
import { DefinitionList, Tally } from "../data/definition-list.tsx"
import { FilterBar, Pagination } from "../data/listing.tsx"
import { InboxItem, RecordItem, RecordList } from "../data/record-list.tsx"
import { RecordTable } from "../data/record-table.tsx"
import { Select } from "../form/select.tsx"
import { TextInput } from "../form/text-input.tsx"
import { Section, TabLinks } from "../page/headings.tsx"
import { Cluster } from "../page/layout.tsx"

const states = [
  "draft",
  "waiting",
  "progress",
  "positive",
  "warning",
  "refused",
  "ended",
] as const satisfies readonly State[]
const HASH = "4e9a0c1f7b6d5e3a2c1b0f9e8d7c6b5a49382716050f4e3d2c1b0a9f8e7d6c5b"

export function LabelSamples() {
  const t = useT()
  return (
    <Section id="label" sideHead title={t("ui.style.labels.title")} lede={t("ui.style.labels.lede")}>
      <Cluster>
        {states.map((state) => (
          <StateBadge key={state} state={state}>
            {t(`ui.style.labels.${state}`)}
          </StateBadge>
        ))}
        <Badge>{t("ui.style.labels.neutral")}</Badge>
        <Badge tone="accent" icon="shield">
          {t("ui.style.labels.neutral")}
        </Badge>
      </Cluster>
    </Section>
  )
}

export function DataSamples() {
  const t = useT()
  const locale = useLocale()
  const day = (value: string) => formatDate(locale, value)
  const rows = [
    {
      id: "1",
      title: t("ui.style.data.one"),
      partner: "Kota Magelang",
      state: "waiting",
      version: 7,
      changed: "2021-11-24",
    },
    {
      id: "2",
      title: t("ui.style.data.two"),
      partner: "Kabupaten Bandung",
      state: "draft",
      version: 12,
      changed: "2021-11-21",
    },
    {
      id: "3",
      title: t("ui.style.data.three"),
      partner: "Kota Surakarta",
      state: "positive",
      version: 9,
      changed: "2021-11-03",
    },
  ] as const
  return (
    <Section id="data" sideHead title={t("ui.style.data.title")} lede={t("ui.style.data.lede")}>
      <TabLinks
        label={t("ui.style.data.state")}
        items={[
          { href: "#data", label: t("ui.style.data.every"), count: 3, current: true },
          { href: "#data", label: t("ui.style.data.waiting"), count: 1 },
          { href: "#data", label: t("ui.style.data.inForce"), count: 1 },
        ]}
      />
      <FilterBar
        action="#data"
        count={t("ui.style.data.count")}
        resetHref="#data"
        links={
          <>
            <Anchor href="#data">CSV</Anchor>
            <Anchor href="#data">JSON</Anchor>
          </>
        }
        folded={
          <Select
            name="contoh-tahap"
            label={t("ui.style.data.state")}
            defaultValue="waiting"
            options={[
              { value: "", label: t("ui.style.data.all") },
              { value: "waiting", label: t("ui.style.labels.waiting") },
            ]}
          />
        }
        foldedCount={1}
        active={[
          { name: "contoh-kata", label: t("ui.words"), value: "“talenta”", href: "#data" },
          {
            name: "contoh-tahap",
            label: t("ui.style.data.state"),
            value: t("ui.style.labels.waiting"),
            href: "#data",
          },
        ]}
      >
        <TextInput name="contoh-kata" type="search" label={t("ui.style.data.keyword")} defaultValue="talenta" />
      </FilterBar>
      <RecordTable
        caption={t("ui.style.data.caption")}
        rows={rows}
        rowKey={(row) => row.id}
        columns={[
          {
            key: "title",
            header: t("ui.style.data.subject"),
            rowHeader: true,
            cell: (row) => <a href="#data">{row.title}</a>,
          },
          { key: "partner", header: t("ui.style.data.partner"), cell: (row) => row.partner },
          {
            key: "state",
            header: t("ui.style.data.state"),
            cell: (row) => <StateBadge state={row.state}>{t(`ui.style.labels.${row.state}`)}</StateBadge>,
          },
          {
            key: "version",
            header: t("ui.style.data.version"),
            label: t("ui.style.data.version"),
            numeric: true,
            cell: (row) => row.version,
            sort: { href: "#data", direction: "desc" },
          },
          { key: "changed", header: t("ui.style.data.changed"), cell: (row) => day(row.changed) },
        ]}
      />
      <Pagination previous="#data" next="#data" summary="1–3" />
      <RecordList>
        <RecordItem
          href="#data"
          title={t("ui.style.data.one")}
          badge={<StrandBadge strand="G" />}
          meta={<span>{day("2021-12-08")}</span>}
          aside={<CodeText>KB-7F3M-92QK</CodeText>}
        />
        <InboxItem
          href="#data"
          title={t("ui.style.data.inboxTitle")}
          reason={t("ui.style.data.inboxReason")}
          since={day("2021-11-19")}
          due={day("2021-11-22")}
          overdue
          for={t("ui.style.data.secretariat")}
          action={
            <ButtonLink href="#data" kind="quiet" size="sm">
              {t("ui.style.data.review")}
            </ButtonLink>
          }
        />
      </RecordList>
      <Tally
        items={[
          { value: "38", label: t("ui.style.data.provinces") },
          { value: "514", label: t("ui.style.data.cities") },
          { value: "27", label: t("ui.style.data.agreements"), href: "#data", note: day("2021-12-08") },
        ]}
      />
      <DefinitionList
        items={[
          { term: t("ui.style.data.document"), value: t("ui.style.data.one") },
          { term: t("ui.style.data.fingerprint"), value: <CodeText>{HASH}</CodeText> },
        ]}
      />
    </Section>
  )
}
