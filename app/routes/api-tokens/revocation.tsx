import { useLoaderData } from "@remix-run/react"
import { getToken } from "#app/domain/organisation/api-token/queries.server.ts"
import { revokeToken } from "#app/domain/organisation/api-token/revocation.server.ts"
import { redirectWith } from "#app/http/flash.server.ts"
import { useFormState } from "#app/http/form.ts"
import { actionFor, loaderFor } from "#app/http/handler.server.ts"
import { metaFrom } from "#app/http/meta.ts"
import { useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { Button, ButtonLink, Form, FormActions, Notice } from "#app/ui/index.ts"
import { openDesk } from "../organisation-desk/parts/desk.server.ts"
import { StepPage } from "../organisation-desk/parts/step-page.tsx"
import { Refused } from "../parts/refused.tsx"

export const loader = loaderFor("apiToken.revoke", async ({ ctx, params }) => {
  const { organisation, standing } = await openDesk(ctx, params.id ?? "")
  const tokenId = params.tokenId ?? ""
  if (!standing.acting) return { standing, tokenId, label: "", active: false }
  const { label, standing: state } = await getToken(ctx, organisation.id, tokenId)
  return { standing, tokenId, label, active: state === "active" }
})

export const action = actionFor("apiToken.revoke", async ({ ctx, params }) => {
  const id = params.id ?? ""
  await revokeToken(ctx, id, params.tokenId ?? "")
  return redirectWith(ctx, paths.apiTokens(id), "apiTokenRevoked")
})

export const meta = metaFrom("apiToken.revocation.submit")

export default function Revocation() {
  const { standing, tokenId, label, active } = useLoaderData<typeof loader>()
  const t = useT()
  const to = useLocalPath()
  const form = useFormState()
  const { id } = standing.organisation
  const tokens = to(paths.apiTokens(id))
  return (
    <StepPage
      standing={standing}
      title={label ? t("apiToken.revocation.title", { label }) : t("apiToken.revocation.submit")}
      lede={t("apiToken.revocation.lede")}
      trail={[{ href: tokens, label: t("apiToken.title") }]}
      here={paths.revokeApiToken(id, tokenId)}
    >
      {active ? <Refused form={form} /> : <Notice kind="warning">{t("errors.apiToken.over")}</Notice>}
      <Form>
        <FormActions>
          {active ? <Button kind="danger">{t("apiToken.revocation.submit")}</Button> : null}
          <ButtonLink href={tokens} kind="plain">
            {t("common.cancel")}
          </ButtonLink>
        </FormActions>
      </Form>
    </StepPage>
  )
}
