import { verifyAudit } from "#app/domain/audit/verify.server.ts"
import type { Verb } from "./verb.ts"

const words = {
  gap: "an event is missing before this one",
  broken_link: "it does not follow from the event before it",
  altered: "its contents were changed after it was written",
} as const

/** Recomputes every chain of the audit log. */
export const verifyAuditChains: Verb = {
  usage: "verify-audit",
  help: [
    "recomputes the hash chain of every record and names what does not fit",
    "",
    "Exit code 0 where every chain is whole, 1 where one is not.",
  ].join("\n"),
  async run({ composed, print }) {
    const { events, chains, faults } = await verifyAudit(composed.services.db)
    for (const { subjectType, subjectId, seq, fault } of faults)
      print(`${subjectType} ${subjectId}, event ${seq}: ${words[fault]}`)
    print(
      faults.length === 0
        ? `${events} events in ${chains} chains: all whole.`
        : `${events} events in ${chains} chains: ${faults.length} faults.`,
    )
    return faults.length === 0 ? 0 : 1
  },
}
