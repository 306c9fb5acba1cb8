import { proposalLimits } from "#app/domain/proposal/limits.ts"
import type { useFormState } from "#app/http/form.ts"
import { useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import {
  Button,
  ButtonLink,
  Form,
  FormActions,
  HiddenFields,
  Notice,
  Select,
  Sheet,
  Stack,
  TextInput,
} from "#app/ui/index.ts"
import type { NewProposalView } from "../new.tsx"

/** A title and whom it is for; all else is written in the draft. */
export function Beginning({ view, form }: { view: NewProposalView; form: ReturnType<typeof useFormState> }) {
  const t = useT()
  const to = useLocalPath()
  const { need, recipients } = view
  if (need && (need.own || !need.open))
    return (
      <Notice
        kind="warning"
        title={t(need.own ? "errors.proposal.ownRegion" : "errors.proposal.need.closed")}
        actions={
          <ButtonLink href={to(paths.need(need.slug))} kind="quiet" size="sm">
            {t("proposal.start.toNeed")}
          </ButtonLink>
        }
      >
        {t(need.own ? "proposal.start.ownNeedBody" : "proposal.start.closedBody")}
      </Notice>
    )
  return (
    <Form>
      <Stack gap="lg">
        {need ? (
          <>
            <HiddenFields values={{ need: need.slug }} />
            <Sheet>
              <p className="text-sm text-ink-soft">{t("proposal.start.answers")}</p>
              <p lang="id">
                <strong>{need.title}</strong>
              </p>
              <p lang="id">{need.organisationName}</p>
            </Sheet>
          </>
        ) : (
          <Select
            {...form.field("recipient")}
            label={t("proposal.start.recipient")}
            hint={t("proposal.start.recipientHint")}
            width="full"
            options={recipients.map(({ slug, name, regionName }) => ({
              value: slug,
              label: `${regionName} · ${name}`,
            }))}
            required
          />
        )}
        <TextInput
          {...form.field("title")}
          label={t("proposal.content.title")}
          hint={t("proposal.content.titleHint")}
          maxLength={proposalLimits.title}
          lang="id"
          required
        />
        <FormActions note={t("proposal.start.note")}>
          <Button>{t("proposal.start.submit")}</Button>
          <ButtonLink href={need ? to(paths.need(need.slug)) : to(paths.proposals())} kind="plain">
            {t("common.cancel")}
          </ButtonLink>
        </FormActions>
      </Stack>
    </Form>
  )
}
