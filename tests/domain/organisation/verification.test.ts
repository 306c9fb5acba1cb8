import { describe, expect, it } from "vitest"
import { timelineOf } from "#app/domain/audit/timeline.server.ts"
import { getPublicOrganisation } from "#app/domain/organisation/directory.server.ts"
import { editOrganisation, submitOrganisation } from "#app/domain/organisation/editing.server.ts"
import {
  examineOrganisation,
  getOwnOrganisation,
  lastReview,
  reviewsOf,
} from "#app/domain/organisation/queries.server.ts"
import { organisationDecisionForm } from "#app/domain/organisation/schema.ts"
import { decideOrganisation, mayDecide } from "#app/domain/organisation/verification.server.ts"
import { decide, detailsOf, organisationIn, paper, pemdaDetails } from "#tests/support/organisations.ts"
import { createWorld } from "#tests/support/world.ts"

const reason = "Akta belum menyebut pengurus yang sekarang."

describe("the secretariat's decision", () => {
  it("goes the whole way: refused with its reason, corrected, submitted again, verified, public", async () => {
    const world = await createWorld()
    const { id, admin } = await organisationIn(world, "submitted")
    const reviewer = await world.create.secretariat({ name: "Peninjau" })
    await decideOrganisation(await world.as(reviewer, null), id, "refuse", reason, 1)
    const own = await world.as(admin)
    expect(await lastReview(own, id)).toMatchObject({ decision: "refused", reason, createdAt: world.clock.now() })
    expect((await world.mails()).at(-1)).toEqual({
      to: admin.email,
      locale: "id",
      kind: "organisation-refused",
      values: { organisation: "Komunitas Sungai Progo", organisationId: id, reason },
    })
    world.clock.turn(60_000)
    await editOrganisation(own, id, detailsOf({ address: "Jalan Baru 2" }), paper("akta lengkap.pdf"), 2)
    await submitOrganisation({ ...own, now: world.clock.now() }, id, 3)
    await expect(getPublicOrganisation(world.visitor(), "komunitas-sungai-progo")).rejects.toMatchObject({
      code: "not_found",
    })
    const before = world.changes.count
    world.clock.turn(60_000)
    const examiner = await world.as(reviewer, null, { now: world.clock.now() })
    await decideOrganisation(examiner, id, "verify", "", 4)
    expect(world.changes.count).toBe(before + 1)
    expect((await getPublicOrganisation(world.visitor(), "komunitas-sungai-progo")).verifiedAt).toBe(world.clock.now())
    expect((await reviewsOf(examiner, id)).map(({ decision, reviewerName }) => [decision, reviewerName])).toEqual([
      ["verified", "Peninjau"],
      ["refused", "Peninjau"],
    ])
    expect((await timelineOf(world.db, "organisation", id)).map(({ type }) => type)).toEqual([
      "organisation.created",
      "organisation.submitted",
      "organisation.refused",
      "organisation.edited",
      "organisation.submitted",
      "organisation.verified",
    ])
  })

  it("hides a suspended organisation and shows a restored one under its first date, and tells its admins each time", async () => {
    const world = await createWorld()
    const { id, admin } = await organisationIn(world, "verified")
    const since = (await getPublicOrganisation(world.visitor(), "komunitas-sungai-progo")).verifiedAt
    await world.create.member(id, "drafter")
    await world.db.deleteFrom("outbox").execute()
    world.clock.turn(86_400_000)
    await decide(world, id, "suspend", reason)
    await expect(getPublicOrganisation(world.visitor(), "komunitas-sungai-progo")).rejects.toMatchObject({
      code: "not_found",
    })
    await decide(world, id, "restore", "Kepengurusan sudah jelas.")
    expect((await getPublicOrganisation(world.visitor(), "komunitas-sungai-progo")).verifiedAt).toBe(since)
    expect((await world.mails()).map(({ to, kind, values }) => [to, kind, values.reason])).toEqual([
      [admin.email, "organisation-suspended", reason],
      [admin.email, "organisation-restored", "Kepengurusan sudah jelas."],
    ])
  })

  it("is nobody's who belongs to the organisation, whichever he acts for", async () => {
    const world = await createWorld()
    const { id } = await organisationIn(world, "submitted")
    const reviewer = await world.create.secretariat()
    await world.create.membership(reviewer.id, id, "member")
    for (const acting of [id, null]) {
      const ctx = await world.as(reviewer, acting)
      expect(mayDecide(ctx, id)).toBe(false)
      await expect(decideOrganisation(ctx, id, "verify", "", 1)).rejects.toMatchObject({
        code: "forbidden",
        key: "organisation.ownCase",
      })
      // He may look at it all the same.
      expect((await examineOrganisation(ctx, id)).id).toBe(id)
    }
  })

  it("is refused to everybody else, admins included", async () => {
    const world = await createWorld()
    const { id, admin } = await organisationIn(world, "submitted")
    for (const ctx of [await world.as(admin), await world.as(await world.create.account()), world.visitor()])
      await expect(decideOrganisation(ctx, id, "verify", "", 1)).rejects.toMatchObject({ code: "forbidden" })
    expect((await getOwnOrganisation(await world.as(admin), id)).status).toBe("submitted")
  })

  it("counts once: whoever decides from an old page is told, and nothing of his is stored", async () => {
    const world = await createWorld()
    const { id } = await organisationIn(world, "submitted")
    const ctx = await world.as(await world.create.secretariat(), null)
    await expect(decideOrganisation(ctx, id, "verify", "", 0)).rejects.toMatchObject({ code: "conflict", key: "stale" })
    await decideOrganisation(ctx, id, "refuse", reason, 1)
    await expect(decideOrganisation(ctx, id, "verify", "", 1)).rejects.toMatchObject({ key: "flow.step" })
    expect((await reviewsOf(ctx, id)).length).toBe(1)
  })

  it("verifies one government of a region, and restores one only while there is no other", async () => {
    const world = await createWorld()
    const first = await organisationIn(world, "submitted", pemdaDetails())
    const second = await organisationIn(world, "submitted", pemdaDetails({ name: "Pemkot Magelang" }))
    await decide(world, first.id, "verify", "")
    await expect(decide(world, second.id, "verify", "")).rejects.toMatchObject({
      code: "conflict",
      key: "organisation.regionTaken",
      parameters: { organisation: "Pemerintah Kota Magelang" },
    })
    await decide(world, first.id, "suspend", reason)
    await decide(world, second.id, "verify", "")
    await expect(decide(world, first.id, "restore", reason)).rejects.toMatchObject({ key: "organisation.regionTaken" })
    const rows = await world.db.selectFrom("organisation").select("status").orderBy("id").execute()
    expect(rows).toEqual([{ status: "suspended" }, { status: "verified" }])
  })

  it("finds nothing under a foreign id", async () => {
    const world = await createWorld()
    const ctx = await world.as(await world.create.secretariat(), null)
    for (const id of ["", "bukan-id", "__proto__", "01890000-0000-7000-8000-000000000000"])
      await expect(decideOrganisation(ctx, id, "verify", "", 0)).rejects.toMatchObject({ code: "not_found" })
  })

  it("needs a reason for everything but a verification", () => {
    const errors = (fields: Record<string, string>) => {
      const parsed = organisationDecisionForm.safeParse({ lockVersion: "3", ...fields })
      return parsed.success ? [] : parsed.error.issues.map(({ path, message }) => [path.join("."), message])
    }
    expect(errors({ decision: "verify" })).toEqual([])
    expect(errors({ decision: "verify", reason: "ok" })).toEqual([])
    for (const decision of ["refuse", "suspend", "restore"]) {
      expect(errors({ decision })).toEqual([["reason", "field.required"]])
      expect(errors({ decision, reason: "  \n" })).toEqual([["reason", "field.required"]])
      expect(errors({ decision, reason: "kurang" })).toEqual([["reason", "field.tooShort"]])
      expect(errors({ decision, reason })).toEqual([])
    }
    expect(errors({ decision: "delete", reason })).toEqual([["decision", "field.choose"]])
    expect(errors({ decision: "verify", lockVersion: "-1" })).toEqual([["lockVersion", "stale"]])
  })
})
