import { useLoaderData } from "@remix-run/react"
import { certificateDesk } from "#app/domain/programme/certificate/desk.server.ts"
import { loaderFor } from "#app/http/handler.server.ts"
import { metaFrom } from "#app/http/meta.ts"
import { useLocalPath, useT } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import { ButtonLink, EmptyState, Page, Section } from "#app/ui/index.ts"
import { Milestones } from "../agreements/parts/milestones.tsx"
import { headOf } from "./parts/certificate-head.server.ts"
import { CertificateHeading } from "./parts/certificate-heading.tsx"
import { CertificateState } from "./parts/certificate-state.tsx"
import { LiveCertificate } from "./parts/live-certificate.tsx"
import { NextStep } from "./parts/next-step.tsx"
import { PastCertificates } from "./parts/past-certificates.tsx"

export const loader = loaderFor("certificate.read", async ({ ctx, params }) => {
  const { learner, ...desk } = await certificateDesk(ctx, params.id ?? "")
  return { head: headOf(ctx, learner), completed: learner.status === "completed", ...desk }
})

export type CertificateData = Awaited<ReturnType<typeof loader>>

export const meta = metaFrom("certificate.title")

/** A learner's certificate: how it stands, what to do next, what it says, and its record. */
export default function CertificatePage() {
  const data = useLoaderData<typeof loader>()
  const t = useT()
  const to = useLocalPath()
  const { head, live, past, events, may, completed } = data
  return (
    <Page width="text">
      <CertificateHeading
        head={head}
        lede={t("certificate.lede", { name: head.name, programme: head.programmeTitle })}
        meta={live ? <CertificateState status={live.status} /> : undefined}
      />
      <NextStep data={data} />
      {live ? <LiveCertificate head={head} live={live} /> : null}
      {!live && !may.prepare ? (
        <EmptyState art="file" title={t("certificate.show.none")}>
          {t(completed ? "certificate.show.noneBody.completed" : "certificate.show.noneBody.earlier")}
        </EmptyState>
      ) : null}
      {past.length > 0 ? (
        <Section title={t("certificate.show.past")} ruled>
          <PastCertificates head={head} past={past} />
        </Section>
      ) : null}
      {events.length > 0 ? (
        <Section title={t("certificate.show.timeline")} ruled>
          <Milestones events={events} label={t("certificate.show.timeline")} />
        </Section>
      ) : null}
      {may.revoke ? (
        <Section title={t("certificate.show.actions")} ruled>
          <ButtonLink href={to(paths.revokeCertificate(head.learnerId))} kind="quiet">
            {t("certificate.show.revoke")}
          </ButtonLink>
        </Section>
      ) : null}
    </Page>
  )
}
