import { useLoaderData } from "@remix-run/react"
import { endOfOfficialDay, officialDay } from "#app/domain/kernel/clock.ts"
import { achievements } from "#app/domain/network/achievements.server.ts"
import { networkFigures } from "#app/domain/network/figures.server.ts"
import { newestEvents } from "#app/domain/network/newest.server.ts"
import { weaveOf } from "#app/domain/network/weave.server.ts"
import { needsTakingProposals } from "#app/domain/proposal/need-register.server.ts"
import { cacheHint } from "#app/http/cache-hint.server.ts"
import { loaderFor } from "#app/http/handler.server.ts"
import { publicMetaFrom } from "#app/http/meta.ts"
import { siteNodes } from "#app/http/structured-data/site.ts"
import { useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { ButtonLink, EmptyState, Hero, Page, PageHeading, Split } from "#app/ui/index.ts"
import { Achievements } from "../parts/achievements.tsx"
import { Beginnings } from "./parts/beginnings.tsx"
import { NetworkFigures } from "./parts/figures.tsx"
import { NetworkNews } from "./parts/news.tsx"
import { OpenNeeds } from "./parts/open-needs.tsx"
import { Strands } from "./parts/strands.tsx"
import { VerifyBox } from "./parts/verify-box.tsx"
import { NetworkWeave } from "./parts/weave.tsx"

export const loader = loaderFor(
  "network.browse",
  async ({ ctx, context }) => {
    // Needs close with the day.
    cacheHint(ctx, context, { until: endOfOfficialDay(officialDay(ctx.now)) })
    return {
      figures: await networkFigures(ctx),
      regions: await weaveOf(ctx),
      news: await newestEvents(ctx, 5),
      came: await achievements(ctx, 3),
      needs: await needsTakingProposals(ctx, {}, 4),
    }
  },
  { public: true },
)

export const meta = publicMetaFrom("home.title", "home.lede", { path: paths.home(), about: siteNodes })

export default function Home() {
  const { figures, regions, news, came, needs } = useLoaderData<typeof loader>()
  const t = useT()
  const to = useLocalPath()
  return (
    <Page width="wide">
      <Hero>
        <PageHeading
          display
          title={t("home.title")}
          lede={t("home.lede")}
          actions={
            <>
              <ButtonLink href={to(paths.agreements())}>{t("home.read")}</ButtonLink>
              <ButtonLink href={to(paths.register())} kind="quiet">
                {t("home.join")}
              </ButtonLink>
            </>
          }
        />
      </Hero>
      <NetworkFigures figures={figures} />
      <Split asideLabel={t("home.news.title")} aside={<NetworkNews entries={news} />}>
        <NetworkWeave regions={regions} />
        <OpenNeeds entries={needs} />
      </Split>
      <Achievements
        entries={came}
        none={
          <EmptyState art="people" title={t("network.came.empty")}>
            {t("network.came.emptyBody")}
          </EmptyState>
        }
      />
      <VerifyBox />
      <Beginnings />
      <Strands partners={figures.partners} />
    </Page>
  )
}
