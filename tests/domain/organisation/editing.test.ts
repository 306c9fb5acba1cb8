import { describe, expect, it } from "vitest"
import { timelineOf } from "#app/domain/audit/timeline.server.ts"
import { verifyAudit } from "#app/domain/audit/verify.server.ts"
import {
  createOrganisation,
  editOrganisation,
  editProfile,
  submitOrganisation,
} from "#app/domain/organisation/editing.server.ts"
import { getOwnOrganisation } from "#app/domain/organisation/queries.server.ts"
import { detailsOf, lockVersion, organisationIn, paper, pemdaDetails } from "#tests/support/organisations.ts"
import { createWorld } from "#tests/support/world.ts"

describe("entering an organisation", () => {
  it("makes a draft whose author is its first admin, with its evidence and its place in the record", async () => {
    const world = await createWorld()
    const author = await world.create.account()
    const id = await createOrganisation(await world.as(author), detailsOf(), paper("Akta  Pendirian.PDF"))
    const ctx = await world.as(author)
    expect(ctx.actor?.memberships).toEqual([
      {
        organisationId: id,
        organisationName: "Komunitas Sungai Progo",
        organisationSlug: "komunitas-sungai-progo",
        organisationVerified: false,
        role: "admin",
      },
    ])
    const organisation = await getOwnOrganisation(ctx, id)
    expect(organisation).toMatchObject({ status: "draft", lockVersion: 0, governsRegionCode: null, submittedAt: null })
    const file = await world.db.selectFrom("storedFile").selectAll().executeTakeFirstOrThrow()
    expect(file).toMatchObject({
      id: organisation.evidenceFileId,
      name: "Akta  Pendirian.pdf",
      mediaType: "application/pdf",
      purpose: "organisation_evidence",
      organisationId: id,
      uploadedBy: author.id,
    })
    expect((await timelineOf(world.db, "organisation", id)).map(({ type, data }) => [type, data])).toEqual([
      ["organisation.created", { name: "Komunitas Sungai Progo", strand: "C" }],
    ])
  })

  it("gives two of one name an address each", async () => {
    const world = await createWorld()
    const ctx = await world.as(await world.create.account())
    await createOrganisation(ctx, detailsOf(), null)
    await createOrganisation(ctx, detailsOf(), null)
    const slugs = (await world.db.selectFrom("organisation").select("slug").orderBy("id").execute()).map(
      ({ slug }) => slug,
    )
    expect(slugs[0]).toBe("komunitas-sungai-progo")
    expect(slugs[1]).toMatch(/^komunitas-sungai-progo-[0-9a-z]{5}$/)
  })

  it("is refused to visitors and to people whose address is not proved", async () => {
    const world = await createWorld()
    await expect(createOrganisation(world.visitor(), detailsOf(), null)).rejects.toMatchObject({
      code: "forbidden",
      key: "signInFirst",
    })
    const unproved = await world.as(await world.create.account({ emailVerifiedAt: null }))
    await expect(createOrganisation(unproved, detailsOf(), null)).rejects.toMatchObject({ code: "forbidden" })
  })

  it("refuses a region that does not exist, an administrative one for a government, and one that has a government", async () => {
    const world = await createWorld()
    const ctx = await world.as(await world.create.account())
    await expect(createOrganisation(ctx, detailsOf({ regionCode: "99.99" }), null)).rejects.toMatchObject({
      code: "invalid",
      fields: { regionCode: ["field.choose"] },
    })
    await expect(createOrganisation(ctx, pemdaDetails({ regionCode: "31.71" }), null)).rejects.toMatchObject({
      code: "invalid",
      fields: { regionCode: ["organisation.notAutonomous"] },
    })
    await world.create.pemda("33.71")
    await expect(createOrganisation(ctx, pemdaDetails(), null)).rejects.toMatchObject({
      code: "conflict",
      key: "organisation.regionTaken",
      parameters: { organisation: "Pemerintah Kota Magelang" },
    })
    expect(await world.db.selectFrom("membership").selectAll().execute()).toEqual([])
  })

  it("lets several governments of one region be drafted, for only verification decides which one it is", async () => {
    const world = await createWorld()
    const ctx = await world.as(await world.create.account())
    await createOrganisation(ctx, pemdaDetails(), null)
    await createOrganisation(ctx, pemdaDetails(), null)
    const rows = await world.db.selectFrom("organisation").select("governsRegionCode").execute()
    expect(rows).toEqual([{ governsRegionCode: "33.71" }, { governsRegionCode: "33.71" }])
  })
})

