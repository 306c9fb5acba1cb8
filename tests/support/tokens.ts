import type { TokenScope } from "#app/domain/kernel/actor.ts"
import type { Ctx } from "#app/domain/kernel/context.ts"
import { newId } from "#app/domain/kernel/ids.ts"
import { programOf } from "#app/domain/organisation/api-token/bearer.server.ts"
import { createTokenByOperator, type IssuedToken } from "#app/domain/organisation/api-token/issuing.server.ts"
import type { World } from "./world.ts"

/** A token of the organisation under `slug`. */
export const tokenIn = (
  world: World,
  slug: string,
  options: { label?: string; days?: number; scopes?: readonly TokenScope[] } = {},
): Promise<IssuedToken> =>
  createTokenByOperator(world.services, slug, {
    label: options.label ?? "Sistem hibah",
    days: options.days ?? 90,
    scopes: options.scopes ?? ["proposals:write"],
  })

/** The context of a program that presents `token` now. */
export async function programWith(world: World, token: string): Promise<Ctx> {
  const actor = await programOf(world.services, `Bearer ${token}`, world.clock.now())
  if (!actor) throw new Error("The token opens nothing")
  return world.visitor({ actor, locale: "en", requestId: newId() })
}

/** A complete request, to the region unless it answers a need. */
export const requestBody = (overrides: Record<string, unknown> = {}): Record<string, unknown> => ({
  recipient: "pemda-33-71",
  title: "Kelas talenta untuk kelurahan",
  summary: "Dosen kami mendampingi camat dan lurah mengenali talenta di kantornya selama enam bulan.",
  plan: "Kami datang **setiap bulan**:\n\n1. memetakan pegawai;\n2. melatih atasan;\n3. menilai hasilnya bersama.",
  starts: "2026-04-01",
  ends: "2026-09-30",
  contributions: [
    { kind: "expertise", description: "Enam dosen pendamping" },
    { kind: "money", description: "Biaya perjalanan", value: 12_500_000, unit: "IDR" },
  ],
  ...overrides,
})
