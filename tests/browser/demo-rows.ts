import { join } from "node:path"
import Database from "better-sqlite3"

/** What the placeholders of the page list stand for, read from a running demonstration's database. */
export function demoRows(dataDir: string): (path: string) => string {
  const db = new Database(join(dataDir, "simpul.sqlite"), { readonly: true, fileMustExist: true })
  const one = (query: string): string => db.prepare(query).pluck().get() as string
  const rows: Record<string, string> = {
    agreement: one("select code from agreement where status = 'in_force'"),
    draft: one("select code from agreement where status = 'negotiation'"),
    verify: one("select verify_code from agreement_document where voided_at is null"),
    partner: one("select slug from organisation where status = 'verified' and strand = 'A'"),
    organisation: one("select id from organisation where governs_region_code = '33.71'"),
    mandate: one("select id from mandate where office = 'Wali Kota Magelang'"),
    programme: one("select slug from programme"),
    desk: one("select id from programme"),
    held: one("select id from cohort where status = 'completed'"),
    cohort: one("select id from cohort where status = 'running'"),
    session: one(
      "select learning_session.id from learning_session join cohort on cohort.id = cohort_id where status = 'running' order by starts_at",
    ),
    passed: one("select learner_id from learning_certificate where status = 'sealed'"),
    learner: one(
      "select learner.id from learner join cohort on cohort.id = cohort_id join account on account.id = learner.account_id where cohort.status = 'running' and account.email = 'camat@magelang.example'",
    ),
    seal: one("select verify_code from learning_certificate where status = 'sealed'"),
    need: one("select slug from need where title like 'Pendamping%'"),
    needcase: one("select id from need where title like 'Pendamping%'"),
    review: one("select code from proposal where status = 'in_review'"),
    revision: one("select code from proposal where status = 'revision'"),
    accepted: one("select code from proposal where status = 'accepted' and version_number = 2"),
    unfinished: one("select code from proposal where status = 'draft'"),
    initiative: one("select slug from initiative where title like 'Kelas cek%'"),
    finished: one("select slug from initiative where status = 'completed'"),
    work: one("select id from initiative where title like 'Kelas cek%'"),
    outcome: one(
      "select outcome.id from outcome join initiative on initiative.id = initiative_id where title like 'Kelas cek%'",
    ),
    waiting: one("select id from organisation where status = 'submitted'"),
  }
  db.close()
  return (path) => path.replace(/:([a-z]+)/g, (whole, name: string) => rows[name] ?? whole)
}
