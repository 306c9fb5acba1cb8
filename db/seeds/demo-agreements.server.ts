import { approveVersion } from "#app/domain/agreement/approval.server.ts"
import { saveDraft } from "#app/domain/agreement/drafting.server.ts"
import { lockAgreement } from "#app/domain/agreement/locking.server.ts"
import { numberAgreement } from "#app/domain/agreement/numbering.server.ts"
import { lastDayOfTerm } from "#app/domain/agreement/particulars.ts"
import { proposeAgreement } from "#app/domain/agreement/proposal.server.ts"
import { getAgreement } from "#app/domain/agreement/queries.server.ts"
import { signAgreement } from "#app/domain/agreement/signing.server.ts"
import { startAgreement } from "#app/domain/agreement/start.server.ts"
import type { AgreementText } from "#app/domain/agreement/text/clause.ts"
import { officialDay } from "#app/domain/kernel/clock.ts"
import type { Ctx } from "#app/domain/kernel/context.ts"
import * as founding from "#content/agreements/demo/jabar-magelang.ts"
import * as border from "#content/agreements/demo/kota-kabupaten-magelang.ts"
import { as, type DemoNetwork, slugOf } from "./demo-actor.server.ts"

type Particulars = {
  readonly title: string
  readonly place: string
  readonly signingDate: string | null
  readonly periodFrom: string | null
  readonly periodUntil: string | null
}

/** The agreement of 8 December 2021: three versions, both approvals, both numbers, lock, both seals. Answers its code. */
export async function loadFoundingAgreement(network: DemoNetwork): Promise<string> {
  const today = officialDay(network.services.clock.now())
  const particulars: Particulars = {
    title: founding.title,
    place: founding.place,
    signingDate: founding.date,
    periodFrom: today,
    periodUntil: lastDayOfTerm(today, 60),
  }
  const jabar = () => as(network, "kerjasama@jabar.example", "jabar")
  const magelang = () => as(network, "kerjasama@magelang.example", "magelang")
  const code = await startAgreement(await jabar(), {
    ...particulars,
    partner: await slugOf(network, "magelang"),
    object: "pengembangan karakter dan kapasitas aparatur sipil negara Kota Magelang",
    purposes: [],
    scope: ["pengembangan karakter dan budaya kerja aparatur", "manajemen talenta", "pertukaran pembelajaran aparatur"],
  })
  const [first, second, third] = founding.versions
  await save(await jabar(), code, particulars, first!)
  await proposeAgreement(await jabar(), code, await seen(await jabar(), code))
  await save(await magelang(), code, particulars, second!)
  await save(await jabar(), code, particulars, third!)
  for (const side of [jabar, magelang]) await approve(await side(), code)
  await number(await jabar(), code, "119/84/PERAGA/2021", founding.date)
  await number(await magelang(), code, "415.4/37/PERAGA/2021", founding.date)
  await lockAgreement(await jabar(), code, await seen(await jabar(), code))
  await sign(network, code, "gubernur@jabar.example", "jabar")
  await sign(network, code, "walikota@magelang.example", "magelang")
  return code
}

/** A second agreement, still in negotiation: the other side has answered, and its answer waits to be read. */
export async function loadBorderAgreement(network: DemoNetwork): Promise<void> {
  const particulars: Particulars = {
    title: border.title,
    place: "Kota Magelang",
    signingDate: null,
    periodFrom: null,
    periodUntil: null,
  }
  const city = () => as(network, "kerjasama@magelang.example", "magelang")
  const regency = () => as(network, "kerjasama@kabupaten-magelang.example", "kabupaten-magelang")
  const code = await startAgreement(await city(), {
    ...particulars,
    partner: await slugOf(network, "kabupaten-magelang"),
    object: "pengelolaan sampah di wilayah perbatasan",
    purposes: [],
    scope: ["pengangkutan sampah di wilayah perbatasan", "pengolahan sampah bersama"],
  })
  const [first, second] = border.versions
  await save(await city(), code, particulars, first!)
  await proposeAgreement(await city(), code, await seen(await city(), code))
  await save(await regency(), code, particulars, second!)
}

const seen = async (ctx: Ctx, code: string) => ({ lockVersion: (await getAgreement(ctx, code)).lockVersion })

async function save(
  ctx: Ctx,
  code: string,
  { title, place, signingDate, periodFrom, periodUntil }: Particulars,
  version: { note: string; text: AgreementText },
): Promise<void> {
  const agreement = await getAgreement(ctx, code)
  const outcome = await saveDraft(ctx, code, {
    content: { title, place, signingDate, periodFrom, periodUntil, text: version.text },
    note: version.note,
    base: agreement.versionNumber,
    lockVersion: agreement.lockVersion,
  })
  if ("stale" in outcome) throw new Error(`The demonstration's ${code} was changed by somebody else`)
}

async function approve(ctx: Ctx, code: string): Promise<void> {
  const { lockVersion, versionNumber, id } = await getAgreement(ctx, code)
  const { sha256 } = await ctx.db
    .selectFrom("agreementVersion")
    .select("sha256")
    .where("agreementId", "=", id)
    .where("number", "=", versionNumber)
    .executeTakeFirstOrThrow()
  await approveVersion(ctx, code, { lockVersion, version: versionNumber, sha256 })
}

async function number(ctx: Ctx, code: string, own: string, numberedOn: string): Promise<void> {
  await numberAgreement(ctx, code, { ...(await seen(ctx, code)), number: own, numberedOn })
}

async function sign(network: DemoNetwork, code: string, email: string, organisation: string): Promise<void> {
  const ctx = await as(network, email, organisation)
  const { id } = await getAgreement(ctx, code)
  const newest = await ctx.db
    .selectFrom("agreementRevision")
    .select("sha256")
    .where("agreementId", "=", id)
    .orderBy("ordinal", "desc")
    .limit(1)
    .executeTakeFirstOrThrow()
  await signAgreement(ctx, code, {
    sha256: newest.sha256,
    password: network.secrets.password,
    passphrase: network.secrets.passphrase,
  })
}
