import { useLoaderData } from "@remix-run/react"
import { declineAgreement } from "#app/domain/agreement/decline.server.ts"
import { reasonForm } from "#app/domain/agreement/schema.ts"
import { redirectWith } from "#app/http/flash.server.ts"
import { parseForm } from "#app/http/form.server.ts"
import { actionFor, loaderFor } from "#app/http/handler.server.ts"
import { metaFrom } from "#app/http/meta.ts"
import { useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { Notice, Page } from "#app/ui/index.ts"
import { caseFor } from "../agreement-desk/parts/case-head.server.ts"
import { CaseHeading } from "../agreement-desk/parts/case-heading.tsx"
import { Transition } from "../agreement-desk/parts/transition.tsx"

export const loader = loaderFor("agreement.decline", async ({ ctx, params }) => {
  const { head } = await caseFor(ctx, params.code, "agreement.decline")
  return { head }
})

export const action = actionFor("agreement.decline", async ({ ctx, params, form }) => {
  await caseFor(ctx, params.code, "agreement.decline")
  await declineAgreement(ctx, params.code!, parseForm(form, reasonForm))
  return redirectWith(ctx, paths.agreementCase(params.code!), "agreementDeclined")
})

export const meta = metaFrom("signing.decline.title")

export default function Refusal() {
  const { head } = useLoaderData<typeof loader>()
  const t = useT()
  return (
    <Page width="text">
      <CaseHeading
        head={head}
        title={t("signing.decline.title")}
        lede={t("signing.decline.lede", { title: head.title, code: head.code })}
      />
      <Transition
        head={head}
        steps={["decline"]}
        reason={t("signing.decline.reason")}
        submit={t("signing.decline.submit")}
        danger
      >
        <Notice kind="warning" title={t("signing.decline.effect")}>
          <ul className="points">
            <li>{t("signing.decline.effectEnds")}</li>
            <li>{t("signing.decline.effectSeals")}</li>
            <li>{t("signing.decline.effectTold")}</li>
          </ul>
        </Notice>
      </Transition>
    </Page>
  )
}
