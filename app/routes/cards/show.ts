import { notFound } from "#app/domain/kernel/errors.ts"
import { loaderFor } from "#app/http/handler.server.ts"
import { cardFacts } from "./parts/facts.server.ts"
import { CardPress, cardName } from "./parts/press.server.ts"

/** Cards hold nothing but what stands on them, so one press serves whoever asks. */
const press = new CardPress()

/** The picture that stands for a public page where somebody shares it. */
export const loader = loaderFor("page.read", async ({ ctx, request, params }) => {
  const { kind = "", name: file = "" } = params
  if (!file.endsWith(".png")) throw notFound()
  const facts = await cardFacts(ctx, kind, file.slice(0, -4))
  const name = cardName(facts)
  const headers = {
    ETag: `"${name}"`,
    "Cache-Control": "public, max-age=3600",
    "Content-Type": "image/png",
    // Shown by others' pages: that is what it is for.
    "Cross-Origin-Resource-Policy": "cross-origin",
  }
  if (request.headers.get("If-None-Match")?.includes(name)) return new Response(null, { status: 304, headers })
  const png = await press.card(facts)
  return new Response(new Uint8Array(png), { headers: { ...headers, "Content-Length": String(png.byteLength) } })
})
