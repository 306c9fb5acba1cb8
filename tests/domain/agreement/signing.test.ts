import { createHash } from "node:crypto"
import { beforeEach, describe, expect, test } from "vitest"
import { declineAgreement } from "#app/domain/agreement/decline.server.ts"
import { factsOf } from "#app/domain/agreement/facts.server.ts"
import { statusOfFacts } from "#app/domain/agreement/facts.ts"
import { getAgreement } from "#app/domain/agreement/queries.server.ts"
import { signAgreement, signingView } from "#app/domain/agreement/signing.server.ts"
import { voidLock } from "#app/domain/agreement/voiding.server.ts"
import { verifyAudit } from "#app/domain/audit/verify.server.ts"
import { days, minutes } from "#app/domain/kernel/clock.ts"
import { verifyFile } from "#app/domain/signature/file-check.server.ts"
import { revokeCertificatesOfMandate } from "#app/domain/signature/revocation.server.ts"
import type { MandateTable } from "#db/schema.ts"
import { inTransaction } from "#db/transaction.ts"
import { agreementIn, approve, lock, saveChange, seenBy, typeInto } from "#tests/support/agreements.ts"
import { certificateFor, type Signer, sign, signingOrder, twoSigners } from "#tests/support/signers.ts"
import { createWorld, type World } from "#tests/support/world.ts"

let world: World
let jabar: Signer
let magelang: Signer
let code: string

beforeEach(async () => {
  world = await createWorld()
  const sides = await twoSigners(world)
  jabar = sides.jabar
  magelang = sides.magelang
  code = await agreementIn(world, sides, "signing")
})

const agreementId = async () =>
  (await world.db.selectFrom("agreement").select("id").where("code", "=", code).executeTakeFirstOrThrow()).id
const revisions = () => world.db.selectFrom("agreementRevision").selectAll().orderBy("ordinal").execute()
const signatures = () => world.db.selectFrom("signature").selectAll().orderBy("revisionOrdinal").execute()
const status = async () => (await world.db.selectFrom("agreement").select("status").executeTakeFirstOrThrow()).status
const refusal = (key: string) => expect.objectContaining({ key })

/** After whatever a test did: rows, files, status and the record agree. */
async function expectSound() {
  const facts = await factsOf(world.db, await agreementId())
  expect(statusOfFacts(facts)).toBe(await status())
  for (const { sha256, size } of await revisions()) {
    const bytes = await world.services.files.get(sha256)
    expect(bytes?.byteLength).toBe(size)
    expect(createHash("sha256").update(bytes!).digest("hex")).toBe(sha256)
  }
  expect((await verifyAudit(world.db)).faults).toEqual([])
}

describe("two heads of region, one after the other", () => {
  test("seal the same text: the first leaves it open, the second puts it into force", async () => {
    expect(await sign(world, jabar, code)).toBe("sealed")
    expect(await status()).toBe("signing")
    await expectSound()
    world.clock.turn(minutes(90))
    expect(await sign(world, magelang, code)).toBe("in_force")
    await expectSound()

    const agreement = await world.db.selectFrom("agreement").selectAll().executeTakeFirstOrThrow()
    expect(agreement).toMatchObject({ status: "in_force", inForceAt: "2026-03-02T04:30:00.000Z", endedAt: null })
    const [base, first, second] = await revisions()
    expect(await signatures()).toEqual([
      expect.objectContaining({
        signerName: "Pejabat 32",
        office: "Gubernur Jawa Barat",
        sha256Before: base!.sha256,
        sha256After: first!.sha256,
        revisionOrdinal: 1,
        signedAt: "2026-03-02T03:00:00.000Z",
        certificateId: jabar.certificate.id,
      }),
      expect.objectContaining({
        signerName: "Pejabat 33.71",
        office: "Wali Kota Magelang",
        sha256Before: first!.sha256,
        sha256After: second!.sha256,
        revisionOrdinal: 2,
        signedAt: "2026-03-02T04:30:00.000Z",
        certificateId: magelang.certificate.id,
      }),
    ])
  })

  test("may come in the other order", async () => {
    expect(await sign(world, magelang, code)).toBe("sealed")
    expect(await sign(world, jabar, code)).toBe("in_force")
    await expectSound()
  })

  test("leave every earlier file as an exact beginning of the next", async () => {
    await sign(world, jabar, code)
    await sign(world, magelang, code)
    const files = await Promise.all((await revisions()).map(({ sha256 }) => world.services.files.get(sha256)))
    expect(Buffer.from(files[1]!).subarray(0, files[0]!.length).equals(files[0]!)).toBe(true)
    expect(Buffer.from(files[2]!).subarray(0, files[1]!.length).equals(files[1]!)).toBe(true)
  })

  test("are on record, and everybody concerned is told but the one who did it", async () => {
    const before = (await world.mails()).length
    await sign(world, jabar, code)
    await sign(world, magelang, code)
    const events = await world.db
      .selectFrom("auditEvent")
      .select(["type", "actorName", "organisationId"])
      .orderBy("seq")
      .execute()
    expect(events.slice(-3)).toEqual([
      { type: "agreement.sealed", actorName: "Pejabat 32", organisationId: jabar.organisation.id },
      { type: "agreement.sealed", actorName: "Pejabat 33.71", organisationId: magelang.organisation.id },
      { type: "agreement.entered_into_force", actorName: "Pejabat 33.71", organisationId: null },
    ])
    const sent = (await world.mails()).slice(before)
    const to = (kind: string) =>
      sent
        .filter((mail) => mail.kind === kind)
        .map((mail) => mail.to)
        .sort()
    const offices = [jabar.drafter, jabar.approver, magelang.drafter, magelang.approver].map(({ email }) => email)
    expect(to("agreement-sealed")).toEqual([...offices, magelang.head.email].sort())
    expect(to("agreement-in-force")).toEqual([...offices, jabar.head.email].sort())
  })

  test("tell the page cache that public pages changed, once it is in force", async () => {
    const before = world.changes.count
    await sign(world, jabar, code)
    expect(world.changes.count).toBe(before)
    await sign(world, magelang, code)
    expect(world.changes.count).toBe(before + 1)
  })
})

