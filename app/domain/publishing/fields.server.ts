import { z } from "zod"
import { strands } from "../organisation/legal-forms.ts"
import { affairs } from "../proposal/affairs.ts"
import { contributionKinds } from "../proposal/kinds.ts"

/* Parts that the public records are made of. Each says what it is; the OpenAPI document repeats those words. */

export const day = (about: string) => z.iso.date().describe(about)
export const instant = (about: string) => z.iso.datetime().describe(about)
export const address = (about: string) => z.url({ protocol: /^https?$/ }).describe(about)
export const words = (about: string) => z.string().describe(about)
export const count = (about: string) => z.int().min(0).describe(about)

export const slug = z
  .string()
  .regex(/^[a-z0-9-]+$/)
  .describe("Key of the record in addresses; it does not change")
export const demo = z.boolean().describe("Part of a demonstration, not of the real network")
export const pageUrl = address("Page for people, in Indonesian")
export const updatedAt = instant("When the record last changed")
export const publishedAt = instant("When it was published")

export const strand = z
  .enum(strands)
  .describe("Strand of the pentahelix: academics, business, community, government, media")
export const affair = z.enum(affairs).describe("Government affair (urusan) of UU 23/2014")
export const contributionKind = z.enum(contributionKinds)

export const regionCode = z
  .string()
  .regex(/^\d{2}(\.\d{2})?$/)
  .describe("Code of the Ministry of Home Affairs, such as 33 or 33.71")
export const region = z.strictObject({ code: regionCode, name: words("With its kind, such as Kota Magelang") })
export const organisation = z.strictObject({ slug, name: words("As it is registered") })
export const clause = z
  .strictObject({ article: count("Number of the article"), title: words("Heading of the article") })
  .nullable()
  .describe("Article of the agreement that is carried out")
