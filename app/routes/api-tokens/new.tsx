import { useActionData, useLoaderData } from "@remix-run/react"
import { tokenScopes } from "#app/domain/kernel/actor.ts"
import { createToken } from "#app/domain/organisation/api-token/issuing.server.ts"
import { tokenDays, tokenForm } from "#app/domain/organisation/api-token/schema.ts"
import { authorize } from "#app/domain/policy/table.ts"
import { parseForm } from "#app/http/form.server.ts"
import { useFormState } from "#app/http/form.ts"
import { actionFor, loaderFor } from "#app/http/handler.server.ts"
import { metaFrom } from "#app/http/meta.ts"
import { useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { Button, ButtonLink, Form, FormActions, PasswordInput, RadioGroup, Stack, TextInput } from "#app/ui/index.ts"
import { deskFor, openDesk } from "../organisation-desk/parts/desk.server.ts"
import { StepPage } from "../organisation-desk/parts/step-page.tsx"
import { Refused } from "../parts/refused.tsx"
import { IssuedOnce } from "./parts/issued-once.tsx"

export const loader = loaderFor("apiToken.create", async ({ ctx, params }) => {
  const { organisation, standing } = await openDesk(ctx, params.id ?? "")
  if (standing.acting) authorize(ctx.actor, "apiToken.create", { organisationId: organisation.id })
  return { standing, days: [...tokenDays] }
})

/** Answers the token itself: this page is the only place where it is ever seen, and nobody keeps the page. */
export const action = actionFor("apiToken.create", async ({ ctx, params, form }) => {
  const { id } = await deskFor(ctx, params.id ?? "", "apiToken.create")
  return { issued: await createToken(ctx, id, { ...parseForm(form, tokenForm), scopes: tokenScopes }) }
})

export const meta = metaFrom("apiToken.create.title")

export default function NewToken() {
  const { standing, days } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const issued = answer && "issued" in answer ? answer.issued : null
  const t = useT()
  const to = useLocalPath()
  const form = useFormState({ days: "90" })
  const { id } = standing.organisation
  const tokens = to(paths.apiTokens(id))
  return (
    <StepPage
      standing={standing}
      title={issued ? t("apiToken.issued.title", { label: issued.label }) : t("apiToken.create.title")}
      lede={issued ? t("apiToken.issued.lede") : t("apiToken.create.lede")}
      trail={[{ href: tokens, label: t("apiToken.title") }]}
      here={paths.newApiToken(id)}
    >
      {issued ? (
        <IssuedOnce issued={issued} back={tokens} />
      ) : (
        <>
          <Refused form={form} />
          <Form>
            <Stack gap="lg">
              <TextInput
                {...form.field("label")}
                label={t("apiToken.label")}
                hint={t("apiToken.create.labelHint")}
                maxLength={60}
                required
              />
              <RadioGroup
                {...form.field("days")}
                label={t("apiToken.create.days")}
                options={days.map((count) => ({
                  value: String(count),
                  label: t("apiToken.create.daysOption", { days: count }),
                }))}
                inline
                required
              />
              <PasswordInput
                {...form.field("password")}
                label={t("apiToken.create.password")}
                hint={t("apiToken.create.passwordHint")}
                autoComplete="current-password"
                required
              />
              <FormActions>
                <Button>{t("apiToken.create.submit")}</Button>
                <ButtonLink href={tokens} kind="plain">
                  {t("common.cancel")}
                </ButtonLink>
              </FormActions>
            </Stack>
          </Form>
        </>
      )}
    </StepPage>
  )
}
