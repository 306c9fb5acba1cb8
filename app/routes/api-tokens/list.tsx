import { useLoaderData } from "@remix-run/react"
import { listTokens } from "#app/domain/organisation/api-token/queries.server.ts"
import { loaderFor } from "#app/http/handler.server.ts"
import { metaFrom } from "#app/http/meta.ts"
import { useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { Anchor, ButtonLink, EmptyState, Notice, Section } from "#app/ui/index.ts"
import { openDesk } from "../organisation-desk/parts/desk.server.ts"
import { DeskFrame } from "../organisation-desk/parts/desk-frame.tsx"
import { TokenTable } from "./parts/token-table.tsx"

export const loader = loaderFor("apiToken.read", async ({ ctx, params }) => {
  const { organisation, standing } = await openDesk(ctx, params.id ?? "")
  return { standing, tokens: standing.acting ? await listTokens(ctx, organisation.id) : [] }
})

export const meta = metaFrom("apiToken.title")

export default function Tokens() {
  const { standing, tokens } = useLoaderData<typeof loader>()
  const t = useT()
  const to = useLocalPath()
  const { id, name, status } = standing.organisation
  const verified = status === "verified"
  const add = (
    <ButtonLink href={to(paths.newApiToken(id))} icon="plus">
      {t("apiToken.new")}
    </ButtonLink>
  )
  return (
    <DeskFrame standing={standing} tab="tokens" actions={standing.admin && verified ? add : null}>
      {standing.admin ? (
        <Section title={t("apiToken.title")} id="token" lede={t("apiToken.lede", { organisation: name })}>
          {verified ? null : <Notice kind="info">{t("apiToken.notVerified")}</Notice>}
          {tokens.length === 0 ? (
            <EmptyState title={t("apiToken.emptyTitle")}>{t("apiToken.empty")}</EmptyState>
          ) : (
            <TokenTable organisationId={id} tokens={tokens} />
          )}
          <p className="mt-4">
            <Anchor href={to(paths.handbook("developers/writing-api"))}>{t("apiToken.developers")}</Anchor>
          </p>
        </Section>
      ) : null}
    </DeskFrame>
  )
}
