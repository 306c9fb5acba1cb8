import { useLoaderData } from "@remix-run/react"
import { findInvitation } from "#app/domain/organisation/invitation-state.server.ts"
import { acceptInvitation } from "#app/domain/organisation/invitations.server.ts"
import { redirectWith } from "#app/http/flash.server.ts"
import { errorText, useFormState } from "#app/http/form.ts"
import { actionFor, loaderFor } from "#app/http/handler.server.ts"
import { metaFrom } from "#app/http/meta.ts"
import { actForJoined } from "#app/http/session.server.ts"
import { formatInstant } from "#app/i18n/format.ts"
import { useLocale, useLocalPath, useT, useTimeZone } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import {
  Button,
  ButtonLink,
  ErrorSummary,
  Form,
  FormActions,
  Notice,
  Page,
  PageHeading,
  StrandBadge,
} from "#app/ui/index.ts"
import { whichInvitation } from "./parts/which-invitation.server.ts"

/** Opening the link joins nothing, since mail scanners open links too; the button does. */
export const loader = loaderFor("invitation.accept", async ({ ctx, params }) => {
  const { organisationName, strand, inviterName, role, expiresAt, state } = await findInvitation(
    ctx,
    whichInvitation(params.token ?? ""),
  )
  const forReader = state !== "otherAddress"
  return { organisationName, strand, role, expiresAt, state, inviterName: forReader ? inviterName : "" }
})

export const action = actionFor("invitation.accept", async ({ ctx, params, request }) => {
  const organisationId = await acceptInvitation(ctx, whichInvitation(params.token ?? ""))
  await actForJoined(ctx, request, organisationId)
  return redirectWith(ctx, paths.organisationDesk(organisationId), "invitationAccepted")
})

export const meta = metaFrom("organisation.invitation.metaTitle")

export default function Invitation() {
  const { organisationName: organisation, strand, inviterName, role, expiresAt, state } = useLoaderData<typeof loader>()
  const t = useT()
  const to = useLocalPath()
  const locale = useLocale()
  const timeZone = useTimeZone()
  const form = useFormState()
  const workspace = (
    <ButtonLink href={to(paths.workspace())} kind="plain">
      {t("organisation.invitation.later")}
    </ButtonLink>
  )
  if (state !== "open")
    return (
      <Page width="text">
        <PageHeading title={t("organisation.invitation.refusedTitle")} />
        <Notice
          kind="warning"
          actions={
            state === "unproved" ? (
              <ButtonLink href={to(paths.resendVerification())} kind="quiet">
                {t("account.resend.submit")}
              </ButtonLink>
            ) : (
              <ButtonLink href={to(paths.workspace())} kind="quiet">
                {t("common.nav.workspace")}
              </ButtonLink>
            )
          }
        >
          {errorText(locale, `invitation.${state}`)}
        </Notice>
      </Page>
    )
  return (
    <Page width="text">
      <PageHeading
        title={t("organisation.invitation.title", { organisation })}
        lede={t("organisation.invitation.lede", {
          inviter: inviterName,
          role: t(`organisation.role.${role}`),
          date: formatInstant(locale, expiresAt, timeZone),
        })}
        meta={<StrandBadge strand={strand} />}
      />
      <ErrorSummary {...form.errorSummary} />
      <Notice title={t("organisation.invitation.what")}>{t(`organisation.roleHint.${role}`)}</Notice>
      <Form>
        <FormActions>
          <Button icon="check">{t("organisation.invitation.submit")}</Button>
          {workspace}
        </FormActions>
      </Form>
    </Page>
  )
}
