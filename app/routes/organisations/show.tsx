import { useLoaderData } from "@remix-run/react"
import { listPublicAgreements } from "#app/domain/agreement/register.server.ts"
import { listPublicInitiatives } from "#app/domain/initiative/register.server.ts"
import { getPublicOrganisation } from "#app/domain/organisation/directory.server.ts"
import { unaskedDecisions } from "#app/domain/proposal/decisions.server.ts"
import { loaderFor } from "#app/http/handler.server.ts"
import { localeOf } from "#app/http/locale.ts"
import { type PageArgs, publicMeta } from "#app/http/meta.ts"
import { organisationNode } from "#app/http/structured-data/organisations.ts"
import { translator } from "#app/i18n/messages.ts"
import { useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { Breadcrumbs, Notice, Page, PageHeading, Section, Split, StrandBadge } from "#app/ui/index.ts"
import { Answers } from "../needs/parts/answers.tsx"
import { GovernmentAgreements } from "./parts/government-agreements.tsx"
import { opening } from "./parts/organisation-item.tsx"
import { PartnerInitiatives } from "./parts/partner-initiatives.tsx"
import { PublicFacts } from "./parts/public-facts.tsx"

const shown = 8

export const loader = loaderFor(
  "organisation.browse",
  async ({ ctx, params }) => {
    const organisation = await getPublicOrganisation(ctx, params.slug ?? "")
    const everything = { q: "", affair: null, strand: null, region: null, state: null, cursor: null }
    return {
      organisation,
      initiatives: await listPublicInitiatives(ctx, { ...everything, organisationId: organisation.id, limit: shown }),
      agreements: organisation.governsRegionCode
        ? await listPublicAgreements(ctx, {
            q: "",
            region: organisation.governsRegionCode,
            organisationId: organisation.id,
            status: "in_force",
            year: null,
            cursor: null,
            limit: shown,
          })
        : null,
      decisions: organisation.governsRegionCode ? await unaskedDecisions(ctx, organisation.id) : [],
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
  const { organisation, initiatives, agreements, decisions } = useLoaderData<typeof loader>()
  const t = useT()
  const to = useLocalPath()
  const { name, strand, description, governsRegionCode, demo } = organisation
  return (
    <Page width="wide">
      <Breadcrumbs
        items={[{ href: to(paths.organisations()), label: t("organisation.list.title") }, { label: name }]}
      />
      <PageHeading title={<span lang="id">{name}</span>} meta={<StrandBadge strand={strand} />} />
      {demo ? <Notice>{t("organisation.show.demoNotice")}</Notice> : null}
      <Split aside={<PublicFacts organisation={organisation} />} asideLabel={t("organisation.show.facts")}>
        <Section title={t("organisation.show.about")} id="tentang">
          <p className="max-w-measure whitespace-pre-line" lang="id">
            {description}
          </p>
        </Section>
        <PartnerInitiatives initiatives={initiatives} name={name} />
        {agreements && governsRegionCode ? (
          <GovernmentAgreements region={governsRegionCode} agreements={agreements} />
        ) : null}
        {decisions.length > 0 ? (
          <Section title={t("proposal.decisions")} lede={t("proposal.decisionsLede")} id="usulan" ruled>
            <Answers answers={decisions} />
          </Section>
        ) : null}
      </Split>
    </Page>
  )
}
