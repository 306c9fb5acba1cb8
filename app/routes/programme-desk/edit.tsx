import { useLoaderData } from "@remix-run/react"
import { sealedClausesOf } from "#app/domain/programme/clauses.server.ts"
import { editProgramme } from "#app/domain/programme/editing.server.ts"
import { programmeEditForm } from "#app/domain/programme/schema.ts"
import { redirectWith } from "#app/http/flash.server.ts"
import { parseForm } from "#app/http/form.server.ts"
import { useFormState } from "#app/http/form.ts"
import { actionFor, loaderFor } from "#app/http/handler.server.ts"
import { metaFrom } from "#app/http/meta.ts"
import { useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { Notice, Page } from "#app/ui/index.ts"
import { Refused } from "../parts/refused.tsx"
import { StoredNow } from "../parts/stored-now.tsx"
import { ProgrammeHeading } from "./parts/headings.tsx"
import { programmeFor } from "./parts/heads.server.ts"
import { ProgrammeFields } from "./parts/programme-fields.tsx"

export const loader = loaderFor("programme.edit", async ({ ctx, params }) => {
  const { programme, head } = await programmeFor(ctx, params.id, "edit")
  const { title, summary, aims, clauseKey } = programme
  return {
    head,
    values: { title, summary, aims, clauseKey },
    clauses: programme.status === "draft" ? await sealedClausesOf(ctx, programme) : null,
  }
})

export const action = actionFor("programme.edit", async ({ ctx, params, form }) => {
  await programmeFor(ctx, params.id, "edit")
  await editProgramme(ctx, params.id ?? "", parseForm(form, programmeEditForm))
  return redirectWith(ctx, paths.programmeDesk(params.id ?? ""), "programme.saved")
})

export const meta = metaFrom("programme.start.edit")

export default function EditProgramme() {
  const { head, values, clauses } = useLoaderData<typeof loader>()
  const t = useT()
  const to = useLocalPath()
  const form = useFormState(values)
  const { clauseKey: _, ...spoken } = values
  const stored = clauses ? values : spoken
  const labels = {
    title: t("programme.start.titleField"),
    summary: t("programme.start.summary"),
    aims: t("programme.start.aims"),
    clauseKey: t("programme.start.clause"),
  }
  const words = (name: string, value: string) => {
    const clause = name === "clauseKey" ? clauses?.find(({ key }) => key === value) : undefined
    return clause ? t("programme.article", { article: clause.article, title: clause.title }) : value
  }
  const open = head.steps.includes("edit") || head.steps.includes("amend")
  return (
    <Page width="text">
      <ProgrammeHeading head={head} title={t("programme.start.edit")} lede={t("programme.start.editLede")} />
      <Refused form={form} />
      {open ? (
        <>
          <StoredNow form={form} stored={stored} labels={labels} words={words} />
          <ProgrammeFields
            form={form}
            clauses={clauses}
            hidden={{ lockVersion: form.seen("lockVersion", String(head.lockVersion)) }}
            submit={t("programme.start.save")}
            back={to(paths.programmeDesk(head.id))}
          />
        </>
      ) : (
        <Notice kind="warning" title={t(`programme.status.${head.status}`)}>
          {t("errors.flow.step")}
        </Notice>
      )}
    </Page>
  )
}
