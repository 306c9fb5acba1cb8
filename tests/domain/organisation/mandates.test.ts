import { describe, expect, it } from "vitest"
import { timelineOf } from "#app/domain/audit/timeline.server.ts"
import { getMandate, listMandates, readMandateBasis } from "#app/domain/organisation/mandate-queries.server.ts"
import { decideMandate, enterMandate, mayDecideOn } from "#app/domain/organisation/mandates.server.ts"
import { mandateDecisionForm } from "#app/domain/organisation/schema.ts"
import { governmentWithMandate, mandateDetails, organisationIn, paper } from "#tests/support/organisations.ts"
import { createWorld } from "#tests/support/world.ts"

const reason = "Nomor surat tidak terbaca pada berkas."

describe("entering a mandate", () => {
  it("keeps it waiting with its paper, on record, and tells the secretariat", async () => {
    const world = await createWorld()
    const secretariat = await world.create.secretariat()
    const { organisation, admin, head, id } = await governmentWithMandate(world)
    const ctx = await world.as(admin)
    const mandate = await getMandate(ctx, id)
    expect(mandate).toMatchObject({
      accountId: head.id,
      office: "Wali Kota Magelang",
      officeKind: "head_of_region",
      standIn: null,
      instruments: ["kesepakatan_bersama"],
      status: "entered",
      lockVersion: 0,
      enteredBy: admin.id,
      decidedBy: null,
      organisationName: organisation.name,
      organisationVerified: true,
    })
    expect(await listMandates(ctx, organisation.id)).toEqual([mandate])
    expect(await readMandateBasis(ctx, id)).toEqual({
      name: "sk.pdf",
      mediaType: "application/pdf",
      bytes: paper().bytes,
    })
    expect(await world.mails()).toEqual([
      {
        to: secretariat.email,
        locale: "id",
        kind: "mandate-entered",
        values: { organisation: organisation.name, office: "Wali Kota Magelang", mandateId: id },
      },
    ])
    expect((await timelineOf(world.db, "mandate", id)).map(({ type, data }) => [type, data])).toEqual([
      ["mandate.entered", { office: "Wali Kota Magelang", basisNumber: "131.33-100/2025" }],
    ])
  })

  it.each([
    [
      "a holder who is no member",
      { accountId: "01890000-0000-7000-8000-000000000000" },
      "accountId",
      "mandate.holderNoMember",
    ],
    ["a paper of tomorrow", { basisDate: "2026-03-03" }, "basisDate", "mandate.basisInFuture"],
    ["a term that is over", { validUntil: "2026-03-01" }, "validUntil", "mandate.alreadyOver"],
  ] as const)("refuses %s", async (_what, change, field, key) => {
    const world = await createWorld()
    const { organisation, admin, head } = await governmentWithMandate(world)
    await expect(
      enterMandate(await world.as(admin), organisation.id, mandateDetails(head.id, change), paper()),
    ).rejects.toMatchObject({ code: "invalid", fields: { [field]: [key] } })
  })

  it("takes a paper of today and a term that ends today, by the official day and not by UTC", async () => {
    const world = await createWorld()
    const { organisation, admin, head } = await governmentWithMandate(world)
    // Ten past midnight in Western Indonesia, still the day before in UTC.
    world.clock.set("2026-03-02T17:10:00.000Z")
    const details = mandateDetails(head.id, { basisDate: "2026-03-03", validUntil: "2026-03-03" })
    await enterMandate(await world.as(admin), organisation.id, details, paper())
    await expect(
      enterMandate(
        await world.as(admin),
        organisation.id,
        mandateDetails(head.id, { validUntil: "2026-03-02" }),
        paper(),
      ),
    ).rejects.toMatchObject({ fields: { validUntil: ["mandate.alreadyOver"] } })
  })

  it("refuses a missing or unreadable paper, and a head of region where no region is governed", async () => {
    const world = await createWorld()
    const { organisation, admin, head } = await governmentWithMandate(world)
    const ctx = await world.as(admin)
    await expect(enterMandate(ctx, organisation.id, mandateDetails(head.id), null)).rejects.toMatchObject({
      fields: { basis: ["field.fileRequired"] },
    })
    const page = { name: "sk.pdf", bytes: new TextEncoder().encode("<html>") }
    await expect(enterMandate(ctx, organisation.id, mandateDetails(head.id), page)).rejects.toMatchObject({
      fields: { basis: ["field.fileType"] },
    })
    const other = await organisationIn(world, "verified")
    await expect(
      enterMandate(await world.as(other.admin), other.id, mandateDetails(other.admin.id), paper()),
    ).rejects.toMatchObject({ fields: { officeKind: ["mandate.noRegion"] } })
    expect((await listMandates(ctx, organisation.id)).length).toBe(1)
  })

  it("needs a verified organisation and its admin, and is hidden from strangers", async () => {
    const world = await createWorld()
    const draft = await organisationIn(world, "draft")
    await expect(
      enterMandate(await world.as(draft.admin), draft.id, mandateDetails(draft.admin.id), paper()),
    ).rejects.toMatchObject({ code: "conflict", key: "mandate.organisationUnverified" })
    const { organisation, admin, head } = await governmentWithMandate(world)
    const details = mandateDetails(head.id)
    await expect(enterMandate(await world.as(head), organisation.id, details, paper())).rejects.toMatchObject({
      code: "forbidden",
    })
    await expect(enterMandate(await world.as(admin, null), organisation.id, details, paper())).rejects.toMatchObject({
      code: "forbidden",
    })
    await expect(enterMandate(await world.as(draft.admin), organisation.id, details, paper())).rejects.toMatchObject({
      code: "not_found",
    })
  })
})

