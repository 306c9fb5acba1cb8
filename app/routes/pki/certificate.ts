import { authorityOf } from "#app/domain/signature/authority.server.ts"
import { loaderFor } from "#app/http/handler.server.ts"

/** The authority's certificate, DER (RFC 2585: application/pkix-cert). */
export const loader = loaderFor("authority.read", async ({ ctx }) => {
  const { certificate } = await authorityOf(ctx)
  return new Response(Buffer.from(certificate), {
    headers: {
      "Content-Type": "application/pkix-cert",
      "Content-Disposition": 'attachment; filename="simpul-ca.crt"',
      "Cache-Control": "public, max-age=3600",
    },
  })
})
