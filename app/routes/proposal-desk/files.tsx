import { useLoaderData } from "@remix-run/react"
import fileSizeScript from "#app/browser/file-size.ts?worker&url"
import { invalid } from "#app/domain/kernel/errors.ts"
import { evidenceLimit } from "#app/domain/organisation/evidence-limit.ts"
import { attachFile, filesOf } from "#app/domain/proposal/attachments.server.ts"
import { proposalLimits } from "#app/domain/proposal/limits.ts"
import { fileOf, uploadLimit } from "#app/http/body.server.ts"
import { redirectWith } from "#app/http/flash.server.ts"
import { useFormState } from "#app/http/form.ts"
import { actionFor, loaderFor } from "#app/http/handler.server.ts"
import { metaFrom } from "#app/http/meta.ts"
import { useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { Button, ButtonLink, FileInput, Form, FormActions, Notice, Page, Section, Stack } from "#app/ui/index.ts"
import { Refused } from "../parts/refused.tsx"
import { caseFor } from "./parts/case-head.server.ts"
import { CaseHeading } from "./parts/case-heading.tsx"
import { FilesList } from "./parts/files-list.tsx"

export const handle = { script: fileSizeScript }

export const loader = loaderFor("proposal.attach", async ({ ctx, params }) => {
  const { proposal, head } = await caseFor(ctx, params.code, "proposal.attach")
  return { head, files: await filesOf(ctx.db, proposal.id) }
})

export const action = actionFor(
  "proposal.attach",
  async ({ ctx, params, form }) => {
    const { head } = await caseFor(ctx, params.code, "proposal.attach")
    const upload = await fileOf(form, "file")
    if (!upload) throw invalid("form", { fields: { file: ["field.fileRequired"] } })
    await attachFile(ctx, head.code, upload)
    return redirectWith(ctx, paths.proposalFiles(head.code), "proposal.attached")
  },
  { limit: uploadLimit },
)

export const meta = metaFrom("proposal.file.title")

export default function Files() {
  const { head, files } = useLoaderData<typeof loader>()
  const t = useT()
  const to = useLocalPath()
  const form = useFormState()
  const open = head.steps.includes("save") || head.steps.includes("amend")
  return (
    <Page width="text">
      <CaseHeading
        head={head}
        title={t("proposal.file.title")}
        lede={t("proposal.file.lede", { count: proposalLimits.files })}
      />
      <Refused form={form} />
      <Section title={t("proposal.file.list", { count: files.length, most: proposalLimits.files })} id="daftar">
        <FilesList code={head.code} files={files} removable={open} />
      </Section>
      {open ? null : (
        <Notice kind="warning" title={t(`proposal.status.${head.status}`)}>
          {t("errors.flow.step")}
        </Notice>
      )}
      <Form encType="multipart/form-data">
        <Stack gap="lg">
          {open && files.length < proposalLimits.files ? (
            <FileInput
              {...form.field("file")}
              label={t("proposal.file.field")}
              accept=".pdf,.png,.jpg,.jpeg"
              most={evidenceLimit}
              limit={t("proposal.file.limit", { megabytes: evidenceLimit / 1_000_000 })}
              required
            />
          ) : null}
          <FormActions>
            {open && files.length < proposalLimits.files ? (
              <Button icon="upload">{t("proposal.file.submit")}</Button>
            ) : null}
            <ButtonLink href={to(paths.proposalCase(head.code))} kind="plain">
              {t("proposal.back")}
            </ButtonLink>
          </FormActions>
        </Stack>
      </Form>
    </Page>
  )
}
