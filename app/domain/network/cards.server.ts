import { getPublicAgreement } from "../agreement/register.server.ts"
import { findPublicInitiative } from "../initiative/queries.server.ts"
import type { Ctx } from "../kernel/context.ts"
import { notFound } from "../kernel/errors.ts"
import { getPublicOrganisation } from "../organisation/directory.server.ts"
import { authorize } from "../policy/table.ts"
import { findProgramme } from "../programme/queries.server.ts"
import { findPublicNeed } from "../proposal/need-queries.server.ts"
import { getRegion } from "../region/queries.server.ts"
import type { AddressKind } from "./addresses.server.ts"

/** What a card tells of a public thing; the words for its kind are the page's. */
export type CardFacts = { readonly title: string; readonly facts: string; readonly demo: boolean }

/** The facts for the card of one public thing. Not found where its page is not. */
export async function cardFacts(ctx: Ctx, kind: AddressKind, key: string): Promise<CardFacts> {
  authorize(ctx.actor, "network.browse")
  switch (kind) {
    case "agreements": {
      const { title, parties, demo, signingDate } = await getPublicAgreement(ctx, key)
      const names = parties.map(({ regionName }) => regionName).join(" – ")
      return { title, demo, facts: signingDate ? `${names} · ${signingDate.slice(0, 4)}` : names }
    }
    case "initiatives": {
      const { title, leadName, regionName, demoSince } = await findPublicInitiative(ctx, key)
      return { title, facts: `${leadName} · ${regionName}`, demo: demoSince !== null }
    }
    case "needs": {
      const { title, organisationName, demoSince } = await findPublicNeed(ctx, key)
      return { title, facts: organisationName, demo: demoSince !== null }
    }
    case "organisations": {
      const { name, regionName, demo } = await getPublicOrganisation(ctx, key)
      return { title: name, facts: regionName, demo }
    }
    case "programmes": {
      const { title, hostName, senderName, demoSince, publishedAt } = await findProgramme(ctx, key)
      if (publishedAt === null) throw notFound()
      return { title, facts: `${hostName} – ${senderName}`, demo: demoSince !== null }
    }
    case "regions": {
      const { name, code } = await getRegion(ctx, key)
      return { title: name, facts: code, demo: ctx.settings.demo }
    }
  }
}
