import { useLoaderData } from "@remix-run/react"
import { listPublicAgreements } from "#app/domain/agreement/register.server.ts"
import { loaderFor } from "#app/http/handler.server.ts"
import { publicMetaFrom } from "#app/http/meta.ts"
import { siteNodes } from "#app/http/structured-data/site.ts"
import { useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { Anchor, ButtonLink, EmptyState, Hero, Page, PageHeading, RecordList, Section } from "#app/ui/index.ts"
import { AgreementEntry } from "./parts/agreement-entry.tsx"
import { Stages } from "./parts/stages.tsx"
import { Strands } from "./parts/strands.tsx"
import { VerifyBox } from "./parts/verify-box.tsx"

export const loader = loaderFor(
  "page.read",
  async ({ ctx }) => {
    const { entries, count } = await listPublicAgreements(ctx, {
      q: "",
      region: null,
      status: "in_force",
      year: null,
      cursor: null,
      limit: 3,
    })
    return { entries, count }
  },
  { public: true },
)

export const meta = publicMetaFrom("home.title", "home.lede", { path: paths.home(), about: siteNodes })

export default function Home() {
  const { entries, count } = useLoaderData<typeof loader>()
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
      <Section
        title={t("home.latest.title")}
        lede={t("home.latest.lede", { count })}
        actions={count > entries.length ? <Anchor href={to(paths.agreements())}>{t("home.latest.all")}</Anchor> : null}
      >
        {entries.length === 0 ? (
          <EmptyState art="agreement" title={t("home.latest.empty")}>
            {t("home.latest.emptyBody")}
          </EmptyState>
        ) : (
          <RecordList label={t("home.latest.title")}>
            {entries.map((entry) => (
              <AgreementEntry key={entry.code} entry={entry} />
            ))}
          </RecordList>
        )}
      </Section>
      <VerifyBox />
      <Stages />
      <Strands />
    </Page>
  )
}