describe("a seal is refused", () => {
  const order = () => signingOrder(world, jabar, code)
  const attempt = async (change: Partial<Awaited<ReturnType<typeof order>>> = {}) =>
    signAgreement(await world.as(jabar.head), code, { ...(await order()), ...change })
  const changeMandate = (change: Partial<MandateTable>) =>
    world.db
      .updateTable("mandate")
      .set(change as never)
      .where("id", "=", jabar.mandateId)
      .execute()
  const expectNothing = async () => {
    expect(await signatures()).toEqual([])
    expect((await revisions()).map(({ ordinal }) => ordinal)).toEqual([0])
    expect(await status()).toBe("signing")
    await expectSound()
  }

  test("to a drafter and an approver of the same side: they hold no mandate", async () => {
    for (const person of [jabar.drafter, jabar.approver])
      await expect(signAgreement(await world.as(person), code, await order())).rejects.toEqual(
        refusal("mandate.use.none"),
      )
    await expectNothing()
  })

  test("to a stranger, as if the agreement were not there", async () => {
    const { id } = await world.create.pemda("33.08")
    const stranger = await world.create.member(id, "approver")
    await expect(signAgreement(await world.as(stranger), code, await order())).rejects.toMatchObject({
      code: "not_found",
    })
    await expect(signingView(await world.as(stranger), code)).rejects.toMatchObject({ code: "not_found" })
    await expect(signAgreement(world.visitor(), code, await order())).rejects.toMatchObject({ code: "not_found" })
    await expectNothing()
  })

  test("to the head himself while he acts for nobody", async () => {
    await expect(signAgreement(await world.as(jabar.head, null), code, await order())).rejects.toMatchObject({
      code: "not_found",
    })
  })

  test("to a delegate, whatever power he holds: a Kesepakatan Bersama is the head's alone", async () => {
    const deputy = await world.create.member(jabar.organisation.id, "approver")
    await certificateFor(
      world,
      await world.create.mandate(deputy.id, jabar.organisation.id, {
        officeKind: "delegate",
        basisKind: "surat_kuasa",
      }),
    )
    await expect(signAgreement(await world.as(deputy), code, await order())).rejects.toEqual(
      refusal("mandate.use.headOnly"),
    )
    await expectNothing()
  })

  test.each([
    ["that was never verified", { status: "entered" as const }, "mandate.use.unverified"],
    ["that was refused", { status: "refused" as const }, "mandate.use.refused"],
    ["that has ended", { status: "ended" as const }, "mandate.use.ended"],
    ["that ran out yesterday", { validUntil: "2026-03-01" }, "mandate.use.expired"],
    ["that begins tomorrow", { validFrom: "2026-03-03" }, "mandate.use.notYet"],
    ["for another instrument", { instruments: '["perjanjian_kerja_sama"]' }, "mandate.use.scope"],
    ["of a person who is not the one printed", { holderName: "Pejabat Lain" }, "signing.notPrinted"],
    ["for an office that is not the one printed", { office: "Wakil Gubernur" }, "signing.notPrinted"],
    ["of a stand-in where the holder is printed", { standIn: "plh" as const }, "signing.notPrinted"],
  ])("under a mandate %s", async (_name, change, key) => {
    const { sha256, ...secrets } = await order()
    await changeMandate(change)
    await expect(signAgreement(await world.as(jabar.head), code, { sha256, ...secrets })).rejects.toEqual(refusal(key))
    await expectNothing()
  })

  test("the mandate's last day in Jakarta still counts, the first minute after it does not", async () => {
    await changeMandate({ validUntil: "2026-03-02" })
    world.clock.set("2026-03-02T16:59:00.000Z")
    const { signing } = await signingView(await world.as(jabar.head), code)
    expect(signing?.power.obstacle).toBe(null)
    world.clock.set("2026-03-02T17:00:00.000Z")
    await expect(attempt()).rejects.toEqual(refusal("mandate.use.expired"))
  })

  test("without a certificate, with one that was withdrawn, with one that has expired", async () => {
    await world.db
      .updateTable("certificate")
      .set({ validUntil: world.clock.now() })
      .where("id", "=", jabar.certificate.id)
      .execute()
    await expect(attempt()).rejects.toEqual(refusal("signing.certificateExpired"))
    const ctx = world.visitor()
    await inTransaction(world.db, (trx) => revokeCertificatesOfMandate(trx, ctx, jabar.mandateId, "Hilang"))
    await expect(attempt()).rejects.toEqual(refusal("signing.noCertificate"))
    await expectNothing()
  })

  test("with a wrong password, on its field", async () => {
    await expect(attempt({ password: "bukan sandinya" })).rejects.toMatchObject({
      code: "invalid",
      fields: { password: ["password.wrong"] },
    })
    await expectNothing()
  })

  test("with a wrong passphrase, on its field", async () => {
    await expect(attempt({ passphrase: "bukan kalimat sandinya" })).rejects.toMatchObject({
      code: "invalid",
      fields: { passphrase: ["signature.wrongPassphrase"] },
    })
    await expectNothing()
  })

  test("after five wrong passphrases for a quarter of an hour, even with the right one", async () => {
    for (let n = 0; n < 5; n += 1)
      await expect(attempt({ passphrase: `salah ke-${n} kalinya` })).rejects.toMatchObject({ code: "invalid" })
    await expect(attempt()).rejects.toMatchObject({ code: "rate_limited", retryAfter: 900 })
    world.clock.turn(minutes(15) + 1)
    expect(await attempt()).toBe("sealed")
  })

  test("after ten wrong passphrases in a day over all certificates of an account", async () => {
    for (let n = 0; n < 10; n += 1) {
      await expect(attempt({ passphrase: `salah ke-${n} kalinya` })).rejects.toMatchObject({ code: "invalid" })
      if (n % 5 === 4) world.clock.turn(minutes(16))
    }
    await expect(attempt()).rejects.toMatchObject({ code: "rate_limited" })
    world.clock.turn(days(1))
    expect(await attempt()).toBe("sealed")
  })

  test("when the revision he read is no longer the newest", async () => {
    const read = await order()
    await sign(world, magelang, code)
    await expect(signAgreement(await world.as(jabar.head), code, read)).rejects.toEqual(
      refusal("signing.revisionChanged"),
    )
    expect(await signatures()).toHaveLength(1)
    expect(await attempt()).toBe("in_force")
  })

  test("when a made-up revision is named", async () => {
    await expect(attempt({ sha256: "0".repeat(64) })).rejects.toEqual(refusal("signing.revisionChanged"))
    await expectNothing()
  })

  test("a second time by the same side", async () => {
    const read = await order()
    expect(await attempt()).toBe("sealed")
    await expect(attempt()).rejects.toEqual(refusal("signing.alreadySigned"))
    await expect(signAgreement(await world.as(jabar.head), code, read)).rejects.toEqual(
      refusal("signing.alreadySigned"),
    )
    expect(await signatures()).toHaveLength(1)
  })

  test("in every state but signing", async () => {
    const read = await order()
    for (const other of ["draft", "negotiation", "agreed", "cancelled", "declined", "in_force", "lapsed"] as const) {
      await world.db.updateTable("agreement").set({ status: other }).execute()
      await expect(signAgreement(await world.as(jabar.head), code, read)).rejects.toMatchObject({
        code: "conflict",
        key: "flow.step",
      })
    }
  })

  test("when the term would be over before it begins", async () => {
    await changeMandate({ validUntil: null })
    world.clock.set("2029-03-09T18:00:00.000Z")
    await expect(attempt()).rejects.toEqual(refusal("signing.periodOver"))
  })

  test("when the mandate ends while the seal is being made, and its file is an orphan without harm", async () => {
    const ctx = await world.as(jabar.head)
    let orphan: Uint8Array<ArrayBufferLike> = new Uint8Array()
    const racing = {
      ...ctx,
      workshop: {
        ...ctx.workshop,
        check: async (job: Parameters<typeof ctx.workshop.check>[0]) => {
          orphan = job.pdf
          const report = await ctx.workshop.check(job)
          await inTransaction(world.db, async (trx) => {
            await trx.updateTable("mandate").set({ status: "ended" }).where("id", "=", jabar.mandateId).execute()
            await revokeCertificatesOfMandate(trx, ctx, jabar.mandateId, "Masa jabatan berakhir")
          })
          return report
        },
      },
    }
    await expect(signAgreement(racing, code, await order())).rejects.toEqual(refusal("signing.certificateRevoked"))
    await expectNothing()
    // Seal and withdrawal carry the same millisecond: what the register did not take is not believed.
    const { report, registered } = await verifyFile(world.visitor(), orphan)
    expect({ registered, reasons: report.signatures[0]?.reasons }).toEqual({
      registered: false,
      reasons: ["verification.reason.certificateRevoked"],
    })
  })

  test("when the other side was suspended meanwhile, whoever is to sign next", async () => {
    await sign(world, magelang, code)
    await world.db
      .updateTable("organisation")
      .set({ status: "suspended" })
      .where("id", "=", magelang.organisation.id)
      .execute()
    await expect(sign(world, jabar, code)).rejects.toMatchObject({
      ...{ code: "conflict", key: "agreement.partyNotVerified" },
      parameters: { region: "Kota Magelang" },
    })
    expect([await status(), (await signatures()).length]).toEqual(["signing", 1])
    await expectSound()
    await world.db.updateTable("organisation").set({ status: "verified" }).execute()
    expect(await sign(world, jabar, code)).toBe("in_force")
  })

  test("when the key of the earlier seal was reported as known to others; a key merely replaced does not matter", async () => {
    await sign(world, magelang, code)
    const revoke = (revocationCode: "keyCompromise" | "superseded") =>
      world.db
        .updateTable("certificate")
        .set({ revokedAt: world.clock.now(), revocationCode })
        .where("id", "=", magelang.certificate.id)
        .execute()
    world.clock.turn(minutes(1))
    await revoke("keyCompromise")
    await expect(sign(world, jabar, code)).rejects.toMatchObject({
      ...{ code: "conflict", key: "signing.earlierKeyCompromised" },
      parameters: { office: "Wali Kota Magelang" },
    })
    expect([await status(), (await signatures()).length]).toEqual(["signing", 1])
    await expectSound()
    await revoke("superseded")
    expect(await sign(world, jabar, code)).toBe("in_force")
  })

  test("when a seal comes out that does not verify: nothing is stored or recorded", async () => {
    const ctx = await world.as(jabar.head)
    const broken = {
      ...ctx,
      workshop: {
        ...ctx.workshop,
        seal: async (job: Parameters<typeof ctx.workshop.seal>[0]) => {
          const sealed = await ctx.workshop.seal(job)
          const at = Buffer.from(sealed).lastIndexOf("/Contents <") + 200
          sealed[at] = sealed[at] === 0x30 ? 0x31 : 0x30
          return sealed
        },
      },
    }
    await expect(signAgreement(broken, code, await order())).rejects.toThrow("does not verify")
    await expectNothing()
  })
})

