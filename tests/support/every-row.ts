import { addMeasure } from "#app/domain/initiative/outcomes.server.ts"
import { getInitiative } from "#app/domain/initiative/queries.server.ts"
import { measureForm } from "#app/domain/initiative/schema.ts"
import { postUpdate } from "#app/domain/initiative/updates.server.ts"
import type { AccountTable } from "#db/schema.ts"
import { agreementIn } from "./agreements.ts"
import { type Exchange, exchangeOf, type Learner } from "./certificates.ts"
import { initiativeIn, milestoneIn, outcomeIn, seenAt } from "./initiatives.ts"
import { png } from "./pictures.ts"
import { needIn, openNeed, proposalIn, proposalSides, type Sides } from "./proposals.ts"
import { tokenIn } from "./tokens.ts"
import type { World } from "./world.ts"

/** One row for every parameter that an address can have, and the people who stand in different relations to them. */
export type EveryRow = {
  readonly exchange: Exchange
  readonly sides: Sides
  readonly learner: Learner
  readonly people: Readonly<Record<string, AccountTable | null>>
  /** The address of a route's pattern with those rows in it. */
  fill(pattern: string): string
  /** Everything that stands for a parameter, for requests that put it where it does not belong. */
  readonly values: readonly string[]
}

/**
 * A world in which every page has something to show: an agreement in force and one negotiated, a programme that was
 * held, needs, and a proposal that has been sent back to its two authors.
 */
