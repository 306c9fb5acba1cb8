import type { useFormState } from "#app/http/form.ts"
import { useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { Button, FileInput, Form, FormActions, Stack } from "#app/ui/index.ts"

export function UploadForm({ form }: { form: ReturnType<typeof useFormState> }) {
  const t = useT()
  const to = useLocalPath()
  return (
    <Form action={to(paths.verification())} encType="multipart/form-data">
      <Stack gap="lg">
        <FileInput
          {...form.field("file")}
          label={t("verification.upload.file")}
          accept="application/pdf,.pdf"
          limit={t("verification.upload.limit")}
          required
        />
        <FormActions note={t("verification.upload.printNote")}>
          <Button icon="shield">{t("verification.upload.submit")}</Button>
        </FormActions>
      </Stack>
    </Form>
  )
}
