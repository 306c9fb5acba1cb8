import { notFound } from "#app/domain/kernel/errors.ts"
import { isAddressKind } from "#app/domain/network/addresses.server.ts"
import { cardFacts } from "#app/domain/network/cards.server.ts"
import { cacheHint } from "#app/http/cache-hint.server.ts"
import { loaderFor } from "#app/http/handler.server.ts"
import { apiGetOnly } from "#app/http/problem.server.ts"
import { translator } from "#app/i18n/messages.ts"

const strands = ["A", "B", "C", "G", "M"] as const

/** The card of one public thing, or of the portal itself (`network/simpul`). Kept like a public page. */
export const loader = loaderFor("network.browse", async ({ ctx, params, context }) => {
  const { kind = "", key = "" } = params
  const t = translator("id")
  cacheHint(ctx, context, {})
  const portal = { title: t("home.title"), facts: strands.map((strand) => t(`common.strand.${strand}`)).join(" · ") }
  const subject = kind === "network" && key === "simpul" ? kind : isAddressKind(kind) ? kind : null
  if (subject === null) throw notFound()
  const { demo, ...words } =
    subject === "network" ? { ...portal, demo: ctx.settings.demo } : await cardFacts(ctx, subject, key)
  const png = await ctx.workshop.draw({ kind: t(`card.${subject}`), ...words, demo: demo ? t("card.demo") : null })
  return new Response(Buffer.from(png), { headers: { "Content-Type": "image/png" } })
})

export const action = apiGetOnly("network.browse")
