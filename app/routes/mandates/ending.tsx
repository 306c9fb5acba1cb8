import { useLoaderData } from "@remix-run/react"
import { stepsFrom } from "#app/domain/kernel/flow.ts"
import { mandateFlow } from "#app/domain/organisation/flow.ts"
import { endMandate } from "#app/domain/organisation/mandate-ending.server.ts"
import { getMandate } from "#app/domain/organisation/mandate-queries.server.ts"
import { reasonForm } from "#app/domain/organisation/schema.ts"
import { authorize } from "#app/domain/policy/table.ts"
import { redirectWith } from "#app/http/flash.server.ts"
import { parseForm } from "#app/http/form.server.ts"
import { useFormState } from "#app/http/form.ts"
import { actionFor, loaderFor } from "#app/http/handler.server.ts"
import { metaFrom } from "#app/http/meta.ts"
import { useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import {
  Breadcrumbs,
  Button,
  ButtonLink,
  ErrorSummary,
  Form,
  FormActions,
  HiddenFields,
  Notice,
  Page,
  PageHeading,
  Stack,
  TextArea,
} from "#app/ui/index.ts"
import { MandateState } from "./parts/mandate-state.tsx"
import { officeText } from "./parts/office.tsx"

export const loader = loaderFor("mandate.end", async ({ ctx, params }) => {
  const mandate = await getMandate(ctx, params.id ?? "")
  authorize(ctx.actor, "mandate.end", { organisationId: mandate.organisationId })
  const { id, office, standIn, holderName, organisationName, status, lockVersion } = mandate
  const open = stepsFrom(mandateFlow, status).includes("end")
  return { id, office, standIn, holderName, organisationName, status, lockVersion, open }
})

export const action = actionFor("mandate.end", async ({ ctx, params, form }) => {
  const { id, organisationId } = await getMandate(ctx, params.id ?? "")
  authorize(ctx.actor, "mandate.end", { organisationId })
  const { reason, lockVersion } = parseForm(form, reasonForm)
  await endMandate(ctx, id, reason, lockVersion)
  return redirectWith(ctx, paths.mandate(id), "mandateEnded")
})

export const meta = metaFrom("mandate.show.end")

export default function MandateEnding() {
  const mandate = useLoaderData<typeof loader>()
  const t = useT()
  const to = useLocalPath()
  const form = useFormState()
  const { id, holderName: holder, organisationName, status, lockVersion, open } = mandate
  const office = officeText(mandate)
  const back = (
    <ButtonLink href={to(paths.mandate(id))} kind="plain">
      {t("common.back")}
    </ButtonLink>
  )
  return (
    <Page width="text">
      <Breadcrumbs
        items={[
          { href: to(paths.workspace()), label: t("organisation.desk.crumb") },
          { href: to(paths.mandate(id)), label: office },
          { label: t("mandate.show.end") },
        ]}
      />
      <PageHeading
        eyebrow={organisationName}
        title={t("mandate.end.title", { office })}
        lede={t("mandate.end.lede", { holder, office })}
        meta={<MandateState status={status} />}
      />
      <ErrorSummary {...form.errorSummary} />
      {open ? (
        <Form>
          <HiddenFields values={{ lockVersion: String(lockVersion) }} />
          <Stack gap="lg">
            <Notice kind="warning" title={t("mandate.end.effectTitle")}>
              <ul>
                <li>{t("mandate.end.effectKey")}</li>
                <li>{t("mandate.end.effectPast")}</li>
                <li>{t("mandate.end.effectFinal")}</li>
              </ul>
            </Notice>
            <TextArea
              {...form.field("reason")}
              label={t("mandate.end.reason")}
              hint={t("mandate.end.reasonHint")}
              rows={3}
              maxLength={1000}
              required
            />
            <FormActions>
              <Button kind="danger">{t("mandate.end.submit")}</Button>
              {back}
            </FormActions>
          </Stack>
        </Form>
      ) : (
        <Notice title={t("mandate.end.closed")} actions={back} />
      )}
    </Page>
  )
}
