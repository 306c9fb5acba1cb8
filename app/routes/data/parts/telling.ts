import type { AgreementRecord } from "#app/domain/publishing/resources/agreements.server.ts"
import type { InitiativeRecord } from "#app/domain/publishing/resources/initiatives.server.ts"
import type { NeedRecord } from "#app/domain/publishing/resources/needs.server.ts"
import type { OrganisationRecord } from "#app/domain/publishing/resources/organisations.server.ts"
import type { ProgrammeRecord } from "#app/domain/publishing/resources/programmes.server.ts"
import type { RegionRecord } from "#app/domain/publishing/resources/regions.server.ts"
import { formatDate } from "#app/i18n/format.ts"
import type { Tell } from "./list-file.server.ts"

/* What a feed says of each kind of record, in the reader's language; what people wrote stays as they wrote it. */

const sentence = (...parts: readonly (string | null)[]): string => parts.filter(Boolean).join(" · ")

export const tellAgreement: Tell<AgreementRecord> = (record, t, locale) => ({
  key: record.code,
  title: record.title,
  summary: sentence(
    record.parties.map(({ region }) => region.name).join(", "),
    t(`agreement.status.${record.state}`),
    record.signedOn && t("data.told.signed", { place: record.place, date: formatDate(locale, record.signedOn) }),
    record.period.until && t("data.told.until", { date: formatDate(locale, record.period.until) }),
  ),
  published: record.inForceAt,
  categories: [record.state],
})

export const tellInitiative: Tell<InitiativeRecord> = (record, t) => ({
  key: record.slug,
  title: record.title,
  summary: sentence(record.summary, record.lead.name, record.region.name, t(`initiative.status.${record.state}`)),
  published: record.publishedAt,
  categories: [record.affair, record.state],
})

export const tellNeed: Tell<NeedRecord> = (record, t, locale) => ({
  key: record.slug,
  title: record.title,
  summary: sentence(
    record.organisation.name,
    `${record.place}, ${record.region.name}`,
    t(`proposal.affair.${record.affair}`),
    t("data.told.until", { date: formatDate(locale, record.period.until) }),
  ),
  published: record.publishedAt,
  categories: [record.affair, ...record.kinds],
})

export const tellOrganisation: Tell<OrganisationRecord> = (record, t) => ({
  key: record.slug,
  title: record.name,
  summary: sentence(t(`common.strand.${record.strand}`), record.region.name, record.description),
  published: record.verifiedAt,
  categories: [record.strand],
})

export const tellProgramme: Tell<ProgrammeRecord> = (record, t) => ({
  key: record.slug,
  title: record.title,
  summary: sentence(
    record.summary,
    t("programme.between", { host: record.host.name, sender: record.sender.name }),
    t(`programme.status.${record.state}`),
  ),
  published: record.publishedAt,
  categories: [record.state],
})

export const tellRegion: Tell<RegionRecord> = (record, t) => ({
  key: record.code,
  title: record.name,
  summary: sentence(record.code, t(`region.kind.${record.kind}`), record.decree),
  categories: [record.kind],
})
