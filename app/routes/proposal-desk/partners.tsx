import { useLoaderData } from "@remix-run/react"
import { proposalLimits } from "#app/domain/proposal/limits.ts"
import { findPartners, invitePartner } from "#app/domain/proposal/partners.server.ts"
import { invitationForm } from "#app/domain/proposal/schema.ts"
import { longestSearch } from "#app/domain/search/words.ts"
import { redirectWith } from "#app/http/flash.server.ts"
import { parseForm } from "#app/http/form.server.ts"
import { useFormState } from "#app/http/form.ts"
import { actionFor, loaderFor } from "#app/http/handler.server.ts"
import { metaFrom } from "#app/http/meta.ts"
import { useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import {
  Button,
  ButtonLink,
  FilterBar,
  Form,
  FormActions,
  HiddenFields,
  Notice,
  Page,
  RadioGroup,
  Section,
  Stack,
  TextInput,
} from "#app/ui/index.ts"
import { Refused } from "../parts/refused.tsx"
import { caseFor } from "./parts/case-head.server.ts"
import { CaseHeading } from "./parts/case-heading.tsx"
import { PartnersTable } from "./parts/partners-table.tsx"

export const loader = loaderFor("proposal.invite", async ({ ctx, params, url }) => {
  const { proposal, head } = await caseFor(ctx, params.code, "proposal.invite")
  const q = (url.searchParams.get("q") ?? "").slice(0, longestSearch)
  return {
    head,
    q,
    choices: await findPartners(ctx, proposal, q),
    partners: proposal.partners.map(({ id, name, slug, strand, part, standing }) => ({
      ...{ id, name, slug, strand, part, standing },
    })),
  }
})

export const action = actionFor("proposal.invite", async ({ ctx, params, form }) => {
  const { head } = await caseFor(ctx, params.code, "proposal.invite")
  await invitePartner(ctx, head.code, parseForm(form, invitationForm))
  return redirectWith(ctx, paths.proposalPartners(head.code), "proposal.partnerInvited")
})

export const meta = metaFrom("proposal.partner.invite")

export default function Partners() {
  const { head, q, choices, partners } = useLoaderData<typeof loader>()
  const t = useT()
  const to = useLocalPath()
  const form = useFormState()
  const here = to(paths.proposalPartners(head.code))
  const open = head.steps.includes("save") || head.steps.includes("amend")
  return (
    <Page>
      <CaseHeading head={head} title={t("proposal.partner.title")} lede={t("proposal.partner.lede")} />
      <Refused form={form} />
      <Section title={t("proposal.partner.present")} id="daftar">
        <PartnersTable partners={partners} {...(open ? { code: head.code } : {})} />
      </Section>
      {open ? null : (
        <Notice kind="warning" title={t(`proposal.status.${head.status}`)}>
          {t("errors.flow.step")}
        </Notice>
      )}
      {open || form.values ? (
        <Section title={t("proposal.partner.invite")} id="undang" ruled>
          <FilterBar
            action={here}
            submitLabel={t("proposal.partner.find")}
            count={t("proposal.partner.found", { count: choices.length })}
            resetHref={q ? here : undefined}
          >
            <TextInput
              name="q"
              type="search"
              label={t("proposal.partner.search")}
              hint={t("proposal.partner.searchHint")}
              defaultValue={q}
              maxLength={200}
            />
          </FilterBar>
          {choices.length === 0 ? (
            <Notice>{t("proposal.partner.none")}</Notice>
          ) : (
            <Form>
              <Stack gap="lg">
                <HiddenFields values={{ lockVersion: form.seen("lockVersion", String(head.lockVersion)) }} />
                <RadioGroup
                  {...form.field("organisation")}
                  label={t("proposal.partner.which")}
                  options={choices.map(({ slug, name, strand, regionName }) => ({
                    value: slug,
                    label: <span lang="id">{name}</span>,
                    hint: `${t(`ui.strand.${strand}`)} · ${regionName}`,
                  }))}
                  required
                />
                <TextInput
                  {...form.field("part")}
                  label={t("proposal.partner.part")}
                  hint={t("proposal.partner.partHint")}
                  maxLength={proposalLimits.part}
                  lang="id"
                  required
                />
                <FormActions>
                  {open ? <Button>{t("proposal.partner.submit")}</Button> : null}
                  <ButtonLink href={to(paths.proposalCase(head.code))} kind="plain">
                    {t("proposal.back")}
                  </ButtonLink>
                </FormActions>
              </Stack>
            </Form>
          )}
        </Section>
      ) : null}
    </Page>
  )
}
