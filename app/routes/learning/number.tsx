import { useActionData, useLoaderData } from "@remix-run/react"
import { showNumber } from "#app/domain/programme/number.server.ts"
import { actionFor, loaderFor } from "#app/http/handler.server.ts"
import { metaFrom } from "#app/http/meta.ts"
import { useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { Button, ButtonLink, CodeText, Form, FormActions, Page, Sheet } from "#app/ui/index.ts"
import { learnerFor } from "./parts/learner-head.server.ts"
import { LearnerHeading } from "./parts/learner-heading.tsx"

/** The one page on which a number stands whole: only after it was asked for, and only in that one answer. */
export const loader = loaderFor("learner.readNumber", async ({ ctx, params }) => {
  const { learner, head } = await learnerFor(ctx, params.id, "learner.readNumber")
  return { head, numberKind: learner.numberKind }
})

export const action = actionFor("learner.readNumber", async ({ ctx, params }) => ({
  number: await showNumber(ctx, params.id ?? ""),
}))

export const meta = metaFrom("programme.number.title")

export default function NumberPage() {
  const { head, numberKind } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useT()
  const to = useLocalPath()
  const number = answer && "number" in answer ? answer.number : null
  return (
    <Page width="text">
      <LearnerHeading head={head} title={t("programme.number.title")} lede={t("programme.number.lede")} />
      {number ? (
        <>
          <Sheet>
            <p>
              {t("programme.number.shown")}: {t(`programme.numberKind.${numberKind}`)}
            </p>
            <p className="text-xl">
              <CodeText>{number}</CodeText>
            </p>
          </Sheet>
          <ButtonLink href={to(paths.learner(head.id))} kind="quiet">
            {t("programme.number.back")}
          </ButtonLink>
        </>
      ) : (
        <Form>
          <FormActions>
            <Button>{t("programme.number.submit")}</Button>
            <ButtonLink href={to(paths.learner(head.id))} kind="plain">
              {t("common.cancel")}
            </ButtonLink>
          </FormActions>
        </Form>
      )}
    </Page>
  )
}
