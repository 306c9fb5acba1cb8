import { useLoaderData } from "@remix-run/react"
import { answerInvitation } from "#app/domain/proposal/partners.server.ts"
import { answerInvitationForm } from "#app/domain/proposal/schema.ts"
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
  DefinitionList,
  Form,
  FormActions,
  HiddenFields,
  Page,
  PageHeading,
  Sheet,
} from "#app/ui/index.ts"
import { Refused } from "../agreement-desk/parts/refused.tsx"
import { caseFor } from "./parts/case-head.server.ts"

/** Where an invited organisation accepts or declines, and one that takes part leaves. */
export const loader = loaderFor("proposal.partner", async ({ ctx, params }) => {
  const { proposal, head } = await caseFor(ctx, params.code, "proposal.partner")
  const own = proposal.partners.find(({ organisationId }) => organisationId === ctx.actor?.acting?.organisationId)
  return { head, name: own?.name ?? "", part: own?.part ?? "", standing: own?.standing ?? "ended" }
})

export const action = actionFor("proposal.partner", async ({ ctx, params, form }) => {
  const { head } = await caseFor(ctx, params.code, "proposal.partner")
  const input = parseForm(form, answerInvitationForm)
  await answerInvitation(ctx, head.code, input)
  return input.answer === "accept"
    ? redirectWith(ctx, paths.proposalCase(head.code), "proposal.joined")
    : redirectWith(ctx, paths.proposals(), input.answer === "decline" ? "proposal.invitationDeclined" : "proposal.left")
})

export const meta = metaFrom("proposal.partnership.title")

export default function Partnership() {
  const { head, name, part, standing } = useLoaderData<typeof loader>()
  const t = useT()
  const to = useLocalPath()
  const form = useFormState()
  const invited = standing === "invited"
  const writable = head.steps.includes("save") || head.steps.includes("amend")
  return (
    <Page width="text">
      <Breadcrumbs
        items={[
          { href: to(paths.proposals()), label: t("proposal.list.title") },
          { label: t("proposal.partnership.title") },
        ]}
      />
      <PageHeading
        title={t(invited ? "proposal.partnership.title" : "proposal.partnership.leaveTitle")}
        lede={t(invited ? "proposal.partnership.lede" : "proposal.partnership.leaveLede", {
          organisation: head.organisationName,
          name,
        })}
      />
      <Refused form={form} />
      <Sheet>
        <DefinitionList
          items={[
            { term: t("proposal.content.title"), value: <span lang="id">{head.title}</span> },
            { term: t("proposal.proposer"), value: <span lang="id">{head.organisationName}</span> },
            { term: t("proposal.recipient"), value: <span lang="id">{head.recipientName}</span> },
            { term: t("proposal.partnership.part"), value: <span lang="id">{part}</span> },
          ]}
        />
      </Sheet>
      <Form>
        <HiddenFields values={{ lockVersion: String(head.lockVersion) }} />
        <FormActions note={invited ? t("proposal.partnership.note") : undefined}>
          {invited ? (
            <>
              {writable ? (
                <Button name="answer" value="accept">
                  {t("proposal.partnership.accept")}
                </Button>
              ) : null}
              <Button name="answer" value="decline" kind="quiet">
                {t("proposal.partnership.decline")}
              </Button>
            </>
          ) : (
            <>
              <Button name="answer" value="leave" kind="danger">
                {t("proposal.partnership.leave")}
              </Button>
              <ButtonLink href={to(paths.proposalCase(head.code))} kind="plain">
                {t("common.cancel")}
              </ButtonLink>
            </>
          )}
        </FormActions>
      </Form>
    </Page>
  )
}
