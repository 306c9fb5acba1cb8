import { useLoaderData } from "@remix-run/react"
import { nameableRegions } from "#app/domain/proposal/need-regions.server.ts"
import { needEditForm } from "#app/domain/proposal/need-schema.ts"
import { editNeed } from "#app/domain/proposal/need-writing.server.ts"
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
import { NeedFields } from "./parts/need-fields.tsx"
import { needFor } from "./parts/need-head.server.ts"
import { NeedHeading } from "./parts/need-heading.tsx"

export const loader = loaderFor("need.edit", async ({ ctx, params }) => {
  const { need, head } = await needFor(ctx, params.id, "edit")
  const { title, problem, affair, regionCode, place, kinds, periodFrom, periodUntil } = need
  return {
    head,
    kinds,
    values: { title, problem, affair, regionCode, place, periodFrom, periodUntil },
    regions: await nameableRegions(ctx),
  }
})

export const action = actionFor("need.edit", async ({ ctx, params, form }) => {
  const { need } = await needFor(ctx, params.id, "edit")
  await editNeed(ctx, need.id, parseForm(form, needEditForm))
  return redirectWith(ctx, paths.needCase(need.id), "need.saved")
})

export const meta = metaFrom("proposal.need.edit.title")

export default function EditNeed() {
  const { head, values, kinds, regions } = useLoaderData<typeof loader>()
  const t = useT()
  const to = useLocalPath()
  const form = useFormState(values)
  const open = (["edit", "amend", "correct"] as const).some((step) => head.steps.includes(step))
  return (
    <Page width="text">
      <NeedHeading
        head={head}
        title={t("proposal.need.edit.title")}
        lede={t(
          head.status === "open" || head.status === "closed"
            ? "proposal.need.edit.ledeOpen"
            : "proposal.need.edit.lede",
        )}
      />
      <Refused form={form} />
      <StoredNow
        form={form}
        stored={values}
        labels={{
          title: t("proposal.need.title"),
          problem: t("proposal.need.problem"),
          affair: t("proposal.need.affair"),
          regionCode: t("proposal.need.region"),
          place: t("proposal.need.place"),
          periodFrom: t("proposal.need.periodFrom"),
          periodUntil: t("proposal.need.periodUntil"),
        }}
        words={(name, value) =>
          name === "affair"
            ? t(`proposal.affair.${values.affair}`)
            : name === "regionCode"
              ? (regions.find(({ code }) => code === value)?.name ?? value)
              : value
        }
      />
      {open || form.values ? (
        <NeedFields
          form={form}
          kinds={kinds}
          regions={regions}
          hidden={{ lockVersion: form.seen("lockVersion", String(head.lockVersion)) }}
          submit={t("proposal.need.edit.submit")}
          back={to(paths.needCase(head.id))}
        />
      ) : (
        <Notice kind="warning" title={t(`proposal.need.status.${head.status}`)}>
          {t("errors.flow.step")}
        </Notice>
      )}
    </Page>
  )
}
