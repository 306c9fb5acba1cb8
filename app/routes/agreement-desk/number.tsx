import { useLoaderData } from "@remix-run/react"
import { numberAgreement } from "#app/domain/agreement/numbering.server.ts"
import { sidesOf } from "#app/domain/agreement/queries.server.ts"
import { numberForm } from "#app/domain/agreement/schema.ts"
import { officialDay } from "#app/domain/kernel/clock.ts"
import { redirectWith } from "#app/http/flash.server.ts"
import { parseForm } from "#app/http/form.server.ts"
import { actionFor, loaderFor } from "#app/http/handler.server.ts"
import { metaFrom } from "#app/http/meta.ts"
import { useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { Page } from "#app/ui/index.ts"
import { caseFor } from "./parts/case-head.server.ts"
import { CaseHeading } from "./parts/case-heading.tsx"
import { NumberFields } from "./parts/number-fields.tsx"

export const loader = loaderFor("agreement.number", async ({ ctx, params }) => {
  const { head, agreement } = await caseFor(ctx, params.code, "agreement.number")
  const { own } = sidesOf(agreement)
  return {
    head,
    organisation: own.organisationName,
    number: own.number,
    numberedOn: own.numberedOn ?? agreement.signingDate ?? officialDay(ctx.now),
  }
})

export const action = actionFor("agreement.number", async ({ ctx, params, form }) => {
  await caseFor(ctx, params.code, "agreement.number")
  await numberAgreement(ctx, params.code ?? "", parseForm(form, numberForm))
  return redirectWith(ctx, paths.agreementCase(params.code ?? ""), "agreementNumbered")
})

export const meta = metaFrom("agreement.case.action.number")

export default function Numbering() {
  const { head, organisation, number, numberedOn } = useLoaderData<typeof loader>()
  const t = useT()
  return (
    <Page width="text">
      <CaseHeading
        head={head}
        title={t("agreement.numbering.title", { organisation })}
        lede={t("agreement.numbering.lede")}
      />
      <NumberFields head={head} number={number} numberedOn={numberedOn} />
    </Page>
  )
}
