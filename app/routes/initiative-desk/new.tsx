import { useLoaderData } from "@remix-run/react"
import { governedRegion, nameableRegions } from "#app/domain/initiative/basis.server.ts"
import { initiativeLimits } from "#app/domain/initiative/limits.ts"
import { startForm } from "#app/domain/initiative/schema.ts"
import { initiativeSources, startPrefill } from "#app/domain/initiative/sources.server.ts"
import { startInitiative } from "#app/domain/initiative/start.server.ts"
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
  CheckboxGroup,
  EmptyState,
  Form,
  FormActions,
  Page,
  PageHeading,
  Stack,
  TextInput,
} from "#app/ui/index.ts"
import { Refused } from "../agreement-desk/parts/refused.tsx"
import { splitBasis } from "./parts/basis-choice.ts"
import { InitiativeFields } from "./parts/initiative-fields.tsx"

export const loader = loaderFor("initiative.start", async ({ ctx, url }) => {
  const sources = await initiativeSources(ctx)
  const asked = new Set(url.searchParams.getAll("usulan"))
  const chosen = sources.proposals.map(({ code }) => code).filter((code) => asked.has(code))
  return {
    ...sources,
    chosen,
    basis: (url.searchParams.get("kesepakatan") ?? "").slice(0, 40),
    prefill: await startPrefill(ctx, chosen),
    regions: await nameableRegions(ctx),
  }
})

export const action = actionFor("initiative.start", async ({ ctx, form }) => {
  await governedRegion(ctx)
  splitBasis(form)
  const id = await startInitiative(ctx, parseForm(form, startForm))
  return redirectWith(ctx, paths.initiativeCase(id), "initiative.started")
})

export const meta = metaFrom("initiative.start.title")

export default function NewInitiative() {
  const { proposals, agreements, chosen, basis, prefill, regions } = useLoaderData<typeof loader>()
  const t = useT()
  const to = useLocalPath()
  const form = useFormState({ ...prefill, affair: prefill.affair ?? undefined })
  return (
    <Page width="text">
      <Breadcrumbs
        items={[
          { href: to(paths.initiativeDesk()), label: t("initiative.desk.title") },
          { label: t("initiative.start.title") },
        ]}
      />
      <PageHeading title={t("initiative.start.title")} lede={t("initiative.start.lede")} />
      <Refused form={form} />
      {proposals.length === 0 && agreements.length === 0 ? (
        <EmptyState
          art="agreement"
          title={t("initiative.start.none")}
          actions={<ButtonLink href={to(paths.proposals())}>{t("proposal.list.title")}</ButtonLink>}
        >
          {t("initiative.start.noneBody")}
        </EmptyState>
      ) : (
        <Form>
          <Stack gap="lg">
            {proposals.length > 0 ? (
              <CheckboxGroup
                name="proposals"
                errors={form.field("proposals").errors}
                defaultValue={form.refusal ? (form.all("proposals") ?? []) : chosen}
                label={t("initiative.start.proposals")}
                hint={t("initiative.start.proposalsHint")}
                options={proposals.map(({ code, title, organisationName }) => ({
                  value: code,
                  label: <span lang="id">{title}</span>,
                  hint: <span lang="id">{organisationName}</span>,
                }))}
              />
            ) : null}
            <InitiativeFields form={form} regions={regions} agreements={agreements} basis={basis} />
            <TextInput
              {...form.field("part")}
              label={t("initiative.start.part")}
              hint={t("initiative.start.partHint")}
              maxLength={initiativeLimits.part}
              lang="id"
              optional
            />
            <FormActions note={t("initiative.start.note")}>
              <Button>{t("initiative.start.submit")}</Button>
              <ButtonLink href={to(paths.initiativeDesk())} kind="plain">
                {t("common.cancel")}
              </ButtonLink>
            </FormActions>
          </Stack>
        </Form>
      )}
    </Page>
  )
}
