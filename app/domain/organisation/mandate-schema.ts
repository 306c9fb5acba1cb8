import { z } from "zod"
import { isId } from "../kernel/ids.ts"
import { day, line, name } from "./fields.ts"
import { basisKinds, instruments, officeKinds, standIns } from "./mandate-kinds.ts"

/**
 * The authority of one person to bind an organisation, with the paper it rests on. What practice asks of it
 * (PP 28/2018 and Permendagri 22/2020 as Kota Yogyakarta and Jawa Barat apply them):
 * only the head of region signs a Kesepakatan Bersama; Plt. and Plh. hold his office for a time and so may, a.n. and
 * u.b. sign in his name and so may not; whoever is not the head acts on a surat kuasa.
 */
export const mandateForm = z
  .object({
    accountId: z.string({ error: "field.choose" }).refine(isId, { error: "field.choose" }),
    holderName: name(2, 120),
    office: line(3, 120),
    officeKind: z.enum(officeKinds, { error: "field.choose" }),
    standIn: z.enum(standIns, { error: "field.choose" }).optional(),
    basisKind: z.enum(basisKinds, { error: "field.choose" }),
    basisNumber: line(1, 80),
    basisDate: day,
    instruments: z.preprocess(
      (value) => (value === undefined || value === "" ? [] : Array.isArray(value) ? [...new Set(value)] : [value]),
      z.array(z.enum(instruments, { error: "field.choose" })).min(1, { error: "field.chooseSome" }),
    ),
    validFrom: day,
    validUntil: day.optional(),
  })
  .superRefine((mandate, check) => {
    const refuse = (field: string, message: string) => check.addIssue({ code: "custom", path: [field], message })
    const { officeKind, standIn, basisKind, validFrom, validUntil } = mandate
    if (validUntil !== undefined && validUntil < validFrom) refuse("validUntil", "mandate.endsBeforeStart")
    if (officeKind === "head_of_region" && (standIn === "an" || standIn === "ub"))
      refuse("standIn", "mandate.inHisNameIsDelegate")
    if (officeKind === "delegate" && basisKind !== "surat_kuasa") refuse("basisKind", "mandate.delegateNeedsPower")
    if (officeKind === "delegate" && mandate.instruments.includes("kesepakatan_bersama"))
      refuse("instruments", "mandate.headOnly")
  })

export type MandateDetails = z.output<typeof mandateForm>