describe("who may see a mandate", () => {
  it("is its holder, everybody in the organisation, and the secretariat; its paper is for fewer", async () => {
    const world = await createWorld()
    const { organisation, admin, head, id } = await governmentWithMandate(world)
    const drafter = await world.create.member(organisation.id, "drafter")
    const secretariat = await world.create.secretariat()
    for (const reader of [admin, head, drafter, secretariat])
      expect((await getMandate(await world.as(reader), id)).id).toBe(id)
    for (const reader of [admin, head, secretariat])
      expect((await readMandateBasis(await world.as(reader), id)).name).toBe("sk.pdf")
    await expect(readMandateBasis(await world.as(drafter), id)).rejects.toMatchObject({ code: "forbidden" })
    for (const ctx of [await world.as((await organisationIn(world, "verified")).admin), world.visitor()])
      await expect(getMandate(ctx, id)).rejects.toMatchObject({ code: "not_found" })
    for (const foreign of ["", "x", "constructor", "01890000-0000-7000-8000-000000000000"])
      await expect(getMandate(await world.as(admin), foreign)).rejects.toMatchObject({ code: "not_found" })
  })
})

describe("the secretariat's decision on a mandate", () => {
  it("verifies it, tells holder and author once each, and keeps who decided", async () => {
    const world = await createWorld()
    const { organisation, admin, head, id } = await governmentWithMandate(world)
    await world.db.updateTable("account").set({ locale: "en" }).where("id", "=", head.id).execute()
    await world.db.deleteFrom("outbox").execute()
    const examiner = await world.create.secretariat()
    await decideMandate(await world.as(examiner, null), id, "verify", "", 0)
    expect(await getMandate(await world.as(admin), id)).toMatchObject({
      status: "verified",
      decidedBy: examiner.id,
      decidedAt: world.clock.now(),
      lockVersion: 1,
    })
    const values = { organisation: organisation.name, office: "Wali Kota Magelang", mandateId: id }
    expect(await world.mails()).toEqual([
      { to: admin.email, locale: "id", kind: "mandate-verified", values },
      { to: head.email, locale: "en", kind: "mandate-verified", values },
    ])
  })

  it("refuses it with the reason on the mandate, in the mail and on record", async () => {
    const world = await createWorld()
    const { admin, id } = await governmentWithMandate(world)
    await decideMandate(await world.as(await world.create.secretariat(), null), id, "refuse", reason, 0)
    expect(await getMandate(await world.as(admin), id)).toMatchObject({ status: "refused", decisionReason: reason })
    expect((await world.mails()).at(-1)).toMatchObject({ kind: "mandate-refused", values: { reason } })
    expect((await timelineOf(world.db, "mandate", id)).at(-1)).toMatchObject({
      type: "mandate.refused",
      data: { reason },
    })
  })

  it("is not made by who entered it or who holds it, secretariat or not", async () => {
    const world = await createWorld()
    const organisation = await world.create.pemda("33.71")
    const author = await world.create.secretariat()
    const holder = await world.create.secretariat()
    await world.create.membership(author.id, organisation.id, "admin")
    await world.create.membership(holder.id, organisation.id, "member")
    const id = await enterMandate(await world.as(author), organisation.id, mandateDetails(holder.id), paper())
    for (const person of [author, holder])
      for (const decision of ["verify", "refuse"] as const) {
        const ctx = await world.as(person)
        expect(mayDecideOn(ctx, await getMandate(ctx, id))).toBe(false)
        await expect(decideMandate(ctx, id, decision, reason, 0)).rejects.toMatchObject({
          code: "forbidden",
          key: "mandate.ownCase",
        })
      }
    await decideMandate(await world.as(await world.create.secretariat(), null), id, "verify", "", 0)
  })

  it("is not made by anybody outside the secretariat", async () => {
    const world = await createWorld()
    const { admin, id } = await governmentWithMandate(world)
    for (const ctx of [await world.as(admin), await world.as(await world.create.account()), world.visitor()])
      await expect(decideMandate(ctx, id, "verify", "", 0)).rejects.toMatchObject({ code: "forbidden" })
  })

  it("does not verify what an old page showed, a holder who has left, or a suspended organisation", async () => {
    const world = await createWorld()
    const { organisation, head, id } = await governmentWithMandate(world)
    const ctx = await world.as(await world.create.secretariat(), null)
    await expect(decideMandate(ctx, id, "verify", "", 7)).rejects.toMatchObject({ code: "conflict", key: "stale" })
    await world.db.updateTable("organisation").set({ status: "suspended" }).where("id", "=", organisation.id).execute()
    await expect(decideMandate(ctx, id, "verify", "", 0)).rejects.toMatchObject({
      key: "mandate.organisationUnverified",
    })
    await world.db.updateTable("organisation").set({ status: "verified" }).where("id", "=", organisation.id).execute()
    await world.db
      .updateTable("membership")
      .set({ endedAt: world.clock.now() })
      .where("accountId", "=", head.id)
      .execute()
    await expect(decideMandate(ctx, id, "verify", "", 0)).rejects.toMatchObject({ key: "mandate.holderLeft" })
    await decideMandate(ctx, id, "refuse", reason, 0)
  })

  it("needs a reason for a refusal only, and knows no other decision", () => {
    const errors = (fields: Record<string, string>) => {
      const parsed = mandateDecisionForm.safeParse({ lockVersion: "0", ...fields })
      return parsed.success ? [] : parsed.error.issues.map(({ path, message }) => [path.join("."), message])
    }
    expect(errors({ decision: "verify" })).toEqual([])
    expect(errors({ decision: "refuse" })).toEqual([["reason", "field.required"]])
    expect(errors({ decision: "suspend", reason })).toEqual([["decision", "field.choose"]])
  })
})
