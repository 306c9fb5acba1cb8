import { useLoaderData } from "@remix-run/react"
import { getVersion } from "#app/domain/proposal/versions.server.ts"
import { loaderFor } from "#app/http/handler.server.ts"
import { metaFrom } from "#app/http/meta.ts"
import { formatInstant } from "#app/i18n/format.ts"
import { useLocale, useT, useTimeZone } from "#app/i18n/react.tsx"
import { CodeText, DefinitionList, Page, Section } from "#app/ui/index.ts"
import { versionNumber } from "../agreement-desk/parts/version-number.ts"
import { caseFor } from "./parts/case-head.server.ts"
import { CaseHeading } from "./parts/case-heading.tsx"
import { submittedView } from "./parts/content-view.server.ts"
import { ProposalContent } from "./parts/content-view.tsx"
import { FilesList } from "./parts/files-list.tsx"

export const loader = loaderFor("proposal.read", async ({ ctx, params }) => {
  const { proposal, head } = await caseFor(ctx, params.code, "proposal.read")
  const { content, ...version } = await getVersion(ctx, proposal, versionNumber(params.number ?? ""))
  return {
    head,
    version,
    title: content.title,
    content: submittedView(content),
    files: content.files,
    partners: content.partners,
  }
})

export const meta = metaFrom("proposal.version.one")

export default function Version() {
  const { head, version, title, content, files, partners } = useLoaderData<typeof loader>()
  const t = useT()
  const locale = useLocale()
  const timeZone = useTimeZone()
  return (
    <Page>
      <CaseHeading
        head={head}
        title={t("proposal.version.number", { number: version.number })}
        lede={<span lang="id">{title}</span>}
      />
      <DefinitionList
        items={[
          {
            term: t("proposal.list.column.submitted"),
            value: formatInstant(locale, version.createdAt, timeZone),
          },
          { term: t("proposal.version.by"), value: version.authorName },
          { term: "SHA-256", value: <CodeText>{version.sha256}</CodeText> },
        ]}
      />
      <ProposalContent content={content} />
      <Section title={t("proposal.partner.title")} id="mitra" ruled>
        {partners.length === 0 ? (
          <p className="text-ink-soft">{t("proposal.partner.empty")}</p>
        ) : (
          <ul className="points" lang="id">
            {partners.map(({ organisationId, name, part }) => (
              <li key={organisationId}>
                {name}: {part}
              </li>
            ))}
          </ul>
        )}
      </Section>
      <Section title={t("proposal.file.title")} id="lampiran" ruled>
        <FilesList code={head.code} files={files} />
      </Section>
    </Page>
  )
}
