import type { MetaFunction } from "@remix-run/node"
import { useLoaderData } from "@remix-run/react"
import { checkCode } from "#app/domain/agreement/lookup.server.ts"
import { loaderFor } from "#app/http/handler.server.ts"
import { localeOf } from "#app/http/locale.ts"
import { pageMeta } from "#app/http/meta.ts"
import { formatInstant } from "#app/i18n/format.ts"
import { translator } from "#app/i18n/messages.ts"
import { useLocale, useLocalPath, useT, useTimeZone } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { ButtonLink, Cluster, Notice, Page, PageHeading, Section, StateBadge } from "#app/ui/index.ts"
import { RegisteredFacts } from "./parts/registered-facts.tsx"

/** Where the QR on a document leads. Not kept by the page cache: a void or refused text must say so at once. */
export const loader = loaderFor("document.verify", ({ ctx, params }) => checkCode(ctx, params.code!))

export const meta: MetaFunction<typeof loader> = ({ data, location }) => {
  const t = translator(localeOf(location.pathname))
  return [
    ...pageMeta(data ? t("verification.code.title", { code: data.verifyCode }) : t("verification.code.unknownTitle")),
    { name: "robots", content: "noindex" },
  ]
}

const looks = {
  in_force: "positive",
  lapsed: "ended",
  signing: "waiting",
  voided: "refused",
  superseded: "refused",
  declined: "refused",
} as const

export default function CheckedDocumentPage() {
  const document = useLoaderData<typeof loader>()
  const t = useT()
  const to = useLocalPath()
  const locale = useLocale()
  const timeZone = useTimeZone()
  const { state, sealed, complete, agreement } = document
  const later = document.supersededBy ?? agreement?.code ?? null
  return (
    <Page width="text">
      <PageHeading
        eyebrow={t("verification.code.title", { code: document.verifyCode })}
        title={t(`verification.code.state.${state}`)}
        lede={t(`verification.code.lede.${state}`, {
          time: formatInstant(locale, document.since, timeZone),
          sealed,
          complete,
        })}
        meta={<StateBadge state={looks[state]}>{t(`verification.code.state.${state}`)}</StateBadge>}
        actions={
          later ? (
            <Cluster>
              <ButtonLink href={to(paths.agreement(later))}>{t("verification.result.openAgreement")}</ButtonLink>
              <ButtonLink href={paths.agreementPdf(later)} kind="quiet" icon="download">
                {t("verification.result.download")}
              </ButtonLink>
            </Cluster>
          ) : undefined
        }
      />
      {agreement ? (
        <Section title={t("verification.code.facts")}>
          <RegisteredFacts facts={agreement} />
        </Section>
      ) : (
        <p>{t("verification.code.notPublic")}</p>
      )}
      <Notice
        title={t("verification.code.checkFile")}
        actions={
          <ButtonLink href={to(paths.verification())} kind="quiet" icon="shield">
            {t("verification.upload.title")}
          </ButtonLink>
        }
      >
        {t("verification.code.checkFileBody")}
      </Notice>
    </Page>
  )
}