describe("the signer's page", () => {
  const view = async (side: Signer, person: { id: string } = side.head) =>
    (await signingView(await world.as(person), code)).signing!

  test("shows the mandate, the certificate, the revision, and that it is a first look", async () => {
    const { power, document, since, last, ownSeal } = await view(jabar)
    expect(power.mandate?.id).toBe(jabar.mandateId)
    expect(power.certificate?.serial).toBe(jabar.certificate.serial)
    expect(document.newest.ordinal).toBe(0)
    expect({ since, last, ownSeal }).toEqual({ since: { kind: "first" }, last: false, ownSeal: null })
  })

  test("says on a second look that nothing changed", async () => {
    await view(jabar)
    expect((await view(jabar)).since).toMatchObject({
      kind: "again",
      heads: [],
      clauses: [],
      relocked: false,
      seals: [],
    })
  })

  test("shows the other side's seal as what was added, until he has confirmed to have read it", async () => {
    await view(jabar)
    await sign(world, magelang, code)
    const shown = await view(jabar)
    expect(shown.last).toBe(true)
    expect(shown.since).toMatchObject({ kind: "again", seals: [{ office: "Wali Kota Magelang" }] })
    expect((await view(jabar)).since).toEqual(shown.since)
    const wrong = { sha256: shown.document.newest.sha256, password: "salah", passphrase: "salah" }
    await expect(signAgreement(await world.as(jabar.head), code, wrong)).rejects.toMatchObject({ code: "invalid" })
    expect((await view(jabar)).since).toMatchObject({ kind: "again", seals: [] })
  })

  test("after a voided lock shows word by word what became of the text he knew", async () => {
    await view(jabar)
    const approver = await world.as(jabar.approver)
    await voidLock(approver, code, { ...(await seenBy(approver, code)), reason: "Salah tulis." })
    await saveChange(await world.as(jabar.drafter), code, typeInto("lain-lain", "Diganti seluruhnya."))
    await approve(world, jabar, code)
    await approve(world, magelang, code)
    await lock(world, jabar, code)
    const { since } = await view(jabar)
    expect(since).toMatchObject({ kind: "again", fromVersion: 1, toVersion: 2, relocked: true })
    if (since.kind !== "again") throw new Error("not again")
    expect(since.clauses.map(({ key, status: how }) => [key, how])).toEqual([["lain-lain", "changed"]])
    expect(since.clauses[0]?.body.filter(({ kind }) => kind === "added").length).toBeGreaterThan(0)
  })

  test("has nothing to sign once the document is sealed by all", async () => {
    await sign(world, jabar, code)
    await sign(world, magelang, code)
    expect((await signingView(await world.as(jabar.head), code)).signing).toBe(null)
  })

  test("tells a colleague why he cannot sign, without refusing the page", async () => {
    const { power } = await view(jabar, jabar.approver)
    expect(power).toEqual({ mandate: null, certificate: null, obstacle: { key: "mandate.use.none" } })
  })
})

