import { useLoaderData } from "@remix-run/react"
import { listPublicInitiatives } from "#app/domain/initiative/register.server.ts"
import { endOfOfficialDay, officialDay } from "#app/domain/kernel/clock.ts"
import { notFound } from "#app/domain/kernel/errors.ts"
import { weaveOf } from "#app/domain/network/weave.server.ts"
import { listPublicOrganisations } from "#app/domain/organisation/directory.server.ts"
import { needsTakingProposals } from "#app/domain/proposal/need-register.server.ts"
import { cacheHint } from "#app/http/cache-hint.server.ts"
import { loaderFor } from "#app/http/handler.server.ts"
import { localeOf } from "#app/http/locale.ts"
import { type PageArgs, publicMeta } from "#app/http/meta.ts"
import { translator } from "#app/i18n/messages.ts"
import { useLocalPath, useT } from "#app/i18n/react.tsx"
import { contributingAs, paths, strandNamed } from "#app/paths.ts"
import { ButtonLink, Page, PageHeading, Section, STRANDS, StrandBadge, TabLinks } from "#app/ui/index.ts"
import { StrandFigures } from "./parts/strand-figures.tsx"
import { StrandInitiatives, StrandNeeds, StrandPartners } from "./parts/strand-lists.tsx"
import { StrandRegions } from "./parts/strand-regions.tsx"

/** Entries of each list; the rest is behind its link. */
const shown = 4

export const loader = loaderFor(
  "network.browse",
  async ({ ctx, params, context }) => {
    const strand = strandNamed(params.strand ?? "")
    if (!strand) throw notFound()
    // Needs close with the day.
    cacheHint(ctx, context, { until: endOfOfficialDay(officialDay(ctx.now)) })
    return {
      strand,
      partners: await listPublicOrganisations(ctx, {
        ...{ strand, region: null, q: "", cursor: null, limit: shown, newest: true },
      }),
      initiatives: await listPublicInitiatives(ctx, {
        ...{ q: "", affair: null, strand, region: null, state: null, cursor: null, limit: shown },
      }),
      regions: (await weaveOf(ctx))
        .map(({ code, name, ties }) => ({ code, name, shared: ties[strand] }))
        .filter(({ shared }) => shared > 0)
        .sort((a, b) => b.shared - a.shared || (a.code < b.code ? -1 : 1)),
      needs: await needsTakingProposals(ctx, {}, shown),
    }
  },
  { public: true },
)

type Data = Awaited<ReturnType<typeof loader>>

export const meta = ({ data, ...args }: { data: Data | undefined } & PageArgs) => {
  if (!data) return []
  const t = translator(localeOf(args.location.pathname))
  const title = t(`common.strand.${data.strand}`)
  return publicMeta(args, {
    ...{ path: paths.strand(data.strand), title, description: t("strand.description", { strand: title }) },
    trail: [{ title: t("organisation.list.title"), path: paths.organisations() }],
  })
}

export default function Strand() {
  const { strand, partners, initiatives, regions, needs } = useLoaderData<typeof loader>()
  const t = useT()
  const to = useLocalPath()
  const here = paths.strand(strand)
  return (
    <Page>
      <PageHeading
        eyebrow={t("strand.eyebrow")}
        title={t(`common.strand.${strand}`)}
        lede={t(`home.strands.${strand}`)}
      />
      <TabLinks
        className="tabs--strands"
        label={t("strand.others")}
        items={STRANDS.map((one) => ({
          href: to(paths.strand(one)),
          label: <StrandBadge strand={one}>{t(`common.strand.${one}`)}</StrandBadge>,
          current: paths.strand(one) === here,
        }))}
      />
      <StrandFigures
        strand={strand}
        partners={partners.count}
        initiatives={initiatives.count}
        regions={regions.length}
      />
      <StrandInitiatives strand={strand} {...initiatives} />
      <StrandRegions regions={regions} />
      <StrandPartners strand={strand} {...partners} />
      <StrandNeeds entries={needs} />
      <Section title={t("strand.join")} lede={t("strand.joinLede")} id="ikut-serta" sideHead>
        <p className="flex flex-wrap gap-3">
          <ButtonLink href={to(contributingAs(strand))}>{t("strand.how")}</ButtonLink>
          <ButtonLink href={to(paths.newOrganisation())} kind="quiet">
            {t("strand.register")}
          </ButtonLink>
        </p>
      </Section>
    </Page>
  )
}
