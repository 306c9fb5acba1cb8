import { type Instant, officialDay } from "../../kernel/clock.ts"
import type { CertificateDocument } from "./document.ts"
import type { Issuer } from "./issuers.server.ts"
import type { LearningRecord } from "./learning-record.server.ts"
import type { CertificateCase } from "./queries.server.ts"

/** What a certificate says beside what was learned. */
export type PrintFacts = Pick<CertificateDocument, "number" | "place" | "verifyCode" | "verifyUrl" | "demo"> & {
  readonly createdAt: Instant
}

/** A learner's certificate as it is printed: dated on the day on which it is prepared. */
export function printedCertificate(
  learner: CertificateCase,
  record: LearningRecord,
  issuer: Issuer,
  facts: PrintFacts,
): CertificateDocument {
  return {
    kind: "sertifikat-pembelajaran",
    language: "id",
    ...facts,
    learner: { name: learner.name, ...record.learner },
    programme: {
      title: learner.programmeTitle,
      cohort: learner.cohortName,
      host: learner.hostName,
      from: record.from,
      until: record.until,
    },
    agreement: record.agreement,
    subjects: record.subjects,
    hours: record.hours,
    issuedOn: officialDay(facts.createdAt),
    issuer: { holder: issuer.holder, office: issuer.office, organisation: learner.hostName },
  }
}
