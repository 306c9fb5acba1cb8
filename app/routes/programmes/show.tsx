import { useLoaderData } from "@remix-run/react"
import { getPublicProgramme } from "#app/domain/programme/register.server.ts"
import { readLearningSettings } from "#app/domain/programme/settings.server.ts"
import { cacheHint } from "#app/http/cache-hint.server.ts"
import { loaderFor } from "#app/http/handler.server.ts"
import { localeOf } from "#app/http/locale.ts"
import { type PageArgs, publicMeta } from "#app/http/meta.ts"
import { programmeNode } from "#app/http/structured-data/learning.ts"
import { translator } from "#app/i18n/messages.ts"
import { useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import {
  Anchor,
  Breadcrumbs,
  ButtonLink,
  DefinitionList,
  EmptyState,
  Notice,
  Page,
  PageHeading,
  Section,
  Split,
  Tally,
} from "#app/ui/index.ts"
import { CohortsTable } from "./parts/cohorts-table.tsx"
import { ModulesTable } from "./parts/modules-table.tsx"
import { ProgrammeState } from "./parts/states.tsx"

export const loader = loaderFor(
  "programme.browse",
  async ({ ctx, params, context }) => {
    cacheHint(ctx, context, {})
    const { programme, ...rest } = await getPublicProgramme(ctx, params.slug ?? "")
    const { slug, title, summary, aims, status, endReason, clauseKey, demoSince } = programme
    const { hostName, hostSlug, senderName, senderSlug, agreementCode, agreementTitle } = programme
    return {
      ...rest,
      programme: {
        ...{ slug, title, summary, status, endReason, clauseKey, demo: demoSince !== null },
        ...{ hostName, hostSlug, senderName, senderSlug, agreementCode, agreementTitle },
        aims: aims.split("\n").filter((line) => line.trim() !== ""),
      },
      forms: (await readLearningSettings(ctx.db)).forms.forms,
    }
  },
  { public: true },
)

type Data = Awaited<ReturnType<typeof loader>>

export const meta = ({ data, ...args }: { data: Data | undefined } & PageArgs) => {
  if (!data) return []
  const { programme, cohorts } = data
  const { slug, title, summary } = programme
  const t = translator(localeOf(args.location.pathname))
  return publicMeta(args, {
    ...{ path: paths.programme(slug), title, description: summary, type: "article", card: ["program", slug] },
    trail: [{ title: t("programme.list.title"), path: paths.programmes() }],
    about: (site) => [
      programmeNode(site, {
        ...programme,
        cohorts: cohorts.map(({ status, ...cohort }) => ({ ...cohort, cancelled: status === "cancelled" })),
      }),
    ],
  })
}

export default function Programme() {
  const { programme, clause, modules, cohorts, certificates, forms } = useLoaderData<typeof loader>() as Data
  const t = useT()
  const to = useLocalPath()
  const sum = (of: "confirmed" | "completed" | "sessions") => cohorts.reduce((total, one) => total + one[of], 0)
  return (
    <Page width="wide">
      <Breadcrumbs
        items={[{ href: to(paths.programmes()), label: t("programme.list.title") }, { label: programme.title }]}
      />
      <PageHeading
        title={programme.title}
        lang="id"
        lede={programme.summary}
        meta={<ProgrammeState status={programme.status} />}
      />
      {programme.demo ? <Notice kind="warning">{t("programme.demo")}</Notice> : null}
      {programme.status === "cancelled" ? (
        <Notice kind="warning" title={t("programme.status.cancelled")}>
          {t("programme.ended", { reason: programme.endReason })}
        </Notice>
      ) : null}
      <Tally
        items={[
          { label: t("programme.show.learners"), value: sum("confirmed") },
          { label: t("programme.show.completed"), value: sum("completed") },
          { label: t("programme.show.sessions"), value: sum("sessions") },
          { label: t("programme.show.certificates"), value: certificates },
        ]}
      />
      <Split
        asideLabel={t("programme.show.facts")}
        aside={
          <Section title={t("programme.show.facts")} id="ringkasan">
            <DefinitionList
              items={[
                {
                  term: t("programme.host"),
                  value: <Anchor href={to(paths.organisation(programme.hostSlug))}>{programme.hostName}</Anchor>,
                },
                {
                  term: t("programme.sender"),
                  value: <Anchor href={to(paths.organisation(programme.senderSlug))}>{programme.senderName}</Anchor>,
                },
                {
                  term: t("programme.show.agreement"),
                  value: (
                    <Anchor href={to(paths.agreement(programme.agreementCode))}>
                      <span lang="id">{programme.agreementTitle}</span>
                    </Anchor>
                  ),
                },
                {
                  term: t("programme.show.clause"),
                  value: clause ? (
                    <Anchor href={`${to(paths.agreement(programme.agreementCode))}#pasal-${clause.key}`}>
                      <span lang="id">{t("programme.article", { article: clause.article, title: clause.title })}</span>
                    </Anchor>
                  ) : (
                    t("programme.show.clauseGone")
                  ),
                },
              ]}
            />
            <ButtonLink href={paths.programmeCalendar(programme.slug)} kind="quiet" icon="calendar" className="mt-4">
              {t("programme.show.calendar")}
            </ButtonLink>
            <p className="text-sm text-ink-soft">{t("programme.show.calendarHint")}</p>
          </Section>
        }
      >
        <Section title={t("programme.show.aims")} id="tujuan">
          <ul className="points" lang="id">
            {programme.aims.map((aim) => (
              <li key={aim}>{aim}</li>
            ))}
          </ul>
        </Section>
        <Section
          title={t("programme.show.modules")}
          lede={t("programme.show.modulesLede", {
            count: modules.length,
            hours: modules.reduce((total, { hours }) => total + hours, 0),
          })}
          id="modul"
          ruled
        >
          <ModulesTable modules={modules} forms={forms} />
          <p className="text-sm text-ink-soft">{t("programme.jpMeaning")}</p>
        </Section>
        <Section title={t("programme.show.cohorts")} id="angkatan" ruled>
          {cohorts.length === 0 ? (
            <EmptyState art="people" title={t("programme.show.cohortsEmpty")}>
              {t("programme.show.cohortsEmptyBody")}
            </EmptyState>
          ) : (
            <CohortsTable cohorts={cohorts} />
          )}
          <p className="text-sm text-ink-soft">{t("programme.show.noNames")}</p>
        </Section>
      </Split>
    </Page>
  )
}
