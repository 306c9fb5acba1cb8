import { z } from "zod"
import { emailField } from "../identity/schema.ts"
import { isRegionCode } from "../region/kind.ts"
import { line, lockVersion, name, paragraph, phone, website } from "./fields.ts"
import { allLegalForms, strands, suitsStrand } from "./legal-forms.ts"

/** How an organisation presents itself and is reached; may change at any time. */
const profile = {
  description: paragraph(20, 2000),
  address: line(5, 300),
  website,
  contactName: name(2, 120),
  contactEmail: emailField,
  contactPhone: phone,
}

/** What an organisation says of itself. The legal form must suit its strand. */
export const organisationForm = z
  .object({
    name: name(3, 160),
    strand: z.enum(strands, { error: "field.choose" }),
    legalForm: z.enum(allLegalForms, { error: "field.choose" }),
    regionCode: z.string({ error: "field.choose" }).refine(isRegionCode, { error: "field.choose" }),
    ...profile,
  })
  .superRefine(({ strand, legalForm }, check) => {
    if (!suitsStrand(strand, legalForm))
      check.addIssue({ code: "custom", path: ["legalForm"], message: "organisation.formOfOtherStrand" })
  })

export type OrganisationDetails = z.output<typeof organisationForm>

export const profileForm = z.object(profile)
export type OrganisationProfile = z.output<typeof profileForm>

/** The version that a form of one button was made at. */
export const seenForm = z.object({ lockVersion })

/** Why somebody decided so; the other side reads it. */
export const reason = paragraph(10, 1000)

export const reasonForm = z.object({ reason, lockVersion })

/** A decision of the secretariat; every one but a verification needs a reason, a verification may carry a remark. */
const decisionForm = <const D extends string>(decisions: readonly ["verify", ...D[]]) =>
  z
    .object({
      decision: z.enum(decisions, { error: "field.choose" }),
      reason: paragraph(0, 1000),
      lockVersion,
    })
    .superRefine(({ decision, reason }, check) => {
      if (decision !== "verify" && reason.length < 10)
        check.addIssue({ code: "custom", path: ["reason"], message: reason ? "field.tooShort" : "field.required" })
    })

export const organisationDecisionForm = decisionForm(["verify", "refuse", "suspend", "restore"])
export type OrganisationDecision = z.output<typeof organisationDecisionForm>["decision"]

export const mandateDecisionForm = decisionForm(["verify", "refuse"])

export const roles = ["admin", "drafter", "approver", "member"] as const
const role = z.enum(roles, { error: "field.choose" })

export const invitationForm = z.object({ email: emailField, role })

/** A new role, and the one that the person had when the form was made. */
export const roleForm = z.object({ role, seenRole: role })

/** To whom the office of admin goes, and which role remains. */
export const handOverForm = z.object({
  membershipId: z
    .string({ error: "field.choose" })
    .min(1, { error: "field.choose" })
    .max(60, { error: "field.choose" }),
  role,
})
