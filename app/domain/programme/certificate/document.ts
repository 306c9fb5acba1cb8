import type { Instant, LocalDate } from "../../kernel/clock.ts"

/** One line of the table on the second page. */
export type CertificateSubject = {
  readonly title: string
  /** The form of learning in words, as printed. */
  readonly form: string
  readonly hours: number
}

/** Everything that is printed on a certificate of learning. Equal documents give equal bytes. */
export type CertificateDocument = {
  readonly kind: "sertifikat-pembelajaran"
  readonly language: "id"
  readonly number: string
  readonly verifyCode: string
  /** Absolute address that the QR code opens. */
  readonly verifyUrl: string
  readonly demo: boolean
  readonly learner: {
    readonly name: string
    readonly numberKind: "nip" | "ni_pppk"
    /** The number with all but its last three digits hidden: it reveals birth date and sex. */
    readonly numberMasked: string
    readonly rank: string
    readonly office: string
    readonly unit: string
    readonly agency: string
  }
  readonly programme: {
    readonly title: string
    readonly cohort: string
    readonly host: string
    /** Local dates, `2026-03-10`. */
    readonly from: LocalDate
    readonly until: LocalDate
  }
  readonly agreement: { readonly code: string; readonly title: string }
  readonly subjects: readonly CertificateSubject[]
  /** Sum of the subjects' hours. */
  readonly hours: number
  /** Where it was learned and the certificate is given. */
  readonly place: string
  readonly issuedOn: LocalDate
  readonly issuer: {
    readonly holder: string
    /** With "Plt.", "a.n." … before it. */
    readonly office: string
    readonly organisation: string
  }
  /** Instant that the file names as its creation; seconds count. */
  readonly createdAt: Instant
}
