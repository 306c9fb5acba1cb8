import { z } from "zod"
import { contributionKinds } from "../proposal/kinds.ts"
import { proposalLimits as limits } from "../proposal/limits.ts"

const text = (least: number, most: number, about: string) =>
  z
    .string({ error: "api.text" })
    .min(least, { error: "field.tooShort" })
    .max(most, { error: "field.tooLong" })
    .describe(about)

const slug = (about: string) =>
  z
    .string({ error: "api.text" })
    .regex(/^[a-z0-9-]{1,200}$/, { error: "api.slug" })
    .optional()
    .describe(about)

const day = (about: string) =>
  z
    .string({ error: "api.text" })
    .regex(/^\d{4}-\d{2}-\d{2}$/, { error: "field.date" })
    .describe(about)

const contribution = z.strictObject(
  {
    kind: z.enum(contributionKinds, { error: "api.kind" }),
    description: text(3, limits.contribution, "What is given, in a line"),
    value: z
      .int({ error: "api.amount" })
      .min(1, { error: "api.amount" })
      .max(limits.amount, { error: "api.amount" })
      .nullish()
      .describe("What it is worth, in whole units of `unit`; absent for what is given without a figure"),
    unit: z.literal("IDR", { error: "api.unit" }).nullish().describe("Rupiah, the only unit there is"),
  },
  { error: "api.object" },
)

/**
 * A complete proposal as a program hands it in. The bounds here are those of the drafting form; what it asks beyond
 * them (days that exist, a period that runs forward, no control characters) is asked when it is submitted.
 */
export const proposalRequest = z
  .strictObject(
    {
      need: slug("Slug of the published need that this answers; the region that published it is asked"),
      recipient: slug("Slug of the regional government that is asked, where no need is answered"),
      title: text(5, limits.title, "One line"),
      summary: text(40, limits.summary, "What it is about, plain text"),
      plan: text(40, limits.plan, "How it is done, in a small Markdown subset: bold, italics, lists"),
      starts: day("First day, YYYY-MM-DD"),
      ends: day("Last day, YYYY-MM-DD"),
      contributions: z
        .array(contribution, { error: "api.list" })
        .min(1, { error: "proposal.noContributions" })
        .max(limits.contributions, { error: "proposal.tooManyContributions" })
        .describe("What the proposing organisation gives"),
    },
    { error: "api.object" },
  )
  .superRefine(({ need, recipient, contributions }, check) => {
    const refuse = (path: (string | number)[], message: string) => check.addIssue({ code: "custom", path, message })
    if (need === undefined && recipient === undefined) refuse(["recipient"], "api.addressee")
    if (need !== undefined && recipient !== undefined) refuse(["recipient"], "api.twoAddressees")
    for (const [index, { value, unit }] of contributions.entries())
      if (unit && value == null) refuse(["contributions", index, "value"], "field.required")
  })

export type ProposalRequest = z.output<typeof proposalRequest>

/** What is answered once the proposal is stored for good. */
export const proposalCreated = z.object({
  id: z.uuid(),
  code: z.string().describe("Code under which people know it, such as US-7H3K-9QPD"),
  status: z.literal("submitted"),
  url: z.url().describe("Its page, for members of the organisation who sign in"),
})

export type ProposalCreated = z.output<typeof proposalCreated>

/** Largest body of a request, in bytes. */
export const proposalRequestLimit = 256 * 1024
