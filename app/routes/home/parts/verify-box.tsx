import { useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { Button, ButtonLink, Form, Section, Sheet, Stack, TextInput } from "#app/ui/index.ts"

/** The shortest way to an answer for somebody who holds a paper: type its number or code, or go to the upload. */
export function VerifyBox() {
  const t = useT()
  const to = useLocalPath()
  return (
    <Sheet padded>
      <Section title={t("home.verifyBox.title")} lede={t("home.verifyBox.lede")}>
        <Form method="get" action={to(paths.verification())}>
          <Stack gap="sm">
            <TextInput
              name="q"
              label={t("home.verifyBox.label")}
              hint={t("home.verifyBox.hint")}
              width="md"
              maxLength={120}
            />
            <p>
              <Button icon="search">{t("home.verifyBox.submit")}</Button>{" "}
              <ButtonLink href={to(paths.verification())} kind="plain" icon="upload">
                {t("home.verifyBox.upload")}
              </ButtonLink>
            </p>
          </Stack>
        </Form>
      </Section>
    </Sheet>
  )
}
