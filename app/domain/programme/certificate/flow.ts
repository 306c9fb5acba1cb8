import { defineFlow } from "../../kernel/flow.ts"

/**
 * The life of a certificate of learning. Prepared it is a file without a seal and worth nothing; sealed it counts;
 * revoked it is over for good, sealed or not, and another may be prepared.
 */
export const certificateFlow = defineFlow({
  initial: "prepared",
  steps: {
    seal: { from: ["prepared"], to: "sealed" },
    revoke: { from: ["prepared", "sealed"], to: "revoked" },
  },
})
