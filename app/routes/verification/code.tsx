import type { MetaFunction } from "@remix-run/node"
import { useLoaderData } from "@remix-run/react"
import { checkCode } from "#app/domain/signature/code-check.server.ts"
import { loaderFor } from "#app/http/handler.server.ts"
import { localeOf } from "#app/http/locale.ts"
import { pageMeta } from "#app/http/meta.ts"
import { translator } from "#app/i18n/messages.ts"
import { Page } from "#app/ui/index.ts"
import { AgreementCode } from "./parts/agreement-code.tsx"
import { CertificateCode } from "./parts/certificate-code.tsx"

/** Where the QR on a document leads. Not kept by the page cache: a void or refused text must say so at once. */
export const loader = loaderFor("document.verify", ({ ctx, params }) => checkCode(ctx, params.code!))

export const meta: MetaFunction<typeof loader> = ({ data, location }) => {
  const t = translator(localeOf(location.pathname))
  const title = data
    ? t(data.kind === "agreement" ? "verification.code.title" : "certificate.code.title", { code: data.verifyCode })
    : t("verification.code.unknownTitle")
  return pageMeta(title)
}

export default function CheckedDocumentPage() {
  const document = useLoaderData<typeof loader>()
  return (
    <Page width="text">
      {document.kind === "agreement" ? <AgreementCode document={document} /> : <CertificateCode document={document} />}
    </Page>
  )
}
