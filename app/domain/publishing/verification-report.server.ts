import { z } from "zod"
import { instant, words } from "./fields.server.ts"

/** What `POST /api/v1/verify` answers. */
export const verificationReport = z.strictObject({
  verdict: z
    .enum(["valid", "changed", "invalid", "unsigned", "unreadable"])
    .describe("valid: every signature intact and trusted, and nothing forbidden after the last"),
  registered: z.boolean().describe("The file is in this portal's register"),
  agreement: words("Public code of the agreement that it belongs to").nullable(),
  certificate: words("Code beside the QR, where it is a certificate of learning").optional(),
  signatures: z
    .array(
      z.strictObject({
        signer: words("As the certificate names him").nullable(),
        signedAt: instant("When it was signed, as far as that can be told").nullable(),
        intact: z.boolean().describe("What it covers is as it was signed"),
        coversWholeFile: z.boolean().describe("Nothing was added after it"),
        changesAfter: z.enum(["none", "permitted", "forbidden"]).describe("What was added after it"),
        trusted: z.boolean().describe("Its certificate was good at the time that counts"),
        reasons: z.array(z.string()).describe("Why not, as keys"),
      }),
    )
    .describe("In the order of signing"),
})
