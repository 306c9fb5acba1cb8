import { useLoaderData } from "@remix-run/react"
import { authorityFacts } from "#app/domain/signature/authority-facts.server.ts"
import { loaderFor } from "#app/http/handler.server.ts"
import { publicMetaFrom } from "#app/http/meta.ts"
import { formatDate } from "#app/i18n/format.ts"
import { localPath, useLocale, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import {
  ButtonLink,
  Cluster,
  CodeText,
  DefinitionList,
  Page,
  PageHeading,
  Prose,
  Section,
  Sheet,
} from "#app/ui/index.ts"
import { findText } from "#content/library.server.ts"

/** What the portal's own certificate authority is, and what it is not. */
export const loader = loaderFor(
  "authority.read",
  async ({ ctx }) => ({
    facts: await authorityFacts(ctx),
    text: findText("pages/authority", ctx.locale, (path) => localPath(ctx.locale, path)),
  }),
  { public: true },
)

export const meta = publicMetaFrom("verification.authority.title", "verification.authority.lede", {
  path: paths.authority(),
})

export default function Authority() {
  const { facts, text } = useLoaderData<typeof loader>()
  const t = useT()
  const locale = useLocale()
  const day = (instant: string) => formatDate(locale, instant)
  return (
    <Page width="text">
      <PageHeading title={t("verification.authority.title")} lede={t("verification.authority.lede")} />
      <Section title={t("verification.authority.facts")}>
        <Sheet>
          <DefinitionList
            items={[
              { term: t("verification.authority.name"), value: facts.commonName },
              {
                term: t("verification.authority.fingerprint"),
                value: <CodeText block>{facts.fingerprint}</CodeText>,
              },
              { term: t("verification.authority.serial"), value: <CodeText>{facts.serial}</CodeText> },
              {
                term: t("verification.authority.key"),
                value: t("verification.authority.keyValue", { bits: facts.bits }),
              },
              {
                term: t("verification.authority.validity"),
                value: t("verification.authority.validityValue", {
                  from: day(facts.validFrom),
                  until: day(facts.validUntil),
                }),
              },
            ]}
          />
        </Sheet>
        <Cluster>
          <ButtonLink href={paths.authorityCertificate()} icon="download" kind="quiet">
            {t("verification.authority.certificate")}
          </ButtonLink>
          <ButtonLink href={paths.revocationList()} icon="download" kind="quiet">
            {t("verification.authority.list")}
          </ButtonLink>
        </Cluster>
      </Section>
      {text ? <Prose html={text.html} /> : null}
    </Page>
  )
}
