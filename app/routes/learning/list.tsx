import { useLoaderData } from "@remix-run/react"
import { can } from "#app/domain/policy/table.ts"
import { listDeskProgrammes } from "#app/domain/programme/desk.server.ts"
import { type Learner, ownLearning } from "#app/domain/programme/learners.server.ts"
import { loaderFor } from "#app/http/handler.server.ts"
import { metaFrom } from "#app/http/meta.ts"
import { withQuery } from "#app/http/query.ts"
import { formatDate, formatInstant } from "#app/i18n/format.ts"
import { useLocale, useLocalPath, useT, useTimeZone } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import {
  ButtonLink,
  EmptyState,
  Page,
  PageHeading,
  Pagination,
  RecordItem,
  RecordList,
  RecordTable,
  Section,
} from "#app/ui/index.ts"
import { LearnerState, ProgrammeState } from "../programmes/parts/states.tsx"

const shown = ({ id, name, status, cohort, programme }: Learner) => ({
  ...{ id, name, status },
  cohort: { name: cohort.name, startsOn: cohort.startsOn },
  programme: { title: programme.title, hostName: programme.hostName },
})

export const loader = loaderFor("learning.own", async ({ ctx, url }) => {
  const cursor = url.searchParams.get("setelah")
  const { learning, supervising } = await ownLearning(ctx)
  return {
    learning: learning.map(shown),
    supervising: supervising.map(shown),
    programmes: await listDeskProgrammes(ctx, cursor),
    cursor,
    acting: ctx.actor?.acting ?? null,
    mayStart: can(ctx.actor, "programme.start"),
  }
})

type Place = ReturnType<typeof shown>

export const meta = metaFrom("programme.mine.title")

export default function Learning() {
  const { learning, supervising, programmes, cursor, acting, mayStart } = useLoaderData<typeof loader>()
  const t = useT()
  const to = useLocalPath()
  const locale = useLocale()
  const timeZone = useTimeZone()
  const here = to(paths.learning())
  const start = mayStart ? (
    <ButtonLink href={to(paths.newProgramme())} kind="quiet" size="sm" icon="plus">
      {t("programme.mine.start")}
    </ButtonLink>
  ) : null
  return (
    <Page>
      <PageHeading title={t("programme.mine.title")} lede={t("programme.mine.lede")} />
      {learning.length > 0 || acting === null || acting.role === "member" ? (
        <Section title={t("programme.mine.learning")} id="belajar">
          {learning.length === 0 ? (
            <EmptyState art="people" title={t("programme.mine.learningEmpty")}>
              {t("programme.mine.learningEmptyBody")}
            </EmptyState>
          ) : (
            <Places places={learning} own />
          )}
        </Section>
      ) : null}
      {supervising.length > 0 ? (
        <Section title={t("programme.mine.supervising")} id="bimbingan" ruled>
          <Places places={supervising} />
        </Section>
      ) : null}
      {acting ? (
        <Section
          title={t("programme.mine.programmes")}
          lede={t("programme.mine.programmesLede", { organisation: acting.organisationName })}
          id="program"
          ruled
          actions={start}
        >
          {programmes.entries.length === 0 ? (
            <EmptyState art="agreement" title={t("programme.mine.programmesEmpty")} actions={start}>
              {t("programme.mine.programmesEmptyBody")}
            </EmptyState>
          ) : (
            <>
              <p className="tabular text-sm text-ink-soft">{t("programme.mine.count", { count: programmes.count })}</p>
              <RecordTable
                caption={t("programme.mine.programmes")}
                captionHidden
                rows={programmes.entries}
                rowKey={({ id }) => id}
                columns={[
                  {
                    key: "title",
                    header: t("programme.title"),
                    rowHeader: true,
                    cell: ({ id, title }) => (
                      <a href={to(paths.programmeDesk(id))} lang="id">
                        {title}
                      </a>
                    ),
                  },
                  {
                    key: "role",
                    header: t("programme.mine.role"),
                    cell: ({ hostId }) =>
                      t(hostId === acting.organisationId ? "programme.mine.asHost" : "programme.mine.asSender"),
                  },
                  {
                    key: "with",
                    header: t("programme.mine.with"),
                    cell: ({ hostId, hostName, senderName }) =>
                      hostId === acting.organisationId ? senderName : hostName,
                  },
                  {
                    key: "state",
                    header: t("programme.mine.state"),
                    cell: ({ status }) => <ProgrammeState status={status} />,
                  },
                  {
                    key: "updated",
                    header: t("programme.mine.updated"),
                    cell: ({ updatedAt }) => formatInstant(locale, updatedAt, timeZone, "short"),
                  },
                ]}
              />
            </>
          )}
          <Pagination
            previous={cursor ? here : undefined}
            next={programmes.next ? withQuery(here, { setelah: programmes.next }) : undefined}
          />
        </Section>
      ) : null}
    </Page>
  )
}

function Places({ places, own = false }: { places: readonly Place[]; own?: boolean }) {
  const t = useT()
  const to = useLocalPath()
  const locale = useLocale()
  return (
    <RecordList>
      {places.map(({ id, name, status, cohort, programme }) => (
        <RecordItem
          key={id}
          href={to(paths.learner(id))}
          title={<span lang="id">{own ? programme.title : `${name}: ${programme.title}`}</span>}
          badge={<LearnerState status={status} />}
          meta={
            <>
              {programme.hostName} · {cohort.name} ·{" "}
              {t("programme.mine.from", { date: formatDate(locale, cohort.startsOn) })}
            </>
          }
        >
          {own && status === "confirmed" ? t("programme.mine.open") : null}
        </RecordItem>
      ))}
    </RecordList>
  )
}