describe("editing", () => {
  it("stores what changed, names the columns in the record but not what they held, and follows the name", async () => {
    const world = await createWorld()
    const { id, admin } = await organisationIn(world, "draft")
    const ctx = await world.as(admin)
    world.clock.turn(60_000)
    await editOrganisation(
      { ...ctx, now: world.clock.now() },
      id,
      detailsOf({ name: "Komunitas Kali Progo", contactPhone: "0293 555 0202" }),
      paper("akta baru.pdf"),
      0,
    )
    expect(await getOwnOrganisation(ctx, id)).toMatchObject({
      name: "Komunitas Kali Progo",
      slug: "komunitas-kali-progo",
      contactPhone: "0293 555 0202",
      lockVersion: 1,
      updatedAt: world.clock.now(),
    })
    const last = (await timelineOf(world.db, "organisation", id)).at(-1)
    expect([last?.type, last?.data]).toEqual(["organisation.edited", { fields: ["name", "contactPhone", "evidence"] }])
    expect((await verifyAudit(world.db)).faults).toEqual([])
  })

  it("keeps the evidence that is there where no new file is chosen", async () => {
    const world = await createWorld()
    const { id, admin } = await organisationIn(world, "refused")
    const ctx = await world.as(admin)
    const before = (await getOwnOrganisation(ctx, id)).evidenceFileId
    await editOrganisation(ctx, id, detailsOf({ address: "Jalan Baru 2" }), null, await lockVersion(world, id))
    expect((await getOwnOrganisation(ctx, id)).evidenceFileId).toBe(before)
  })

  it("keeps the address of what was once public, whatever it is called later", async () => {
    const world = await createWorld()
    const { id, admin } = await organisationIn(world, "verified")
    await world.db.updateTable("organisation").set({ status: "refused" }).where("id", "=", id).execute()
    const ctx = await world.as(admin)
    await editOrganisation(ctx, id, detailsOf({ name: "Nama lain" }), null, await lockVersion(world, id))
    expect((await getOwnOrganisation(ctx, id)).slug).toBe("komunitas-sungai-progo")
  })

  it("tells public pages only of a change that they can show", async () => {
    const world = await createWorld()
    const draft = await organisationIn(world, "draft")
    const before = world.changes.count
    await editOrganisation(await world.as(draft.admin), draft.id, detailsOf(), null, 0)
    expect(world.changes.count).toBe(before)
    const { id, admin } = await organisationIn(world, "verified", detailsOf({ name: "Yang lain" }))
    const {
      name: _n,
      strand: _s,
      legalForm: _l,
      regionCode: _r,
      ...profile
    } = detailsOf({ website: "https://a.example" })
    const shown = world.changes.count
    await editProfile(await world.as(admin), id, profile, await lockVersion(world, id))
    expect(world.changes.count).toBe(shown + 1)
  })

  it("is refused on an old form, to other roles, to who acts for another organisation, and hidden from strangers", async () => {
    const world = await createWorld()
    const { id, admin } = await organisationIn(world, "draft")
    const ctx = await world.as(admin)
    await editOrganisation(ctx, id, detailsOf({ address: "Jalan Baru 2" }), null, 0)
    await expect(editOrganisation(ctx, id, detailsOf(), null, 0)).rejects.toMatchObject({
      code: "conflict",
      key: "stale",
    })
    for (const role of ["drafter", "approver", "member"] as const)
      await expect(
        editOrganisation(await world.as(await world.create.member(id, role)), id, detailsOf(), null, 1),
      ).rejects.toMatchObject({ code: "forbidden" })
    await expect(editOrganisation(await world.as(admin, null), id, detailsOf(), null, 1)).rejects.toMatchObject({
      code: "forbidden",
    })
    const stranger = await world.as((await organisationIn(world, "draft")).admin)
    for (const foreign of [id, "bukan-id", "01890000-0000-7000-8000-000000000000"])
      await expect(editOrganisation(stranger, foreign, detailsOf(), null, 1)).rejects.toMatchObject({
        code: "not_found",
      })
    expect((await getOwnOrganisation(ctx, id)).address).toBe("Jalan Baru 2")
  })
})

describe("submitting", () => {
  it("hands it to every member of the secretariat, each in his language", async () => {
    const world = await createWorld()
    const first = await world.create.secretariat({ email: "satu@simpul.example" })
    await world.create.secretariat({ email: "dua@simpul.example", locale: "en" })
    await world.create.secretariat({ email: "deleted:x", deletedAt: world.clock.now() })
    const { id, admin } = await organisationIn(world, "draft")
    await submitOrganisation(await world.as(admin), id, 0)
    expect(await getOwnOrganisation(await world.as(admin), id)).toMatchObject({
      status: "submitted",
      submittedAt: world.clock.now(),
      lockVersion: 1,
    })
    expect(await world.mails()).toEqual([
      {
        to: first.email,
        locale: "id",
        kind: "organisation-submitted",
        values: { organisation: "Komunitas Sungai Progo", organisationId: id },
      },
      {
        to: "dua@simpul.example",
        locale: "en",
        kind: "organisation-submitted",
        values: { organisation: "Komunitas Sungai Progo", organisationId: id },
      },
    ])
  })

  it("needs evidence, a proved address, the admin's role, and the newest state", async () => {
    const world = await createWorld()
    const admin = await world.create.account()
    const id = await createOrganisation(await world.as(admin), detailsOf(), null)
    await expect(submitOrganisation(await world.as(admin), id, 0)).rejects.toMatchObject({
      code: "invalid",
      key: "organisation.noEvidence",
    })
    await editOrganisation(await world.as(admin), id, detailsOf(), paper(), 0)
    await expect(submitOrganisation(await world.as(admin), id, 0)).rejects.toMatchObject({ key: "stale" })
    const drafter = await world.as(await world.create.member(id, "drafter"))
    await expect(submitOrganisation(drafter, id, 1)).rejects.toMatchObject({ code: "forbidden" })
    await world.db.updateTable("account").set({ emailVerifiedAt: null }).where("id", "=", admin.id).execute()
    await expect(submitOrganisation(await world.as(admin), id, 1)).rejects.toMatchObject({ code: "forbidden" })
  })

  it("is refused to a government whose region got one meanwhile", async () => {
    const world = await createWorld()
    const { id, admin } = await organisationIn(world, "draft", pemdaDetails())
    await world.create.pemda("33.71", { slug: "yang-lebih-cepat" })
    await expect(submitOrganisation(await world.as(admin), id, 0)).rejects.toMatchObject({
      key: "organisation.regionTaken",
    })
  })
})
