import { useLoaderData } from "@remix-run/react"
import { editAccount } from "#app/domain/identity/account.server.ts"
import { accountForm } from "#app/domain/identity/schema.ts"
import { redirectWith } from "#app/http/flash.server.ts"
import { parseForm } from "#app/http/form.server.ts"
import { useFormState } from "#app/http/form.ts"
import { actionFor, loaderFor } from "#app/http/handler.server.ts"
import { metaFrom } from "#app/http/meta.ts"
import { useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import {
  Anchor,
  Button,
  ButtonLink,
  DefinitionList,
  ErrorSummary,
  Form,
  FormActions,
  Notice,
  Page,
  PageHeading,
  Section,
  Select,
  Stack,
  TextInput,
} from "#app/ui/index.ts"
import { zoneOptions } from "./parts/zones.ts"

export const loader = loaderFor("account.read", ({ ctx }) => {
  const { name, email, emailVerified, timeZone, memberships } = ctx.actor!
  return { name, email, emailVerified, timeZone, memberships }
})

export const action = actionFor("account.read", async ({ ctx, form }) => {
  await editAccount(ctx, parseForm(form, accountForm))
  return redirectWith(ctx, paths.account(), "accountSaved")
})

export const meta = metaFrom("account.show.title")

export default function Account() {
  const account = useLoaderData<typeof loader>()
  const t = useT()
  const to = useLocalPath()
  const form = useFormState({ name: account.name, timeZone: account.timeZone })
  return (
    <Page width="text">
      <PageHeading title={t("account.show.title")} lede={account.email} />
      {account.emailVerified ? null : (
        <Notice
          kind="warning"
          title={t("account.show.unproved")}
          actions={
            <ButtonLink href={to(paths.resendVerification())} kind="quiet" size="sm">
              {t("account.resend.submit")}
            </ButtonLink>
          }
        />
      )}
      <ErrorSummary {...form.errorSummary} />
      <Form>
        <Stack gap="lg">
          <TextInput {...form.field("name")} label={t("account.name")} autoComplete="name" required maxLength={120} />
          <Select {...form.field("timeZone")} label={t("account.timeZone")} options={zoneOptions(t)} required />
          <FormActions>
            <Button>{t("common.save")}</Button>
          </FormActions>
        </Stack>
      </Form>
      <Section title={t("account.show.organisations")} ruled>
        {account.memberships.length === 0 ? (
          <p>{t("account.show.noOrganisations")}</p>
        ) : (
          <DefinitionList
            items={account.memberships.map((own) => ({
              key: own.organisationId,
              term: <Anchor href={to(paths.organisationDesk(own.organisationId))}>{own.organisationName}</Anchor>,
              value: t(`organisation.role.${own.role}`),
            }))}
          />
        )}
      </Section>
      <Section title={t("account.show.security")} ruled>
        <Stack as="ul" gap="sm">
          <li>
            <Anchor href={to(paths.changePassword())}>{t("account.change.title")}</Anchor>
          </li>
          <li>
            <Anchor href={to(paths.sessions())}>{t("account.sessions.title")}</Anchor>
          </li>
          <li>
            <Anchor href={to(paths.keys())}>{t("account.show.keys")}</Anchor>
          </li>
          <li>
            <Anchor href={to(paths.deleteAccount())}>{t("account.deletion.title")}</Anchor>
          </li>
        </Stack>
      </Section>
    </Page>
  )
}
