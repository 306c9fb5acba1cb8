import { useLoaderData } from "@remix-run/react"
import { initiativeLimits } from "#app/domain/initiative/limits.ts"
import { addPartner, findInitiativePartners } from "#app/domain/initiative/partners.server.ts"
import { partnerForm } from "#app/domain/initiative/schema.ts"
import { longestSearch } from "#app/domain/search/words.ts"
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
  Cluster,
  FilterBar,
  Form,
  FormActions,
  HiddenFields,
  Notice,
  Page,
  RadioGroup,
  RecordTable,
  Section,
  Stack,
  StrandBadge,
  TextInput,
} from "#app/ui/index.ts"
import { Refused } from "../parts/refused.tsx"
import { initiativeFor } from "./parts/initiative-head.server.ts"
import { InitiativeHeading } from "./parts/initiative-heading.tsx"

export const loader = loaderFor("initiative.partner", async ({ ctx, params, url }) => {
  const { initiative, head } = await initiativeFor(ctx, params.id, "initiative.partner")
  const q = (url.searchParams.get("q") ?? "").slice(0, longestSearch)
  return {
    head,
    q,
    choices: await findInitiativePartners(ctx, initiative, q),
    partners: initiative.partners
      .filter(({ leftAt }) => leftAt === null)
      .map(({ id, name, slug, strand, part, lead }) => ({ id, name, slug, strand, part, lead })),
  }
})

export const action = actionFor("initiative.partner", async ({ ctx, params, form }) => {
  const { initiative } = await initiativeFor(ctx, params.id, "initiative.partner")
  await addPartner(ctx, initiative.id, parseForm(form, partnerForm))
  return redirectWith(ctx, paths.initiativePartners(initiative.id), "initiative.partnerAdded")
})

export const meta = metaFrom("initiative.partner.title")

export default function Partners() {
  const { head, q, choices, partners } = useLoaderData<typeof loader>()
  const t = useT()
  const to = useLocalPath()
  const form = useFormState()
  const here = to(paths.initiativePartners(head.id))
  return (
    <Page>
      <InitiativeHeading head={head} title={t("initiative.partner.title")} lede={t("initiative.partner.lede")} />
      <Refused form={form} />
      <RecordTable
        caption={t("initiative.partner.title")}
        captionHidden
        rows={partners}
        rowKey={({ id }) => id}
        columns={[
          {
            key: "name",
            header: t("proposal.partner.organisation"),
            rowHeader: true,
            cell: ({ name, slug, strand }) => (
              <Cluster gap="xs">
                <StrandBadge strand={strand} letterOnly />
                <Anchor href={to(paths.organisation(slug))}>
                  <span lang="id">{name}</span>
                </Anchor>
              </Cluster>
            ),
          },
          {
            key: "part",
            header: t("initiative.partner.part"),
            cell: ({ part }) =>
              part ? (
                <span lang="id">{part}</span>
              ) : (
                <span className="text-ink-soft">{t("proposal.content.missing")}</span>
              ),
          },
          {
            key: "actions",
            header: t("proposal.actions"),
            cell: ({ id, name, lead }) =>
              head.writable ? (
                <Cluster gap="sm">
                  <Anchor
                    href={to(paths.initiativePart(head.id, id))}
                    aria-label={t("initiative.partner.changeOf", { name })}
                  >
                    {t("initiative.partner.change")}
                  </Anchor>
                  {lead ? null : (
                    <Anchor
                      href={to(paths.endInitiativePartner(head.id, id))}
                      aria-label={t("proposal.partner.removeOf", { name })}
                    >
                      {t("proposal.partner.remove")}
                    </Anchor>
                  )}
                </Cluster>
              ) : (
                "–"
              ),
          },
        ]}
      />
      {head.writable ? null : (
        <Notice kind="warning" title={t(`initiative.status.${head.status}`)}>
          {t("errors.flow.step")}
        </Notice>
      )}
      {head.writable || form.values ? (
        <Section title={t("initiative.partner.add")} id="tambah" ruled>
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
                  label={t("initiative.partner.which")}
                  options={choices.map(({ slug, name, strand, regionName }) => ({
                    value: slug,
                    label: <span lang="id">{name}</span>,
                    hint: `${t(`ui.strand.${strand}`)} · ${regionName}`,
                  }))}
                  required
                />
                <TextInput
                  {...form.field("part")}
                  label={t("initiative.partner.part")}
                  hint={t("initiative.partner.partHint")}
                  maxLength={initiativeLimits.part}
                  lang="id"
                  required
                />
                <FormActions>
                  {head.writable ? <Button>{t("initiative.partner.submit")}</Button> : null}
                  <ButtonLink href={to(paths.initiativeCase(head.id))} kind="plain">
                    {t("initiative.back")}
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
