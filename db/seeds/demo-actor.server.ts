import { membershipsOf } from "#app/domain/identity/session.server.ts"
import type { AppServices, Ctx } from "#app/domain/kernel/context.ts"
import { newId } from "#app/domain/kernel/ids.ts"

/** The context of an account as a session of his would make it, acting for `organisationId`. */
export async function actingAs(services: AppServices, accountId: string, organisationId: string | null): Promise<Ctx> {
  const account = await services.db
    .selectFrom("account")
    .selectAll()
    .where("id", "=", accountId)
    .executeTakeFirstOrThrow()
  const memberships = await membershipsOf(services.db, accountId)
  return {
    ...services,
    actor: {
      accountId,
      name: account.name,
      email: account.email,
      emailVerified: account.emailVerifiedAt !== null,
      secretariat: account.secretariatSince !== null,
      memberships,
      acting: memberships.find((own) => own.organisationId === organisationId) ?? null,
      locale: account.locale,
      timeZone: account.timeZone,
    },
    now: services.clock.now(),
    locale: "id",
    requestId: newId(),
    clientAddress: "127.0.0.1",
  }
}

export type DemoSecrets = { readonly password: string; readonly passphrase: string }

/** The accounts and organisations of the network under their keys, as the later steps need them. */
export type DemoNetwork = {
  readonly services: AppServices
  readonly secrets: DemoSecrets
  readonly secretariat: string
  readonly accounts: ReadonlyMap<string, string>
  readonly organisations: ReadonlyMap<string, string>
}

/** The context of one of the network's people. */
export const as = (network: DemoNetwork, email: string, organisation: string) =>
  actingAs(network.services, network.accounts.get(email)!, network.organisations.get(organisation)!)

/** The public address part of one of the network's organisations. */
export async function slugOf(network: DemoNetwork, organisation: string): Promise<string> {
  const { slug } = await network.services.db
    .selectFrom("organisation")
    .select("slug")
    .where("id", "=", network.organisations.get(organisation)!)
    .executeTakeFirstOrThrow()
  return slug
}
