import { useLoaderData } from "@remix-run/react"
import { nameableRegions } from "#app/domain/proposal/need-regions.server.ts"
import { needForm } from "#app/domain/proposal/need-schema.ts"
import { startNeed } from "#app/domain/proposal/need-writing.server.ts"
import { redirectWith } from "#app/http/flash.server.ts"
import { parseForm } from "#app/http/form.server.ts"
import { useFormState } from "#app/http/form.ts"
import { actionFor, loaderFor } from "#app/http/handler.server.ts"
import { metaFrom } from "#app/http/meta.ts"
import { useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { Breadcrumbs, Page, PageHeading } from "#app/ui/index.ts"
import { Refused } from "../agreement-desk/parts/refused.tsx"
import { NeedFields } from "./parts/need-fields.tsx"

export const loader = loaderFor("need.start", async ({ ctx }) => ({ regions: await nameableRegions(ctx) }))

export const action = actionFor("need.start", async ({ ctx, form }) => {
  await nameableRegions(ctx)
  const id = await startNeed(ctx, parseForm(form, needForm))
  return redirectWith(ctx, paths.needCase(id), "need.started")
})

export const meta = metaFrom("proposal.need.start.title")

export default function NewNeed() {
  const { regions } = useLoaderData<typeof loader>()
  const t = useT()
  const to = useLocalPath()
  const form = useFormState({ regionCode: regions[0]?.code })
  return (
    <Page width="text">
      <Breadcrumbs
        items={[
          { href: to(paths.needDesk()), label: t("proposal.need.desk.title") },
          { label: t("proposal.need.start.title") },
        ]}
      />
      <PageHeading title={t("proposal.need.start.title")} lede={t("proposal.need.start.lede")} />
      <Refused form={form} />
      <NeedFields
        form={form}
        kinds={[]}
        regions={regions}
        hidden={{}}
        submit={t("proposal.need.start.submit")}
        back={to(paths.needDesk())}
      />
    </Page>
  )
}
