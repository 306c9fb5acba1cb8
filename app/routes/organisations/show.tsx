import { useLoaderData } from "@remix-run/react"
import { listPublicAgreements } from "#app/domain/agreement/register.server.ts"
import { listPublicInitiatives } from "#app/domain/initiative/register.server.ts"
import { endOfOfficialDay, officialDay } from "#app/domain/kernel/clock.ts"
import { achievements } from "#app/domain/network/achievements.server.ts"
import { regionsWorkedWith } from "#app/domain/network/ties.server.ts"
import { getPublicOrganisation } from "#app/domain/organisation/directory.server.ts"
import { unaskedDecisions } from "#app/domain/proposal/decisions.server.ts"
import { needsTakingProposals } from "#app/domain/proposal/need-register.server.ts"
import { cacheHint } from "#app/http/cache-hint.server.ts"
import { loaderFor } from "#app/http/handler.server.ts"
import { localeOf } from "#app/http/locale.ts"
import { type PageArgs, publicMeta } from "#app/http/meta.ts"
import { organisationNode } from "#app/http/structured-data/organisations.ts"
import { translator } from "#app/i18n/messages.ts"
import { useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { Breadcrumbs, EmptyState, Notice, Page, PageHeading, Section, Split, StrandBadge } from "#app/ui/index.ts"
import { Answers } from "../needs/parts/answers.tsx"
import { Achievements } from "../parts/achievements.tsx"
import { GovernmentAgreements } from "./parts/government-agreements.tsx"
import { opening } from "./parts/organisation-item.tsx"
import { PartnerFigures } from "./parts/partner-figures.tsx"
import { PartnerInitiatives } from "./parts/partner-initiatives.tsx"
import { PartnerNeeds } from "./parts/partner-needs.tsx"
import { PublicFacts } from "./parts/public-facts.tsx"
import { RegionsWorkedWith } from "./parts/worked-with.tsx"

/** Entries of each list; the rest is behind its link. */
const shown = 8
const few = 4

export const loader = loaderFor(
  "organisation.browse",
  async ({ ctx, params, context }) => {
    const organisation = await getPublicOrganisation(ctx, params.slug ?? "")
    const everything = { q: "", affair: null, strand: null, region: null, state: null, cursor: null }
    const { id: organisationId, governsRegionCode } = organisation
    // Needs close with the day.
    if (governsRegionCode) cacheHint(ctx, context, { until: endOfOfficialDay(officialDay(ctx.now)) })
    return {
      organisation,
      regions: await regionsWorkedWith(ctx, organisationId),
      came: await achievements(ctx, few, { organisationId }),
      needs: governsRegionCode ? await needsTakingProposals(ctx, { organisationId }, few) : [],
      initiatives: await listPublicInitiatives(ctx, { ...everything, organisationId, limit: few }),
      agreements: governsRegionCode
        ? await listPublicAgreements(ctx, {
            q: "",
            region: governsRegionCode,
            organisationId,
            status: "in_force",
            year: null,
            cursor: null,
            limit: shown,
          })
        : null,
      decisions: governsRegionCode ? await unaskedDecisions(ctx, organisationId) : [],
    }
  },
  { public: true },
)

type Data = Awaited<ReturnType<typeof loader>>

export const meta = ({ data, ...args }: { data: Data | undefined } & PageArgs) => {
  if (!data) return []
  const { organisation } = data
  const { slug, name, description, regionName: region } = organisation
  const t = translator(localeOf(args.location.pathname))
  return publicMeta(args, {
    ...{ path: paths.organisation(slug), title: name, type: "profile", card: ["mitra", slug] },
    description: opening(description) || t("meta.organisation", { name, region }),
    trail: [{ title: t("organisation.list.title"), path: paths.organisations() }],
    about: (site) => [organisationNode(site, organisation)],
  })
}

export default function Organisation() {
  const { organisation, regions, initiatives, came, agreements, needs, decisions } = useLoaderData<typeof loader>()
  const t = useT()
  const to = useLocalPath()
  const { name, strand, description, governsRegionCode, demo } = organisation
  const quiet =
    regions.others.length + initiatives.count + (agreements?.count ?? 0) + needs.length + decisions.length === 0
  return (
    <Page width="wide">
      <Breadcrumbs
        items={[{ href: to(paths.organisations()), label: t("organisation.list.title") }, { label: name }]}
      />
      <PageHeading title={<span lang="id">{name}</span>} meta={<StrandBadge strand={strand} />} />
      {demo ? <Notice>{t("organisation.show.demoNotice")}</Notice> : null}
      {quiet ? null : (
        <PartnerFigures
          regions={regions}
          initiatives={initiatives.count}
          agreements={agreements ? agreements.count : null}
        />
      )}
      <Split aside={<PublicFacts organisation={organisation} />} asideLabel={t("organisation.show.facts")}>
        <Section title={t("organisation.show.about")} id="tentang">
          <p className="max-w-measure whitespace-pre-line" lang="id">
            {description}
          </p>
        </Section>
        {quiet ? (
          <EmptyState art="people" title={t("organisation.show.quiet")}>
            {t("organisation.show.quietBody")}
          </EmptyState>
        ) : null}
        <RegionsWorkedWith ties={regions} />
        <PartnerInitiatives initiatives={initiatives} name={name} />
        <Achievements entries={came} />
        {agreements && governsRegionCode ? (
          <GovernmentAgreements region={governsRegionCode} agreements={agreements} />
        ) : null}
        {governsRegionCode ? <PartnerNeeds region={governsRegionCode} needs={needs} /> : null}
        {decisions.length > 0 ? (
          <Section title={t("proposal.decisions")} lede={t("proposal.decisionsLede")} id="usulan" ruled>
            <Answers answers={decisions} />
          </Section>
        ) : null}
      </Split>
    </Page>
  )
}
