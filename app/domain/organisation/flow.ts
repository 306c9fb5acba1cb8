import type { MandateStatus, OrganisationStatus } from "#db/schema.ts"
import { defineFlow } from "../kernel/flow.ts"

/** An organisation from its first draft to its place in the network. */
export const organisationFlow = defineFlow<OrganisationStatus, "submit" | "verify" | "refuse" | "suspend" | "restore">({
  initial: "draft",
  steps: {
    submit: { from: ["draft", "refused"], to: "submitted" },
    verify: { from: ["submitted"], to: "verified" },
    refuse: { from: ["submitted"], to: "refused" },
    suspend: { from: ["verified"], to: "suspended" },
    restore: { from: ["suspended"], to: "verified" },
  },
})

/**
 * What may be edited in each state. What the secretariat is examining stands still, and what it has verified (name,
 * strand, legal form, region, evidence) stays as it was verified; how to reach an organisation may change at any time.
 */
export const editable: Readonly<Record<OrganisationStatus, "all" | "profile" | "nothing">> = {
  draft: "all",
  submitted: "nothing",
  verified: "profile",
  refused: "all",
  suspended: "nothing",
}

/** A mandate from its entry to its end. It counts only while it is verified. */
export const mandateFlow = defineFlow<MandateStatus, "verify" | "refuse" | "end">({
  initial: "entered",
  steps: {
    verify: { from: ["entered"], to: "verified" },
    refuse: { from: ["entered"], to: "refused" },
    end: { from: ["entered", "verified"], to: "ended" },
  },
})