export async function everyRow(world: World): Promise<EveryRow> {
  const { create, db } = world
  const exchange = await exchangeOf(world)
  const { host: jabar, sender: magelang } = exchange
  const parties = { jabar, magelang }
  const learner = await exchange.learner()
  const programme = await db.selectFrom("programme").select(["id", "slug"]).executeTakeFirstOrThrow()
  const session = await db.selectFrom("learningSession").select("id").executeTakeFirstOrThrow()
  const modules = await db.selectFrom("programmeModule").select("id").executeTakeFirstOrThrow()
  const negotiated = await agreementIn(world, parties, "negotiation")
  const inForce = await agreementIn(world, parties, "in_force", { title: "Kesepakatan yang berlaku untuk umum" })
  const verify = await db.selectFrom("agreementDocument").select("verifyCode").executeTakeFirstOrThrow()
  const other = await create.organisation({ slug: "organisasi-lain" })
  const member = await create.member(magelang.organisation.id, "member")
  const membership = await db
    .selectFrom("membership")
    .select("id")
    .where("accountId", "=", member.id)
    .executeTakeFirstOrThrow()

  const sides = await proposalSides(world, magelang)
  const need = await openNeed(world, magelang)
  const draftNeed = await needIn(world, magelang, "draft", { title: "Kebutuhan yang masih dirancang" })
  const proposal = await proposalIn(world, sides, "revision", { need: need.slug, partner: true, file: true })
  const file = await db.selectFrom("proposalFile").select("id").executeTakeFirstOrThrow()
  const partner = await db.selectFrom("proposalPartner").select("id").executeTakeFirstOrThrow()

  const initiative = await initiativeIn(world, sides, "running")
  const milestone = await milestoneIn(world, sides, initiative)
  const outcome = await outcomeIn(world, sides, initiative)
  const region = await world.as(sides.region.approver)
  await addMeasure(
    region,
    initiative,
    outcome,
    measureForm.parse({ value: "12", measuredOn: "2026-01-02", note: "", ...(await seenAt(region, initiative)) }),
  )
  const measure = await db.selectFrom("outcomeMeasure").select("id").executeTakeFirstOrThrow()
  const words = { title: "Kelas pertama", body: "Dua puluh orang datang dan belajar bersama.", alt: "Ruang kelas" }
  const update = await postUpdate(await world.as(sides.firm.drafter), initiative, { ...words, picture: null })
  const participant = await db
    .selectFrom("initiativePartner")
    .select("id")
    .where("initiativeId", "=", initiative)
    .where("organisationId", "=", sides.firm.organisation.id)
    .executeTakeFirstOrThrow()
  const shown = await initiativeIn(world, sides, "running", { published: true, fields: { title: "Yang sudah terbit" } })
  await postUpdate(region, shown, { ...words, picture: await png() })
  const { slug: initiativeSlug } = await getInitiative(region, shown)
  const picture = await db
    .selectFrom("initiativeUpdate")
    .select("pictureSha256")
    .where("pictureSha256", "is not", null)
    .executeTakeFirstOrThrow()

  const { id: tokenId } = await tokenIn(world, magelang.organisation.slug)

  const rows: readonly (readonly [RegExp, string])[] = [
    [/^\/kesepakatan\/:code/, `/kesepakatan/${inForce}`],
    [/^\/api\/v1\/agreements\/:code/, `/api/v1/agreements/${inForce}`],
    [/^\/api\/v1\/initiatives\/:slug/, `/api/v1/initiatives/${initiativeSlug}`],
    [/^\/api\/v1\/needs\/:slug/, `/api/v1/needs/${need.slug}`],
    [/^\/api\/v1\/organisations\/:slug/, `/api/v1/organisations/${other.slug}`],
    [/^\/api\/v1\/programmes\/:slug/, `/api/v1/programmes/${programme.slug}`],
    [/^\/api\/v1\/regions\/:code/, "/api/v1/regions/33.71"],
    [/^\/v\/:code/, `/v/${verify.verifyCode}`],
    [/^\/unsur\/:strand/, "/unsur/akademisi"],
    [/^\/wilayah\/:code/, "/wilayah/33.71"],
    [/\/kesepakatan\/:code/, `/kesepakatan/${negotiated}`],
    [/^\/belajar\/praktik\/:key/, "/belajar/praktik/saber-hoaks"],
    [/^\/belajar\/:slug/, `/belajar/${programme.slug}`],
    [/\/belajar\/program\/:id/, `/belajar/program/${programme.id}`],
    [/\/belajar\/angkatan\/:id/, `/belajar/angkatan/${exchange.cohortId}`],
    [/\/belajar\/sesi\/:id/, `/belajar/sesi/${session.id}`],
    [/\/belajar\/peserta\/:id/, `/belajar/peserta/${learner.id}`],
    [/\/modul\/:moduleId/, `/modul/${modules.id}`],
    [/^\/kebutuhan\/:slug/, `/kebutuhan/${need.slug}`],
    [/\/kebutuhan\/:id/, `/kebutuhan/${draftNeed}`],
    [/\/usulan\/:code/, `/usulan/${proposal}`],
    [/^\/inisiatif\/gambar\/:sha256/, `/inisiatif/gambar/${picture.pictureSha256}`],
    [/^\/inisiatif\/:slug/, `/inisiatif/${initiativeSlug}`],
    [/\/inisiatif\/:id\/mitra\/:partnerId/, `/inisiatif/${initiative}/mitra/${participant.id}`],
    [/\/inisiatif\/:id/, `/inisiatif/${initiative}`],
    [/\/tonggak\/:milestoneId/, `/tonggak/${milestone}`],
    [/\/capaian\/:outcomeId/, `/capaian/${outcome}`],
    [/\/ukuran\/:measureId/, `/ukuran/${measure.id}`],
    [/\/kabar\/:updateId/, `/kabar/${update}`],
    [/\/lampiran\/:fileId/, `/lampiran/${file.id}`],
    [/\/mitra\/:partnerId/, `/mitra/${partner.id}`],
    [/^\/mitra\/:slug/, `/mitra/${other.slug}`],
    [/\/mandat\/:id/, `/mandat/${magelang.mandateId}`],
    [/\/kunci\/baru\/:mandateId/, `/kunci/baru/${magelang.mandateId}`],
    [/\/token\/:tokenId/, `/token/${tokenId}`],
    [/\/anggota\/:membershipId/, `/anggota/${membership.id}`],
    [/^\/admin\/organisasi\/:id/, `/admin/organisasi/${magelang.organisation.id}`],
    [/\/organisasi\/:id/, `/organisasi/${magelang.organisation.id}`],
    [/\/versi\/:number/, "/versi/1"],
    [/^\/sitemap\/:kind\/:from/, "/sitemap/halaman/awal.xml"],
    [/^\/kartu\/:kind\/:name/, `/kartu/kesepakatan/${inForce}.png`],
    [/:token/, "tautan-yang-tidak-dikenal"],
    [/:\w+/g, "tidak-ada"],
    [/\*/, "users/agreement"],
  ]
  return {
    exchange,
    sides,
    learner,
    people: {
      visitor: null,
      person: await create.account(),
      outsider: await create.member(other.id, "admin"),
      member,
      drafter: magelang.drafter,
      approver: magelang.approver,
      admin: await create.member(magelang.organisation.id, "admin"),
      head: magelang.head,
      otherSide: jabar.approver,
      learner: learner.account,
      supervisor: learner.supervisor,
      proposer: sides.campus.approver,
      coauthor: sides.firm.drafter,
      secretariat: await create.secretariat(),
    },
    fill: (pattern) => rows.reduce((path, [name, value]) => path.replace(name, value), pattern),
    values: [
      ...[inForce, negotiated, verify.verifyCode, programme.id, programme.slug, exchange.cohortId, session.id],
      ...[learner.id, need.slug, draftNeed, proposal, file.id, partner.id, membership.id, magelang.mandateId],
      ...[initiative, initiativeSlug, participant.id, milestone, outcome, measure.id, update],
      ...[picture.pictureSha256 ?? "", magelang.organisation.id, tokenId],
    ],
  }
}
