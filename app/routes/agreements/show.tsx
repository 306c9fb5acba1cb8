import { useLoaderData } from "@remix-run/react"
import { composeAgreement } from "#app/domain/agreement/document/compose.ts"
import { getPublicAgreement } from "#app/domain/agreement/register.server.ts"
import { loaderFor } from "#app/http/handler.server.ts"
import { localeOf } from "#app/http/locale.ts"
import { type PageArgs, publicMeta } from "#app/http/meta.ts"
import { agreementNode } from "#app/http/structured-data/agreement.ts"
import { translator } from "#app/i18n/messages.ts"
import { useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { Breadcrumbs, Cluster, Notice, Page, PageHeading, Section, Sheet, Split } from "#app/ui/index.ts"
import { AgreementState } from "./parts/agreement-state.tsx"
import { articleId, ContractText } from "./parts/contract-text.tsx"
import { Milestones } from "./parts/milestones.tsx"
import { AgreementFacts, DocumentActions, DocumentBox } from "./parts/public-facts.tsx"
import { Seals } from "./parts/seals.tsx"

export const loader = loaderFor(
  "agreement.browse",
  async ({ ctx, params }) => {
    const { document, ...agreement } = await getPublicAgreement(ctx, params.code ?? "")
    const { verifyCode, pages, newest, input } = document
    return { agreement, document: { verifyCode, pages, newest }, text: composeAgreement(input) }
  },
  { public: true },
)

type Data = Awaited<ReturnType<typeof loader>>

export const meta = ({ data, ...args }: { data: Data | undefined } & PageArgs) => {
  if (!data) return []
  const { agreement, document } = data
  const { code, title } = agreement
  const t = translator(localeOf(args.location.pathname))
  const [first = "", second = ""] = agreement.parties.map(({ regionName }) => regionName)
  return publicMeta(args, {
    path: paths.agreement(code),
    title: `${title} (${code})`,
    heading: title,
    description: t("meta.agreement", { code, first, second }),
    type: "article",
    card: ["kesepakatan", code],
    trail: [{ title: t("agreement.register.title"), path: paths.agreements() }],
    about: (site) => [agreementNode(site, { ...agreement, ...document.newest, pages: document.pages })],
  })
}

export default function Agreement() {
  const { agreement, document, text } = useLoaderData<typeof loader>()
  const t = useT()
  const to = useLocalPath()
  return (
    <Page width="wide">
      <Breadcrumbs
        items={[{ href: to(paths.agreements()), label: t("agreement.register.title") }, { label: agreement.code }]}
      />
      <PageHeading
        eyebrow={t(`agreement.kind.kesepakatan_bersama`)}
        title={agreement.title}
        lang="id"
        lede={t("agreement.between", {
          first: agreement.parties[0]?.regionName ?? "",
          second: agreement.parties[1]?.regionName ?? "",
        })}
        meta={
          <Cluster gap="xs">
            <AgreementState status={agreement.status} />
          </Cluster>
        }
        actions={<DocumentActions code={agreement.code} verifyCode={document.verifyCode} />}
      />
      {agreement.demo ? (
        <Notice kind="warning" title={t("agreement.demo")}>
          {t("agreement.show.demoNotice")}
        </Notice>
      ) : null}
      {agreement.status === "lapsed" ? <Notice kind="info">{t("agreement.show.lapsedNotice")}</Notice> : null}
      <Split
        asideLabel={t("agreement.show.facts")}
        aside={
          <>
            <AgreementFacts agreement={agreement} />
            <DocumentBox {...document} />
          </>
        }
      >
        <Section title={t("agreement.show.signatures")} id="tanda-tangan">
          <Seals parties={agreement.parties} seals={agreement.seals} />
        </Section>
        <Section title={t("agreement.contractText")} id="naskah">
          <nav aria-label={t("agreement.show.clauses")} className="mb-6 text-sm">
            <ol className="gap-8 sm:columns-2" lang="id">
              {text.articles.map((clause) => (
                <li key={clause.key} className="break-inside-avoid py-1">
                  <a className="anchor" href={`#${articleId(clause)}`}>
                    {clause.heading} {clause.title}
                  </a>
                </li>
              ))}
            </ol>
          </nav>
          <Sheet as="article">
            <ContractText agreement={text} />
          </Sheet>
        </Section>
        <Section title={t("agreement.show.timeline")} id="riwayat">
          <Milestones events={agreement.milestones} />
        </Section>
      </Split>
    </Page>
  )
}
