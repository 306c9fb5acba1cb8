import { taskKinds } from "#app/domain/agreement/task.ts"
import type { InboxEntry } from "#app/domain/notification/inbox.ts"
import { taskKinds as proposalTasks } from "#app/domain/proposal/task.ts"
import type { Translator } from "#app/i18n/messages.ts"
import { paths } from "#app/paths.ts"
import type { MembershipRole } from "#db/schema.ts"

type Words = {
  /** Address without language. */
  readonly href: string
  readonly reason: string
  /** The organisation for which it waits, where the title does not name it. */
  readonly organisation: string | null
}

/** What an entry of the inbox says, and where it leads. An entry of an unknown kind is a bug and throws. */
export function inboxWords(t: Translator, entry: InboxEntry, acting: string | null): Words {
  const { kind, values, ids } = entry
  const id = ids.id ?? ""
  const task = taskKinds.find((one) => kind === `agreement.${one}`)
  if (task)
    return {
      href: paths.agreementCase(ids.code ?? ""),
      reason: t(`agreement.inbox.${task}`, values),
      organisation: acting,
    }
  const proposalTask = proposalTasks.find((one) => kind === `proposal.${one}`)
  if (proposalTask)
    return {
      href:
        proposalTask === "answerInvitation"
          ? paths.proposalPartnership(ids.code ?? "")
          : paths.proposalCase(ids.code ?? ""),
      reason: t(`proposal.inbox.${proposalTask}`, values),
      organisation: acting,
    }
  switch (kind) {
    case "initiative.publish":
    case "initiative.milestoneDue":
      return {
        href: paths.initiativeCase(id),
        reason: t(`initiative.inbox.${kind.slice("initiative.".length) as "publish"}`, values),
        organisation: acting,
      }
    case "need.publish":
      return { href: paths.needCase(id), reason: t("proposal.inbox.publishNeed"), organisation: acting }
    case "invitation.accept":
      return {
        href: paths.invitation(id),
        reason: t("workspace.inbox.reason.invitation", {
          role: t(`organisation.role.${values.role as MembershipRole}`),
        }),
        organisation: null,
      }
    case "organisation.submit":
      return { href: paths.organisationDesk(id), reason: t("workspace.inbox.reason.submit"), organisation: null }
    case "organisation.correct":
      return { href: paths.organisationDesk(id), reason: t("workspace.inbox.reason.correct"), organisation: null }
    case "organisation.verify":
      return { href: paths.verificationCase(id), reason: t("workspace.inbox.reason.organisation"), organisation: null }
    case "mandate.verify":
      return { href: paths.mandateCase(id), reason: t("workspace.inbox.reason.mandate", values), organisation: null }
    case "key.enrol":
      return {
        href: paths.enrolKey(id),
        reason: t("workspace.inbox.reason.key"),
        organisation: values.organisation ?? null,
      }
    case "programme.confirm":
    case "programme.run":
    case "programme.nominate":
      return {
        href: paths.cohortDesk(id),
        reason: t(`programme.inbox.${kind.slice("programme.".length) as "confirm"}`, values),
        organisation: acting,
      }
    case "programme.attend":
    case "programme.plan":
    case "programme.rework":
    case "programme.decide":
      return {
        href: paths.learner(id),
        reason: t(`programme.inbox.${kind.slice("programme.".length) as "attend"}`, values),
        organisation: null,
      }
    case "certificate.seal":
      return { href: paths.sealCertificate(id), reason: t("certificate.inbox.seal", values), organisation: acting }
    case "certificate.prepare":
      return {
        href: paths.cohortDesk(id),
        reason: t("certificate.inbox.prepare", { ...values, count: Number(values.count) }),
        organisation: acting,
      }
    default:
      throw new Error(`No words for what waits: ${kind}`)
  }
}
