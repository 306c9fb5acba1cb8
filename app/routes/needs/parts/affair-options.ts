import { affairGroups } from "#app/domain/proposal/affairs.ts"
import type { Translator } from "#app/i18n/messages.ts"

const groups = ["basic", "nonBasic", "chosen"] as const

/** The 32 affairs as the choices of a field, in the three groups of the law. */
export const affairOptions = (t: Translator) =>
  groups.map((group) => ({
    group: t(`proposal.affairGroup.${group}`),
    options: affairGroups[group].map((affair) => ({ value: affair, label: t(`proposal.affair.${affair}`) })),
  }))
