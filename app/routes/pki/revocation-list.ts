import { revocationList } from "#app/domain/signature/revocation-list.server.ts"
import { loaderFor } from "#app/http/handler.server.ts"

/** The authority's revocation list, DER (RFC 2585: application/pkix-crl). */
export const loader = loaderFor("authority.read", async ({ ctx }) => {
  const list = await revocationList(ctx)
  return new Response(Buffer.from(list), {
    headers: {
      "Content-Type": "application/pkix-crl",
      "Content-Disposition": 'attachment; filename="simpul-ca.crl"',
      "Cache-Control": "no-cache",
    },
  })
})
