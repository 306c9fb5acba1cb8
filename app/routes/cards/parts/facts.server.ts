import { getPublicAgreement } from "#app/domain/agreement/register.server.ts"
import { getPublicInitiative } from "#app/domain/initiative/register.server.ts"
import type { Ctx } from "#app/domain/kernel/context.ts"
import { notFound } from "#app/domain/kernel/errors.ts"
import { getPublicOrganisation } from "#app/domain/organisation/directory.server.ts"
import { getPublicProgramme } from "#app/domain/programme/register.server.ts"
import { getPublicNeed } from "#app/domain/proposal/need-register.server.ts"
import { getRegion } from "#app/domain/region/queries.server.ts"
import type { MessageKey } from "#app/i18n/messages.ts"
import { translator } from "#app/i18n/messages.ts"
import { STRANDS } from "#app/ui/strand.ts"
import { isPractice, practices } from "#content/practices/titles.ts"
import type { CardFacts } from "./drawing.server.ts"

type Facts = Omit<CardFacts, "demo"> & { readonly demo: boolean }
type Reader = (ctx: Ctx, key: string, t: ReturnType<typeof translator>) => Promise<Facts> | Facts

/** Pages of the portal itself that have a card. */
const pages: Readonly<Record<string, MessageKey>> = {
  beranda: "home.title",
  inisiatif: "initiative.list.title",
  kebutuhan: "proposal.need.list.title",
  kesepakatan: "agreement.register.title",
  belajar: "programme.list.title",
  mitra: "organisation.list.title",
  wilayah: "region.list.title",
  verifikasi: "verification.title",
  bantuan: "help.title",
}

/** What stands on the cards of each kind of page. Only what everybody may read of it. */
const readers: Readonly<Record<string, Reader>> = {
  halaman(_ctx, key, t) {
    const title = Object.hasOwn(pages, key) ? pages[key] : undefined
    if (!title) throw notFound()
    return { eyebrow: "", title: t(title), line: t("common.statement"), strands: STRANDS, demo: false }
  },
  async kesepakatan(ctx, code, t) {
    const { title, parties, demo } = await getPublicAgreement(ctx, code)
    const line = parties.map(({ regionName }) => regionName).join(" – ")
    return { eyebrow: t("meta.card.agreement"), title, line, strands: ["G"], demo }
  },
  async inisiatif(ctx, slug, t) {
    const { initiative, strands } = await getPublicInitiative(ctx, slug)
    const { title, leadName, regionName, demoSince } = initiative
    return {
      ...{ eyebrow: t("meta.card.initiative"), title, line: `${leadName} · ${regionName}` },
      strands: strands.map(({ strand }) => strand),
      demo: demoSince !== null,
    }
  },
  async kebutuhan(ctx, slug, t) {
    const { title, organisationName, demoSince } = (await getPublicNeed(ctx, slug)).need
    const card = { eyebrow: t("meta.card.need"), title, line: organisationName, demo: demoSince !== null }
    return { ...card, strands: ["G"] }
  },
  async program(ctx, slug, t) {
    const { title, hostName, senderName, demoSince } = (await getPublicProgramme(ctx, slug)).programme
    const card = { eyebrow: t("meta.card.programme"), title, line: `${hostName} – ${senderName}` }
    return { ...card, strands: ["G"], demo: demoSince !== null }
  },
  praktik(ctx, key, t) {
    if (!isPractice(key)) throw notFound()
    const card = { eyebrow: t("meta.card.practice"), title: practices[key][ctx.locale], line: "" }
    return { ...card, strands: STRANDS, demo: false }
  },
  async mitra(ctx, slug, t) {
    const { name, strand, regionName, demo } = await getPublicOrganisation(ctx, slug)
    const eyebrow = `${t("meta.card.organisation")} · ${t(`common.strand.${strand}`)}`
    return { eyebrow, title: name, line: regionName, strands: [strand], demo }
  },
  async wilayah(ctx, code, t) {
    const { name, kind } = await getRegion(ctx, code)
    return { eyebrow: t(`region.kind.${kind}`), title: name, line: code, strands: ["G"], demo: false }
  },
}

/** What stands on the card of a public page; not found where the page is not. Everything in an evaluation is made up. */
export async function cardFacts(ctx: Ctx, kind: string, key: string): Promise<CardFacts> {
  const reader = Object.hasOwn(readers, kind) ? readers[kind] : undefined
  if (!reader) throw notFound()
  const t = translator(ctx.locale)
  const { demo, ...facts } = await reader(ctx, key, t)
  return { ...facts, demo: demo || ctx.settings.demo ? t("common.demo") : null }
}
