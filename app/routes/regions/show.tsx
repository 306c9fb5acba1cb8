import { useLoaderData } from "@remix-run/react"
import { listPublicAgreements } from "#app/domain/agreement/register.server.ts"
import { listPublicInitiatives } from "#app/domain/initiative/register.server.ts"
import { endOfOfficialDay, officialDay } from "#app/domain/kernel/clock.ts"
import { achievements } from "#app/domain/network/achievements.server.ts"
import { activityIn } from "#app/domain/network/activity.server.ts"
import { counterpartsOf } from "#app/domain/network/ties.server.ts"
import { isGoverned, listPublicOrganisations } from "#app/domain/organisation/directory.server.ts"
import { listPublicProgrammes } from "#app/domain/programme/register.server.ts"
import { needsTakingProposals } from "#app/domain/proposal/need-register.server.ts"
import { isDistrictCode, partyEligible } from "#app/domain/region/kind.ts"
import { getRegion, listDistricts, listParts, listVillages } from "#app/domain/region/queries.server.ts"
import { cacheHint } from "#app/http/cache-hint.server.ts"
import { loaderFor } from "#app/http/handler.server.ts"
import { localeOf } from "#app/http/locale.ts"
import { type PageArgs, publicMeta } from "#app/http/meta.ts"
import { regionNode } from "#app/http/structured-data/organisations.ts"
import { translator } from "#app/i18n/messages.ts"
import { useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { Breadcrumbs, Notice, Page, PageHeading, Split } from "#app/ui/index.ts"
import { Achievements } from "../parts/achievements.tsx"
import { Counterparts } from "./parts/counterparts.tsx"
import { AgreementsInForce, InitiativesHere, NeedsHere, PartnersHere, ProgrammesHere } from "./parts/here.tsx"
import { Districts, Parts, Villages } from "./parts/places.tsx"
import { QuietRegion } from "./parts/quiet.tsx"
import { RegionFacts } from "./parts/region-facts.tsx"
import { RegionFigures } from "./parts/region-figures.tsx"

/** Entries of each list; the rest is behind its link. */
const shown = 8
const few = 4

export const loader = loaderFor(
  "region.browse",
  async ({ ctx, params, url, context }) => {
    // Needs close with the day.
    cacheHint(ctx, context, { query: ["kecamatan"], until: endOfOfficialDay(officialDay(ctx.now)) })
    const region = await getRegion(ctx, params.code ?? "")
    const isProvince = region.kind === "provinsi"
    const parts = isProvince ? await listParts(ctx, region.code) : []
    const codes = [region.code, ...parts.map(({ code }) => code)] as const
    const activity = await activityIn(ctx, codes.slice(1))
    const districts = isProvince ? [] : await listDistricts(ctx, region.code)
    const wanted = url.searchParams.get("kecamatan") ?? ""
    const district = (isDistrictCode(wanted) && districts.find(({ code }) => code === wanted)) || null
    const everything = { q: "", affair: null, strand: null, state: null, status: null, year: null, cursor: null }
    return {
      region,
      eligible: partyEligible(region),
      governed: await isGoverned(ctx, region.code),
      province: isProvince ? null : await getRegion(ctx, region.provinceCode),
      parts: parts.map(({ code, name }) => ({ code, name, activity: activity.get(code) ?? null })),
      districts,
      district,
      villages: district ? await listVillages(ctx, district.code) : [],
      counterparts: await counterpartsOf(ctx, codes),
      came: await achievements(ctx, few, { regions: codes }),
      programmes: await listPublicProgrammes(ctx, { ...everything, regions: codes, limit: few }),
      organisations: await listPublicOrganisations(ctx, { ...everything, region: region.code, limit: shown }),
      agreements: await listPublicAgreements(ctx, {
        ...{ ...everything, region: region.code, status: "in_force", limit: shown },
      }),
      initiatives: await listPublicInitiatives(ctx, { ...everything, region: region.code, limit: few }),
      needs: await needsTakingProposals(ctx, { region: region.code }, few),
    }
  },
  { public: true },
)

type Data = Awaited<ReturnType<typeof loader>>

export const meta = ({ data, ...args }: { data: Data | undefined } & PageArgs) => {
  if (!data) return []
  const { region, province } = data
  const { code, name } = region
  const t = translator(localeOf(args.location.pathname))
  return publicMeta(args, {
    ...{ path: paths.region(code), title: name, card: ["wilayah", code], views: ["kecamatan"] },
    description: t("meta.region", { region: name, code }),
    trail: [
      { title: t("region.list.title"), path: paths.regions() },
      ...(province ? [{ title: province.name, path: paths.region(province.code) }] : []),
    ],
    about: (site) => [regionNode(site, region, province)],
  })
}

export default function Region() {
  const data = useLoaderData<typeof loader>()
  const { region, province, district } = data
  const t = useT()
  const to = useLocalPath()
  const quiet =
    data.counterparts.others.length +
      data.initiatives.count +
      data.agreements.count +
      data.programmes.count +
      data.needs.length ===
    0
  return (
    <Page width="wide">
      <Breadcrumbs
        items={[
          { href: to(paths.regions()), label: t("region.list.title") },
          ...(province ? [{ href: to(paths.region(province.code)), label: province.name }] : []),
          { label: region.name },
        ]}
      />
      <PageHeading eyebrow={t(`region.kind.${region.kind}`)} title={region.name} />
      {data.eligible ? null : (
        <Notice title={t("region.show.administrative")}>{t("region.show.administrativeBody")}</Notice>
      )}
      {quiet ? null : (
        <RegionFigures
          region={region.code}
          counterparts={data.counterparts.others.length}
          initiatives={data.initiatives.count}
          agreements={data.eligible ? data.agreements.count : null}
          partners={data.organisations.count}
        />
      )}
      <Split aside={<RegionFacts region={region} province={province} />} asideLabel={t("region.show.facts")}>
        {quiet ? <QuietRegion eligible={data.eligible} governed={data.governed} /> : null}
        <Counterparts ties={data.counterparts} />
        <InitiativesHere region={region.code} initiatives={data.initiatives} />
        <Achievements entries={data.came} />
        {data.eligible ? <AgreementsInForce region={region.code} agreements={data.agreements} /> : null}
        <ProgrammesHere name={region.name} programmes={data.programmes} />
        {data.eligible && !quiet ? <NeedsHere region={region.code} needs={data.needs} /> : null}
        <PartnersHere region={region.code} organisations={data.organisations} />
        {region.kind === "provinsi" ? (
          <Parts parts={data.parts} />
        ) : (
          <Districts code={region.code} districts={data.districts} chosen={district?.code ?? null} />
        )}
        {district ? <Villages district={district.name} villages={data.villages} /> : null}
      </Split>
    </Page>
  )
}
