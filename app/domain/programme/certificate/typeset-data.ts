import { certificateWords as words } from "#content/certificates/words.ts"
import { line } from "../../agreement/document/line.ts"
import { qrSvg } from "../../agreement/document/qr.ts"
import { countInWords, dateInLetters } from "../../agreement/text/words.ts"
import type { LocalDate } from "../../kernel/clock.ts"
import type { CertificateDocument } from "./document.ts"

/** Characters of a word that fit on a line of a narrow column, and on the line of the name. */
const narrow = 30
const endless = Number.POSITIVE_INFINITY

/** Fills the slots of a sentence of ours; what is filled in is plain text, whatever it looks like. */
const fill = (sentence: string, slots: Readonly<Record<string, string>>): string =>
  sentence.replace(/\{\{(\w+)\}\}/g, (slot, name: string) => slots[name] ?? slot)

const timeOf = (from: LocalDate, until: LocalDate): string =>
  from === until
    ? fill(words.on, { tanggal: dateInLetters(from) })
    : fill(words.fromUntil, { mulai: dateInLetters(from), selesai: dateInLetters(until) })

/** What the layout reads as JSON. Everything in it is data: no string of it is ever parsed as Typst markup. */
export function certificateData(document: CertificateDocument) {
  const { learner, programme, agreement, issuer } = document
  const number = line(document.number)
  return {
    language: document.language,
    metadata: {
      title: line(fill(words.title, { nomor: document.number }), endless),
      author: line(words.author, endless),
      subject: line(document.verifyCode, endless),
    },
    host: line(programme.host.toUpperCase()),
    heading: words.heading,
    kind: words.kind,
    number: `${words.number} ${number}`,
    givenTo: words.givenTo,
    name: line(learner.name, 40),
    facts: [
      { label: words.numberKinds[learner.numberKind], value: line(learner.numberMasked, narrow) },
      { label: words.rank, value: line(learner.rank, narrow) },
      { label: words.office, value: line(learner.office, narrow) },
      { label: words.unit, value: line(learner.unit, narrow) },
      { label: words.agency, value: line(learner.agency, narrow) },
    ],
    achievement: words.achievement,
    title: line(programme.title, 40),
    held: line(
      fill(words.held, {
        angkatan: programme.cohort,
        penyelenggara: programme.host,
        tempat: document.place,
        waktu: timeOf(programme.from, programme.until),
        jumlah: countInWords(document.hours, words.hours),
      }),
    ),
    basis: line(fill(words.basis, { kode: agreement.code, judul: agreement.title })),
    placeAndDate: line(`${document.place}, ${dateInLetters(document.issuedOn)}`, narrow),
    issuer: { office: line(issuer.office, narrow), holder: line(issuer.holder, narrow) },
    signedBy: words.signedBy,
    signedOnly: words.signedOnly,
    subjects: {
      heading: words.subjects,
      of: line(fill(words.subjectsOf, { nomor: document.number })),
      learner: { label: words.learner, value: line(learner.name) },
      programme: { label: words.programme, value: line(`${programme.title}, ${programme.cohort}`) },
      columns: [words.columns.ordinal, words.columns.title, words.columns.form, words.columns.hours],
      rows: document.subjects.map(({ title, form, hours }) => [line(title), line(form, narrow), String(hours)]),
      total: words.total,
      hours: String(document.hours),
      note: words.hoursNote,
    },
    demo: document.demo ? line(words.demo) : null,
    footer: {
      words: words.footer,
      checkAt: words.checkAt,
      url: line(document.verifyUrl),
      target: line(document.verifyUrl, endless),
      codeLabel: words.code,
      code: line(document.verifyCode),
      page: words.page,
      qr: qrSvg(document.verifyUrl),
    },
  }
}
