import { useLoaderData } from "@remix-run/react"
import { endOfOfficialDay, officialDay } from "#app/domain/kernel/clock.ts"
import { getPublicNeed } from "#app/domain/proposal/need-register.server.ts"
import { cacheHint } from "#app/http/cache-hint.server.ts"
import { loaderFor } from "#app/http/handler.server.ts"
import { localeOf } from "#app/http/locale.ts"
import { type PageArgs, publicMeta } from "#app/http/meta.ts"
import { withQuery } from "#app/http/query.ts"
import { needNode } from "#app/http/structured-data/contribution.ts"
import { translator } from "#app/i18n/messages.ts"
import { useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import {
  Anchor,
  Breadcrumbs,
  ButtonLink,
  Cluster,
  Notice,
  Page,
  PageHeading,
  Section,
  Split,
  StateBadge,
} from "#app/ui/index.ts"
import { Answers } from "./parts/answers.tsx"
import { NeedFacts } from "./parts/need-facts.tsx"
import { NeedState } from "./parts/need-state.tsx"
import { Paragraphs } from "./parts/paragraphs.tsx"

export const loader = loaderFor(
  "need.browse",
  async ({ ctx, params, context }) => {
    cacheHint(ctx, context, { until: endOfOfficialDay(officialDay(ctx.now)) })
    const { need, ...rest } = await getPublicNeed(ctx, params.slug ?? "")
    const { slug, title, problem, status, closeReason, affair, kinds, place, regionCode, regionName } = need
    const { organisationName, organisationSlug, periodFrom, periodUntil, demoSince } = need
    return {
      ...rest,
      need: {
        ...{ slug, title, problem, status, closeReason, affair, kinds, place, regionCode, regionName },
        ...{ organisationName, organisationSlug, periodFrom, periodUntil, demo: demoSince !== null },
      },
    }
  },
  { public: true },
)

type Data = Awaited<ReturnType<typeof loader>>

export const meta = ({ data, ...args }: { data: Data | undefined } & PageArgs) => {
  if (!data) return []
  const { need } = data
  const { slug, title, problem } = need
  const t = translator(localeOf(args.location.pathname))
  return publicMeta(args, {
    ...{ path: paths.need(slug), title, description: problem, type: "article", card: ["kebutuhan", slug] },
    trail: [{ title: t("proposal.need.list.title"), path: paths.needs() }],
    about: (site) => [needNode(site, need)],
  })
}

export default function Need() {
  const { need, takesProposals, answers, initiatives } = useLoaderData<typeof loader>() as Data
  const t = useT()
  const to = useLocalPath()
  const answer = (
    <ButtonLink href={withQuery(to(paths.newProposal()), { kebutuhan: need.slug })} icon="plus">
      {t("proposal.need.show.propose")}
    </ButtonLink>
  )
  return (
    <Page width="wide">
      <Breadcrumbs items={[{ href: to(paths.needs()), label: t("proposal.need.list.title") }, { label: need.title }]} />
      <PageHeading
        title={need.title}
        lang="id"
        meta={
          <Cluster gap="xs">
            <NeedState status={need.status} takesProposals={takesProposals} />
            <span>{t(`proposal.affair.${need.affair}`)}</span>
          </Cluster>
        }
        actions={takesProposals ? answer : null}
      />
      {need.demo ? <Notice kind="warning">{t("proposal.need.demo")}</Notice> : null}
      {takesProposals ? null : (
        <Notice title={t(need.status === "closed" ? "proposal.need.show.closed" : "proposal.need.show.over")}>
          {need.closeReason ? (
            <p className="whitespace-pre-line" lang="id">
              {need.closeReason}
            </p>
          ) : (
            t("proposal.need.show.noMore")
          )}
        </Notice>
      )}
      <Split
        asideLabel={t("proposal.need.show.facts")}
        aside={
          <Section title={t("proposal.need.show.facts")} id="ringkasan">
            <NeedFacts need={need} />
          </Section>
        }
      >
        <Section title={t("proposal.need.problem")} id="masalah">
          <Paragraphs text={need.problem} />
        </Section>
        <Section title={t("proposal.need.show.answers")} lede={t("proposal.need.show.answersLede")} id="jawaban" ruled>
          <Answers answers={answers} />
        </Section>
        {initiatives.length > 0 ? (
          <Section title={t("proposal.need.show.initiatives")} id="inisiatif" ruled>
            <ul className="points points--plain">
              {initiatives.map(({ slug, title, status }) => (
                <li key={slug}>
                  <Cluster gap="xs">
                    <Anchor href={to(paths.initiative(slug))}>
                      <span lang="id">{title}</span>
                    </Anchor>
                    <StateBadge
                      state={status === "completed" ? "positive" : status === "stopped" ? "ended" : "progress"}
                    >
                      {t(`initiative.status.${status}`)}
                    </StateBadge>
                  </Cluster>
                </li>
              ))}
            </ul>
          </Section>
        ) : null}
      </Split>
    </Page>
  )
}
