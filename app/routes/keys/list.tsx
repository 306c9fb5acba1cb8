import { useLoaderData } from "@remix-run/react"
import { keyRings } from "#app/domain/signature/queries.server.ts"
import { loaderFor } from "#app/http/handler.server.ts"
import { metaFrom } from "#app/http/meta.ts"
import { useT } from "#app/i18n/react.tsx"
import { EmptyState, Page, PageHeading, Section } from "#app/ui/index.ts"
import { KeyRingSheet } from "./parts/key-ring.tsx"

export const loader = loaderFor("key.enrol", async ({ ctx }) => ({ rings: await keyRings(ctx) }))

export const meta = metaFrom("signing.keys.title")

/** The reader's mandates, and the key under each. */
export default function Keys() {
  const { rings } = useLoaderData<typeof loader>()
  const t = useT()
  return (
    <Page width="text">
      <PageHeading title={t("signing.keys.title")} lede={t("signing.keys.lede")} />
      {rings.length === 0 ? (
        <EmptyState art="file" title={t("signing.keys.empty")}>
          {t("signing.keys.emptyBody")}
        </EmptyState>
      ) : (
        rings.map((ring) => (
          <Section key={ring.mandateId} title={ring.office} lede={ring.organisationName} ruled>
            <KeyRingSheet ring={ring} />
          </Section>
        ))
      )}
    </Page>
  )
}
