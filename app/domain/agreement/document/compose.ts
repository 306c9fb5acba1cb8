import { kesepakatanBersama } from "#content/agreements/kesepakatan-bersama/template.ts"
import { articleNumbers } from "../text/clause.ts"
import { type AgreementTemplate, blank, fillSlots } from "../text/template.ts"
import { readBody, readLine } from "../text/tokens.ts"
import type { Block, Inline } from "../text/tree.ts"
import { dateInFigures, dateInWords } from "../text/words.ts"
import type { AgreementDocument, AgreementKind, DocumentParty } from "./document.ts"

/** One article, or the considerations (no `heading`) that stand before the first. */
export type ComposedClause = {
  readonly key: string
  /** "PASAL 1"; null for considerations. */
  readonly heading: string | null
  readonly title: string
  readonly blocks: readonly Block[]
}

export type ComposedParty = {
  /** "I." */
  readonly numeral: string
  readonly holder: string
  readonly description: readonly Inline[]
  readonly label: string
  /** With "Plt.", "a.n." … before it where the mandate has one. */
  readonly office: string
  /** "Plt. GUBERNUR JAWA BARAT": over the place of the signature. */
  readonly officeInCapitals: string
  readonly number: string
}

/** A document as it is read from top to bottom, free of any medium: the print and the page show the same words. */
export type ComposedAgreement = {
  readonly heading: string
  readonly between: string
  readonly and: string
  readonly about: string
  /** "PEMERINTAH DAERAH PROVINSI JAWA BARAT", … */
  readonly governments: readonly string[]
  readonly title: string
  readonly numberLabel: string
  readonly opening: readonly Inline[]
  readonly parties: readonly ComposedParty[]
  readonly joint: readonly Inline[]
  readonly considerations: ComposedClause | null
  /** Null when there are no considerations: `joint` then ends in "sepakat". */
  readonly agreed: readonly Inline[] | null
  readonly articles: readonly ComposedClause[]
}

const templates: Readonly<Record<AgreementKind, AgreementTemplate>> = { "kesepakatan-bersama": kesepakatanBersama }

/**
 * "Kota Magelang" → "Pemerintah Daerah Kota Magelang". Regions whose own name begins with "Daerah" (Daerah Istimewa
 * Yogyakarta) don't get the word twice; a name that already says "Pemerintah" stays as it is.
 */
export function governmentName(regionName: string): string {
  const name = regionName.trim()
  if (/^pemerintah\b/i.test(name)) return name
  return /^daerah\b/i.test(name) ? `Pemerintah ${name}` : `Pemerintah Daerah ${name}`
}

const known = (value: string | null | undefined): value is string => typeof value === "string" && value.trim() !== ""

/** "Plt. Gubernur Jawa Barat". */
export const officeWithStandIn = (party: Pick<DocumentParty, "office" | "standIn">): string =>
  party.standIn ? `${party.standIn} ${party.office}` : party.office

const numerals = ["I.", "II."] as const

/**
 * Puts the facts of a document into the sentences of its template. Facts that are not known yet become a line to
 * fill in, so a draft can be looked at before it has a place, a date or numbers.
 */
export function composeAgreement(document: AgreementDocument): ComposedAgreement {
  const { frame } = templates[document.kind]
  const line = (source: string, slots: Record<string, string>) => readLine(fillSlots(source, slots))
  const slots = {
    tentang: document.title,
    tempat: document.place ?? "",
    tanggal: known(document.date) ? dateInWords(document.date) : "",
    tanggalAngka: known(document.date) ? dateInFigures(document.date) : "",
  }

  const parties = document.parties.map((party, index): ComposedParty => {
    const sentence = fillSlots(known(party.address) ? frame.party : frame.partyWithoutSeat, {
      jabatan: officeWithStandIn(party),
      alamat: party.address,
      pemerintah: governmentName(party.regionName),
      sebutan: party.label,
    })
    const end = frame.partyEnd[index === document.parties.length - 1 ? 1 : 0]
    return {
      numeral: numerals[party.ordinal - 1] ?? "",
      holder: known(party.holder) ? party.holder : blank,
      description: readLine(sentence + end),
      label: party.label,
      office: officeWithStandIn(party),
      officeInCapitals: officeWithStandIn({ ...party, office: party.office.toUpperCase() }),
      number: known(party.number) ? party.number : blank,
    }
  })

  const numbers = articleNumbers(document.clauses)
  const clauses = document.clauses.map((clause, index): ComposedClause => {
    const number = numbers[index] ?? null
    return {
      key: clause.key,
      heading: number === null ? null : `${frame.article} ${number}`,
      title: clause.title,
      blocks: readBody(clause.body, { introduced: number === null }),
    }
  })
  const considerations = clauses.find((clause) => clause.heading === null) ?? null

  return {
    heading: frame.heading,
    between: frame.between,
    and: frame.and,
    about: frame.about,
    governments: document.parties.map((party) => governmentName(party.regionName).toUpperCase()),
    title: document.title.toUpperCase(),
    numberLabel: frame.number,
    opening: line(frame.opening, slots),
    parties,
    joint: line(considerations ? frame.joint : frame.jointAgreed, slots),
    considerations,
    agreed: considerations ? line(frame.agreed, slots) : null,
    articles: clauses.filter((clause) => clause.heading !== null),
  }
}
