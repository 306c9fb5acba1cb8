import { redirect } from "@remix-run/node"
import { useActionData, useLoaderData } from "@remix-run/react"
import { lookUp } from "#app/domain/agreement/lookup.server.ts"
import { invalid } from "#app/domain/kernel/errors.ts"
import { verificationLimit, verifyFile } from "#app/domain/signature/file-check.server.ts"
import { lookupField } from "#app/domain/signature/schema.ts"
import { fileOf, uploadLimit } from "#app/http/body.server.ts"
import { useFormState } from "#app/http/form.ts"
import { actionFor, loaderFor } from "#app/http/handler.server.ts"
import { publicMetaFrom } from "#app/http/meta.ts"
import { localPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { ErrorSummary, Page, PageHeading, Section } from "#app/ui/index.ts"
import { Lookup } from "./parts/lookup.tsx"
import { Result } from "./parts/result.tsx"
import { UploadForm } from "./parts/upload-form.tsx"

/** With `q`, the public agreements that match it; a code beside a QR leads to its own page. */
export const loader = loaderFor(
  "document.verify",
  async ({ ctx, url }) => {
    const q = lookupField.safeParse(url.searchParams.get("q") ?? "").data ?? ""
    if (q === "") return { q, answer: null }
    const answer = await lookUp(ctx, q)
    if ("verifyCode" in answer) throw redirect(localPath(ctx.locale, paths.verifyCode(answer.verifyCode)), 303)
    return { q, answer }
  },
  { public: true },
)

/** Checks an uploaded file. It is kept nowhere, so the result is this very answer and no address of its own. */
export const action = actionFor(
  "document.verify",
  async ({ ctx, form }) => {
    const file = await fileOf(form, "file")
    if (!file) throw invalid("form", { fields: { file: ["field.fileRequired"] } })
    if (file.bytes.byteLength > verificationLimit) throw invalid("form", { fields: { file: ["field.fileTooLarge"] } })
    return { name: file.name.slice(-120), result: await verifyFile(ctx, file.bytes) }
  },
  { limit: uploadLimit },
)

export const meta = publicMetaFrom("verification.title", "verification.lede", {
  path: paths.verification(),
  card: ["halaman", "verifikasi"],
  views: ["q"],
})

export default function VerificationPage() {
  const { q, answer } = useLoaderData<typeof loader>()
  const posted = useActionData<typeof action>()
  const t = useT()
  const form = useFormState()
  const checked = posted && "result" in posted ? posted : null
  return (
    <Page width="text">
      <PageHeading title={t("verification.title")} lede={t("verification.lede")} />
      <ErrorSummary {...form.errorSummary} />
      {checked ? <Result name={checked.name} verification={checked.result} /> : null}
      <Section
        title={t(checked ? "verification.result.another" : "verification.upload.title")}
        ruled={checked !== null}
      >
        <UploadForm form={form} />
      </Section>
      <Section title={t("verification.search.title")} ruled>
        <Lookup q={q} answer={answer} />
      </Section>
    </Page>
  )
}
