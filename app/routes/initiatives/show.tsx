import { useLoaderData } from "@remix-run/react"
import { getPublicInitiative } from "#app/domain/initiative/register.server.ts"
import { endOfOfficialDay, officialDay } from "#app/domain/kernel/clock.ts"
import { cacheHint } from "#app/http/cache-hint.server.ts"
import { loaderFor } from "#app/http/handler.server.ts"
import { localeOf } from "#app/http/locale.ts"
import { type PageArgs, publicMeta } from "#app/http/meta.ts"
import { initiativeNode } from "#app/http/structured-data/contribution.ts"
import { translator } from "#app/i18n/messages.ts"
import { useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import {
  Breadcrumbs,
  Cluster,
  Notice,
  Page,
  PageHeading,
  Prose,
  Section,
  Split,
  StrandBadge,
  Tally,
} from "#app/ui/index.ts"
import { htmlOf, updateView } from "./parts/detail-view.server.ts"
import { InitiativeFacts } from "./parts/initiative-facts.tsx"
import { InitiativeState } from "./parts/initiative-state.tsx"
import { InitiativeMilestones } from "./parts/milestones.tsx"
import { Outcomes } from "./parts/outcomes.tsx"
import { StrandPartners } from "./parts/strand-partners.tsx"
import { Updates } from "./parts/updates.tsx"

export const loader = loaderFor(
  "initiative.browse",
  async ({ ctx, params, context }) => {
    const today = officialDay(ctx.now)
    // At midnight a milestone may be late.
    cacheHint(ctx, context, { until: endOfOfficialDay(today) })
    const { initiative, updates, strands, ...detail } = await getPublicInitiative(ctx, params.slug ?? "")
    const { slug, title, summary, status, endReason, leadName, leadSlug, regionCode, regionName } = initiative
    const { place, affair, startsOn, endsOn, story, sequel, demoSince } = initiative
    return {
      ...detail,
      strands,
      head: { slug, title, summary, status, endReason, demo: demoSince !== null },
      facts: { leadName, leadSlug, regionCode, regionName, place, affair, startsOn, endsOn },
      story: htmlOf(story),
      sequel: htmlOf(sequel),
      updates: updates.map(updateView),
      today: status === "prepared" || status === "running" ? today : null,
    }
  },
  { public: true },
)

type Data = Awaited<ReturnType<typeof loader>>

export const meta = ({ data, ...args }: { data: Data | undefined } & PageArgs) => {
  if (!data) return []
  const { head, facts, strands } = data
  const { slug, title, summary, status, demo } = head
  const t = translator(localeOf(args.location.pathname))
  return publicMeta(args, {
    ...{ path: paths.initiative(slug), title, description: summary, type: "article", card: ["inisiatif", slug] },
    trail: [{ title: t("initiative.list.title"), path: paths.initiatives() }],
    about: (site) => [
      initiativeNode(site, {
        ...{ ...facts, slug, title, summary, demo, ended: status === "completed" || status === "stopped" },
        lead: { slug: facts.leadSlug, name: facts.leadName },
        partners: strands.flatMap(({ partners }) => partners),
      }),
    ],
  })
}

export default function Initiative() {
  const { head, facts, story, sequel, milestones, outcomes, updates, strands, today, ...sources } = useLoaderData<
    typeof loader
  >() as Data
  const t = useT()
  const to = useLocalPath()
  const { status } = head
  return (
    <Page width="wide">
      <Breadcrumbs
        items={[{ href: to(paths.initiatives()), label: t("initiative.list.title") }, { label: head.title }]}
      />
      <PageHeading
        title={head.title}
        lang="id"
        lede={<span lang="id">{head.summary}</span>}
        meta={
          <Cluster gap="xs">
            <InitiativeState status={status} />
            {strands.map(({ strand }) => (
              <StrandBadge key={strand} strand={strand} letterOnly />
            ))}
          </Cluster>
        }
      />
      {head.demo ? <Notice kind="warning">{t("initiative.demo")}</Notice> : null}
      {status === "stopped" ? (
        <Notice kind="warning" title={t("initiative.show.stopped")}>
          <p className="whitespace-pre-line" lang="id">
            {head.endReason}
          </p>
        </Notice>
      ) : null}
      <Tally
        items={[
          { label: t("initiative.show.partners"), value: strands.reduce((sum, one) => sum + one.partners.length, 0) },
          {
            label: t("initiative.show.milestones", { total: milestones.length }),
            value: milestones.filter(({ reachedOn }) => reachedOn !== null).length,
          },
          {
            label: t("initiative.show.outcomes", { total: outcomes.length }),
            value: outcomes.filter(({ progress }) => progress?.reached).length,
          },
          { label: t("initiative.show.updates"), value: updates.length },
        ]}
      />
      <Split
        asideLabel={t("initiative.show.facts")}
        aside={
          <Section title={t("initiative.show.facts")} id="ringkasan">
            <InitiativeFacts facts={facts} {...sources} />
          </Section>
        }
      >
        {sequel ? (
          <Section title={t("initiative.sequel.title")} id="kelanjutan">
            <div lang="id">
              <Prose html={sequel} />
            </div>
          </Section>
        ) : null}
        {story ? (
          <Section title={t("initiative.story")} id="cerita" ruled={sequel !== ""}>
            <div lang="id">
              <Prose html={story} />
            </div>
          </Section>
        ) : null}
        <Section title={t("initiative.partner.title")} id="mitra" ruled>
          <StrandPartners strands={strands} />
        </Section>
        {outcomes.length > 0 ? (
          <Section title={t("initiative.outcome.title")} lede={t("initiative.outcome.lede")} id="capaian" ruled>
            <Outcomes outcomes={outcomes} />
          </Section>
        ) : null}
        {milestones.length > 0 ? (
          <Section title={t("initiative.milestone.title")} id="tonggak" ruled>
            <InitiativeMilestones milestones={milestones} today={today} />
          </Section>
        ) : null}
        <Section title={t("initiative.update.title")} id="kabar" ruled>
          <Updates updates={updates} />
        </Section>
      </Split>
    </Page>
  )
}
