import type { Clause } from "../text/clause.ts"

export type AgreementKind = "kesepakatan-bersama"

/** "Plt." (acting), "Plh." (daily), "a.n." (on behalf of) and "u.b." (for the attention of) stand before an office. */
export type StandIn = "Plt." | "Plh." | "a.n." | "u.b."

export type DocumentParty = {
  readonly ordinal: 1 | 2
  /** "PIHAK KESATU", "PIHAK KEDUA". */
  readonly label: string
  /** With its kind: "Provinsi Jawa Barat", "Kota Magelang". */
  readonly regionName: string
  /** "Gubernur Jawa Barat". */
  readonly office: string
  readonly holder: string
  readonly standIn?: StandIn | null
  /** Where the office has its seat; empty leaves the words out. */
  readonly address: string
  /** The party's own number for the document; empty prints a line to fill in. */
  readonly number: string
}

/** Words that the operator of a portal answers for; `content/agreements/…/notices.ts` holds the shipped ones. */
export type DocumentNotices = {
  /** Printed on every page when `demo` is set. */
  readonly demo: string
  /** Over the signer's name in the box of a signature. */
  readonly signedBy: string
  /** Under it: when these words are worth anything. */
  readonly signedOnly: string
  /** Footer: what the print is, and what seals the file. */
  readonly footer: string
  /** Before the address and the code in the footer. */
  readonly checkAt: string
  readonly code: string
  /** Slots: `halaman`, `jumlah`. */
  readonly page: string
  /** Author in the file's metadata. */
  readonly author: string
}

/** Everything that is printed. Equal documents give equal bytes. */
export type AgreementDocument = {
  readonly kind: AgreementKind
  /** What stands after TENTANG, as typed; printed in capitals. */
  readonly title: string
  /** Public code of the agreement. */
  readonly code: string
  /** Absolute address that the QR code opens. */
  readonly verifyUrl: string
  readonly verifyCode: string
  readonly demo: boolean
  readonly language: "id"
  /** In order of `ordinal`. */
  readonly parties: readonly DocumentParty[]
  /** Empty or null prints a line to fill in. */
  readonly place: string | null
  /** Local date, `2021-12-08`; null prints a line to fill in. */
  readonly date: string | null
  readonly clauses: readonly Clause[]
  /** Instant (ISO 8601, UTC) that the file names as its creation; seconds count. */
  readonly createdAt: string
  /** Left out: the shipped words. */
  readonly notices?: DocumentNotices
}

export type RenderedAgreement = {
  readonly pdf: Uint8Array
  readonly pages: number
  /** Lower-case hex over `pdf`. */
  readonly sha256: string
  /** Characters that the document's typeface lacks, each once; they are printed as U+FFFD. */
  readonly unprintable: readonly string[]
}