describe("declining", () => {
  const decline = async (side: Signer, person = side.head) => {
    const ctx = await world.as(person)
    const { lockVersion } = await getAgreement(ctx, code)
    return declineAgreement(ctx, code, { lockVersion, reason: "Anggaran belum disetujui." })
  }

  test("ends the agreement with the reason on record, and the other side is told", async () => {
    await sign(world, jabar, code)
    await decline(magelang)
    const row = await world.db.selectFrom("agreement").selectAll().executeTakeFirstOrThrow()
    expect(row).toMatchObject({
      status: "declined",
      endedAt: world.clock.now(),
      endReason: "Anggaran belum disetujui.",
    })
    await expectSound()
    const mails = (await world.mails()).filter(({ kind }) => kind === "agreement-stopped")
    expect(mails.map(({ to }) => to).sort()).toEqual(
      [jabar.drafter, jabar.approver, magelang.drafter, magelang.approver].map(({ email }) => email).sort(),
    )
    await expect(sign(world, magelang, code)).rejects.toEqual(refusal("flow.step"))
  })

  test("needs no key, only the power to sign", async () => {
    const ctx = world.visitor()
    await inTransaction(world.db, (trx) => revokeCertificatesOfMandate(trx, ctx, magelang.mandateId, "Hilang"))
    await decline(magelang)
    expect(await status()).toBe("declined")
  })

  test("is refused to whoever could not sign, to who has signed, and on an older state", async () => {
    await expect(decline(jabar, jabar.approver)).rejects.toEqual(refusal("mandate.use.none"))
    await sign(world, jabar, code)
    await expect(decline(jabar)).rejects.toEqual(refusal("signing.alreadySigned"))
    const ctx = await world.as(magelang.head)
    await expect(declineAgreement(ctx, code, { lockVersion: 0, reason: "Terlambat." })).rejects.toEqual(
      refusal("stale"),
    )
    expect(await status()).toBe("signing")
  })
})
