import { useLoaderData } from "@remix-run/react"
import { seenForm } from "#app/domain/proposal/schema.ts"
import { submissionFaults, submitProposal } from "#app/domain/proposal/submission.server.ts"
import { redirectWith } from "#app/http/flash.server.ts"
import { parseForm } from "#app/http/form.server.ts"
import { actionFor, loaderFor } from "#app/http/handler.server.ts"
import { metaFrom } from "#app/http/meta.ts"
import { useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { ButtonLink, Notice, Page } from "#app/ui/index.ts"
import { Transition } from "../parts/transition.tsx"
import { caseFor } from "./parts/case-head.server.ts"
import { CaseHeading } from "./parts/case-heading.tsx"
import { DraftFaults } from "./parts/draft-faults.tsx"

export const loader = loaderFor("proposal.submit", async ({ ctx, params }) => {
  const { proposal, head } = await caseFor(ctx, params.code, "proposal.submit")
  return {
    head,
    faults: head.steps.includes("submit") ? await submissionFaults(ctx, proposal) : {},
    invited: proposal.partners.filter(({ standing }) => standing === "invited").map(({ name }) => name),
  }
})

export const action = actionFor("proposal.submit", async ({ ctx, params, form }) => {
  const { head } = await caseFor(ctx, params.code, "proposal.submit")
  await submitProposal(ctx, head.code, parseForm(form, seenForm))
  return redirectWith(ctx, paths.proposalCase(head.code), "proposal.submitted")
})

export const meta = metaFrom("proposal.submission.title")

export default function Submission() {
  const { head, faults, invited } = useLoaderData<typeof loader>()
  const t = useT()
  const to = useLocalPath()
  const complete = Object.keys(faults).length === 0
  return (
    <Page width="text">
      <CaseHeading
        head={head}
        title={t("proposal.submission.title")}
        lede={t("proposal.submission.lede", { recipient: head.recipientName })}
      />
      {complete ? (
        <Transition
          back={to(paths.proposalCase(head.code))}
          open={head.steps.includes("submit")}
          state={t(`proposal.status.${head.status}`)}
          fields={{ lockVersion: String(head.lockVersion) }}
          submit={t("proposal.submission.submit")}
        >
          {invited.length > 0 ? (
            <Notice kind="warning" title={t("proposal.submission.invited", { count: invited.length })}>
              <p lang="id">{invited.join(", ")}</p>
              <p>{t("proposal.submission.invitedBody")}</p>
            </Notice>
          ) : null}
        </Transition>
      ) : (
        <Notice
          kind="warning"
          title={t("errors.proposal.incomplete")}
          actions={
            <ButtonLink href={to(paths.proposalDraft(head.code))} size="sm" icon="edit">
              {t("proposal.case.write")}
            </ButtonLink>
          }
        >
          <DraftFaults faults={faults} href={to(paths.proposalDraft(head.code))} />
        </Notice>
      )}
    </Page>
  )
}
