import { z } from "zod"
import type { Db } from "#db/connection.ts"
import { minutes } from "../kernel/clock.ts"

/**
 * How long a session may lie still, in minutes: `binding` for people who bind an organisation or the network (admins,
 * approvers, holders of a verified mandate, the secretariat), `ordinary` for all others.
 */
export type IdleLimits = { readonly ordinary: number; readonly binding: number; readonly source: string }

const key = "session.idle_minutes"

const stored = z.object({ ordinary: z.number().int().min(5).max(1_440), binding: z.number().int().min(5).max(1_440) })

/** What holds where the installation says nothing else. */
export const shippedIdleLimits: IdleLimits = {
  ordinary: 720,
  binding: 45,
  source:
    "Pilihan Simpul, bukan ketentuan: cukup lama untuk membaca naskah, cukup singkat untuk komputer yang ditinggal.",
}

/** The `setting` row of this installation, and the shipped limits where it is missing or unreadable. */
export async function readIdleLimits(db: Db): Promise<IdleLimits> {
  const row = await db.selectFrom("setting").select(["value", "sourceNote"]).where("key", "=", key).executeTakeFirst()
  if (!row) return shippedIdleLimits
  try {
    return { ...stored.parse(JSON.parse(row.value)), source: row.sourceNote }
  } catch {
    return shippedIdleLimits
  }
}

/** Whether somebody who was last seen `idle` milliseconds ago has to sign in again. */
export const isIdleTooLong = (limits: IdleLimits, binds: boolean, idle: number): boolean =>
  idle > minutes(binds ? limits.binding : limits.ordinary)
