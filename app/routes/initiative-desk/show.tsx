import { useLoaderData } from "@remix-run/react"
import { getInitiativeDesk } from "#app/domain/initiative/desk.server.ts"
import { partnersByStrand } from "#app/domain/initiative/register.server.ts"
import { officialDay } from "#app/domain/kernel/clock.ts"
import { loaderFor } from "#app/http/handler.server.ts"
import { pageMeta } from "#app/http/meta.ts"
import { useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import {
  Anchor,
  Badge,
  Breadcrumbs,
  ButtonLink,
  Cluster,
  Notice,
  Page,
  PageHeading,
  Prose,
  Section,
  Split,
} from "#app/ui/index.ts"
import { Milestones } from "../agreements/parts/milestones.tsx"
import { htmlOf, updateView } from "../initiatives/parts/detail-view.server.ts"
import { InitiativeFacts } from "../initiatives/parts/initiative-facts.tsx"
import { InitiativeState } from "../initiatives/parts/initiative-state.tsx"
import { InitiativeMilestones } from "../initiatives/parts/milestones.tsx"
import { Outcomes } from "../initiatives/parts/outcomes.tsx"
import { StrandPartners } from "../initiatives/parts/strand-partners.tsx"
import { Updates } from "../initiatives/parts/updates.tsx"
import { initiativeHead } from "./parts/initiative-head.server.ts"
import { InitiativeActions, InitiativeNextStep } from "./parts/initiative-steps.tsx"

export const loader = loaderFor("initiative.read", async ({ ctx, params }) => {
  const { initiative, updates, ...desk } = await getInitiativeDesk(ctx, params.id ?? "")
  const { summary, story, sequel, endReason, demoSince, leadName, leadSlug, regionCode, regionName } = initiative
  const { place, affair, startsOn, endsOn, status } = initiative
  const own = ctx.actor?.acting?.organisationId
  return {
    ...desk,
    head: initiativeHead(initiative),
    summary,
    story: htmlOf(story),
    sequel: htmlOf(sequel),
    hasSequel: sequel !== "",
    endReason,
    demo: demoSince !== null,
    facts: { leadName, leadSlug, regionCode, regionName, place, affair, startsOn, endsOn },
    strands: partnersByStrand(initiative),
    updates: updates.map(updateView),
    ownPartnerId: initiative.partners.find(({ organisationId }) => organisationId === own)?.id ?? null,
    today: status === "prepared" || status === "running" ? officialDay(ctx.now) : null,
  }
})

export type InitiativeView = Awaited<ReturnType<typeof loader>>

export const meta = ({ data }: { data: InitiativeView | undefined }) => (data ? pageMeta(data.head.title) : [])

export default function InitiativeCase() {
  const view = useLoaderData<typeof loader>() as InitiativeView
  const t = useT()
  const to = useLocalPath()
  const { head, facts, agreement, proposals, needs, strands, milestones, outcomes, updates, may, today } = view
  return (
    <Page width="wide">
      <Breadcrumbs
        items={[{ href: to(paths.initiativeDesk()), label: t("initiative.desk.title") }, { label: head.title }]}
      />
      <PageHeading
        title={head.title}
        lang="id"
        lede={<span lang="id">{view.summary}</span>}
        meta={
          <Cluster gap="xs">
            <InitiativeState status={head.status} />
            {head.published ? null : <Badge>{t("initiative.unpublished")}</Badge>}
          </Cluster>
        }
        actions={
          head.published ? (
            <ButtonLink href={to(paths.initiative(head.slug))} kind="quiet" size="sm">
              {t("proposal.need.case.public")}
            </ButtonLink>
          ) : null
        }
      />
      {view.demo ? <Notice kind="warning">{t("initiative.demo")}</Notice> : null}
      <InitiativeNextStep view={view} />
      <Split
        asideLabel={t("initiative.show.facts")}
        aside={
          <>
            <InitiativeActions view={view} />
            <Section title={t("initiative.show.facts")} id="ringkasan">
              <InitiativeFacts facts={facts} agreement={agreement} proposals={proposals} needs={needs} />
            </Section>
          </>
        }
      >
        {view.sequel ? (
          <Section title={t("initiative.sequel.title")} id="kelanjutan">
            <div lang="id">
              <Prose html={view.sequel} />
            </div>
          </Section>
        ) : null}
        <Section title={t("initiative.outcome.title")} id="capaian" ruled={view.sequel !== ""}>
          {outcomes.length > 0 ? (
            <Outcomes outcomes={outcomes} />
          ) : (
            <p className="text-ink-soft">{t("initiative.outcome.empty")}</p>
          )}
        </Section>
        <Section title={t("initiative.milestone.title")} id="tonggak" ruled>
          {milestones.length > 0 ? (
            <InitiativeMilestones milestones={milestones} today={today} />
          ) : (
            <p className="text-ink-soft">{t("initiative.milestone.empty")}</p>
          )}
        </Section>
        <Section title={t("initiative.update.title")} id="kabar" ruled>
          <Updates
            updates={updates}
            actions={({ id, title, mayWithdraw }) =>
              mayWithdraw ? (
                <Anchor
                  href={to(paths.withdrawUpdate(head.id, id))}
                  aria-label={t("initiative.update.withdrawOf", { title })}
                >
                  {t("initiative.update.withdraw")}
                </Anchor>
              ) : null
            }
          />
        </Section>
        <Section title={t("initiative.partner.title")} id="mitra" ruled>
          <StrandPartners strands={strands} />
        </Section>
        {view.story || may.edit ? (
          <Section title={t("initiative.story")} id="cerita" ruled>
            {view.story ? (
              <div lang="id">
                <Prose html={view.story} />
              </div>
            ) : (
              <p className="text-ink-soft">{t("initiative.storyEmpty")}</p>
            )}
          </Section>
        ) : null}
        <Section title={t("proposal.history")} id="riwayat" ruled>
          <Milestones events={view.events} label={t("proposal.history")} />
        </Section>
      </Split>
    </Page>
  )
}
