import { describe, expect, it } from "vitest"
import { listMandateQueue, mandatePage } from "#app/domain/organisation/mandate-queries.server.ts"
import { listOrganisationQueue, queueCounts, queuePage } from "#app/domain/organisation/queue.server.ts"
import { readMandateQueue, readOrganisationQueue } from "#app/domain/organisation/queue-filter.ts"
import { detailsOf, governmentWithMandate, organisationIn } from "#tests/support/organisations.ts"
import { createWorld } from "#tests/support/world.ts"

const waiting = { status: "submitted", strand: null, q: "", cursor: null } as const

describe("the secretariat's queue of organisations", () => {
  it("has the longest waiting first and nothing that was never handed in", async () => {
    const world = await createWorld()
    const ctx = await world.as(await world.create.secretariat(), null)
    const names = ["Zaman Baru", "Air Jernih", "Mata Angin"]
    for (const name of names) {
      await organisationIn(world, "submitted", detailsOf({ name }))
      world.clock.turn(1000)
    }
    await organisationIn(world, "draft", detailsOf({ name: "Masih rancangan" }))
    await organisationIn(
      world,
      "refused",
      detailsOf({ name: "Sudah ditolak", strand: "M", legalForm: "media_komunitas" }),
    )
    const queue = await listOrganisationQueue(ctx, waiting)
    expect(queue.entries.map(({ name, status }) => [name, status])).toEqual(names.map((name) => [name, "submitted"]))
    expect([queue.next, queue.count]).toEqual([null, 3])
    const list = async (change: object) =>
      (await listOrganisationQueue(ctx, { ...waiting, ...change })).entries.map(({ name }) => name)
    expect(await list({ q: "air" })).toEqual(["Air Jernih"])
    expect(await list({ q: "magelang mata" })).toEqual(["Mata Angin"])
    expect(await list({ status: "refused" })).toEqual(["Sudah ditolak"])
    expect(await list({ status: "refused", strand: "C" })).toEqual([])
    expect(await queueCounts(ctx)).toEqual({ organisations: { submitted: 3, refused: 1 }, mandates: {} })
  })

  it("goes on by key where one page is full", async () => {
    const world = await createWorld()
    const ctx = await world.as(await world.create.secretariat(), null)
    const createdBy = (await world.create.account()).id
    for (let n = 0; n < queuePage + 2; n += 1) await world.create.organisation({ status: "submitted", createdBy })
    const first = await listOrganisationQueue(ctx, waiting)
    const second = await listOrganisationQueue(ctx, { ...waiting, cursor: first.next })
    expect([first.entries.length, second.entries.length, second.next, second.count]).toEqual([
      queuePage,
      2,
      null,
      queuePage + 2,
    ])
    expect(new Set([...first.entries, ...second.entries].map(({ id }) => id)).size).toBe(queuePage + 2)
  })

  it("is for nobody else", async () => {
    const world = await createWorld()
    for (const ctx of [world.visitor(), await world.as((await organisationIn(world, "submitted")).admin)]) {
      await expect(listOrganisationQueue(ctx, waiting)).rejects.toMatchObject({ code: "forbidden" })
      await expect(listMandateQueue(ctx, { status: "entered", cursor: null })).rejects.toMatchObject({
        code: "forbidden",
      })
      await expect(queueCounts(ctx)).rejects.toMatchObject({ code: "forbidden" })
    }
  })
})

describe("the secretariat's queue of mandates", () => {
  it("has one state at a time, in pages by key, with their count", async () => {
    const world = await createWorld()
    const { organisation, head, id } = await governmentWithMandate(world)
    const ctx = await world.as(await world.create.secretariat(), null)
    const decidedBy = ctx.actor?.accountId ?? ""
    world.clock.turn(1000)
    for (let n = 0; n < mandatePage; n += 1)
      await world.create.mandate(head.id, organisation.id, { status: "entered", decidedBy })
    const first = await listMandateQueue(ctx, { status: "entered", cursor: null })
    expect(first.entries[0]?.id).toBe(id)
    const second = await listMandateQueue(ctx, { status: "entered", cursor: first.next })
    expect([first.entries.length, second.entries.length, first.count, second.next]).toEqual([
      mandatePage,
      1,
      mandatePage + 1,
      null,
    ])
    expect((await listMandateQueue(ctx, { status: "ended", cursor: null })).entries).toEqual([])
    expect((await queueCounts(ctx)).mandates).toEqual({ entered: mandatePage + 1 })
  })
})

describe("the addresses of the queues", () => {
  it("read what is understood and leave the rest", () => {
    const read = (query: string) => readOrganisationQueue(new URLSearchParams(query))
    expect(read("")).toEqual(waiting)
    expect(read("keadaan=verified&unsur=G&q=kota&setelah=abc")).toEqual({
      status: "verified",
      strand: "G",
      q: "kota",
      cursor: "abc",
    })
    expect(read("keadaan=draft&unsur=Z")).toEqual(waiting)
    expect(readMandateQueue(new URLSearchParams("keadaan=ended"))).toEqual({ status: "ended", cursor: null })
    expect(readMandateQueue(new URLSearchParams("keadaan=toString"))).toEqual({ status: "entered", cursor: null })
  })
})
