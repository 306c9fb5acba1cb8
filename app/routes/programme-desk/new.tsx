import { useLoaderData } from "@remix-run/react"
import { getBasis, listBases } from "#app/domain/programme/clauses.server.ts"
import { programmeForm } from "#app/domain/programme/schema.ts"
import { startProgramme } from "#app/domain/programme/start.server.ts"
import { redirectWith } from "#app/http/flash.server.ts"
import { parseForm } from "#app/http/form.server.ts"
import { useFormState } from "#app/http/form.ts"
import { actionFor, loaderFor } from "#app/http/handler.server.ts"
import { metaFrom } from "#app/http/meta.ts"
import { withQuery } from "#app/http/query.ts"
import { formatDate } from "#app/i18n/format.ts"
import { useLocale, useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { Breadcrumbs, ButtonLink, EmptyState, Page, PageHeading, RecordItem, RecordList } from "#app/ui/index.ts"
import { Refused } from "../parts/refused.tsx"
import { ProgrammeFields } from "./parts/programme-fields.tsx"

/** First the agreement, then what is built on it. */
export const loader = loaderFor("programme.start", async ({ ctx, url }) => {
  const code = url.searchParams.get("kesepakatan")
  return code === null
    ? { basis: null, bases: await listBases(ctx) }
    : { basis: await getBasis(ctx, code.slice(0, 40)), bases: [] }
})

export const action = actionFor("programme.start", async ({ ctx, form }) => {
  const id = await startProgramme(ctx, parseForm(form, programmeForm))
  return redirectWith(ctx, paths.programmeModules(id), "programme.started")
})

export const meta = metaFrom("programme.start.title")

export default function NewProgramme() {
  const { basis, bases } = useLoaderData<typeof loader>()
  const t = useT()
  const to = useLocalPath()
  const locale = useLocale()
  const form = useFormState()
  const here = to(paths.newProgramme())
  return (
    <Page width="text">
      <Breadcrumbs
        items={[
          { href: to(paths.learning()), label: t("programme.mine.title") },
          { label: t("programme.start.title") },
        ]}
      />
      <PageHeading
        title={t("programme.start.title")}
        lede={basis ? t("programme.start.lede") : t("programme.start.choose")}
        meta={basis ? t("programme.start.with", { sender: basis.senderName }) : undefined}
      />
      <Refused form={form} />
      {basis ? (
        <ProgrammeFields
          form={form}
          clauses={basis.clauses}
          hidden={{ agreement: basis.code }}
          submit={t("programme.start.submit")}
          back={here}
        />
      ) : bases.length === 0 ? (
        <EmptyState
          art="agreement"
          title={t("programme.start.none")}
          actions={<ButtonLink href={to(paths.agreementDesk())}>{t("workspace.agreements")}</ButtonLink>}
        >
          {t("programme.start.noneBody")}
        </EmptyState>
      ) : (
        <>
          <p>{t("programme.start.chooseLede")}</p>
          <RecordList label={t("programme.start.choose")}>
            {bases.map(({ code, title, senderName, periodUntil }) => (
              <RecordItem
                key={code}
                level={2}
                href={withQuery(here, { kesepakatan: code })}
                title={<span lang="id">{title}</span>}
                meta={periodUntil ? t("programme.start.until", { date: formatDate(locale, periodUntil) }) : code}
              >
                {t("programme.start.with", { sender: senderName })}
              </RecordItem>
            ))}
          </RecordList>
        </>
      )}
    </Page>
  )
}
