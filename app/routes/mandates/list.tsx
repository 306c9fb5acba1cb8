import { useLoaderData } from "@remix-run/react"
import { listMandates } from "#app/domain/organisation/mandate-queries.server.ts"
import { loaderFor } from "#app/http/handler.server.ts"
import { metaFrom } from "#app/http/meta.ts"
import { useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { ButtonLink, EmptyState, Section } from "#app/ui/index.ts"
import { openDesk } from "../organisation-desk/parts/desk.server.ts"
import { DeskFrame } from "../organisation-desk/parts/desk-frame.tsx"
import { MandateTable } from "./parts/mandate-table.tsx"

export const loader = loaderFor("organisation.readPrivate", async ({ ctx, params }) => {
  const { organisation, standing } = await openDesk(ctx, params.id ?? "")
  return { standing, mandates: await listMandates(ctx, organisation.id) }
})

export const meta = metaFrom("mandate.list.title")

export default function Mandates() {
  const { standing, mandates } = useLoaderData<typeof loader>()
  const t = useT()
  const to = useLocalPath()
  const { id, name, status } = standing.organisation
  const enter =
    standing.admin && status === "verified" ? (
      <ButtonLink href={to(paths.newMandate(id))} icon="plus">
        {t("mandate.list.enter")}
      </ButtonLink>
    ) : null
  return (
    <DeskFrame standing={standing} tab="mandates" actions={mandates.length > 0 ? enter : null}>
      {mandates.length === 0 ? (
        <EmptyState art="file" title={t("mandate.list.empty")} actions={enter}>
          {t(status === "verified" ? "mandate.list.emptyBody" : "mandate.list.unverified")}
        </EmptyState>
      ) : (
        <Section
          title={t("mandate.list.title")}
          id="mandat"
          lede={`${t("mandate.list.lede", { organisation: name })} ${t("mandate.list.count", { count: mandates.length })}.`}
        >
          <MandateTable mandates={mandates} href={paths.mandate} caption={t("mandate.list.title")} />
        </Section>
      )}
    </DeskFrame>
  )
}
