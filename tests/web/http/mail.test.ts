import { SMTPServer } from "smtp-server"
import { expect, test } from "vitest"
import type { QueuedMail } from "#app/domain/notification/mail.ts"
import { deliverDue, enqueueMail } from "#app/domain/notification/outbox.server.ts"
import { writeMail } from "#app/mail/write.ts"
import { smtpTransport } from "#app/services/mail-transport.server.ts"
import { inTransaction } from "#db/transaction.ts"
import { closeAfterTest } from "#tests/support/closing.ts"
import { createWorld } from "#tests/support/world.ts"

/** A mail server on loopback that keeps what it takes; `refuse` answers every message with a temporary failure. */
async function mailServer(
  refuse = false,
): Promise<{ url: string; taken: { from: string; to: string[]; raw: string }[] }> {
  const taken: { from: string; to: string[]; raw: string }[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onData(stream, session, done) {
      const chunks: Buffer[] = []
      stream.on("data", (chunk: Buffer) => chunks.push(chunk))
      stream.on("end", () => {
        if (refuse) return done(Object.assign(new Error("mailbox busy"), { responseCode: 450 }))
        taken.push({
          from: session.envelope.mailFrom ? session.envelope.mailFrom.address : "",
          to: session.envelope.rcptTo.map(({ address }) => address),
          raw: Buffer.concat(chunks).toString("utf8"),
        })
        done()
      })
    },
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", () => resolve()))
  closeAfterTest(() => new Promise<void>((resolve) => server.close(() => resolve())))
  const address = server.server.address()
  if (address === null || typeof address === "string") throw new Error("no port")
  return { url: `smtp://127.0.0.1:${address.port}`, taken }
}

const verification = (name: string): QueuedMail<"verify-email"> => ({
  to: "siti@lembaga.example",
  locale: "id",
  kind: "verify-email",
  values: { name, token: "kode-rahasia" },
})

const options = { from: "Simpul <simpul@portal.example>", origin: "https://simpul.example" }

test("a queued message arrives at a real mail server with its link below the portal's address", async () => {
  const world = await createWorld()
  const { url, taken } = await mailServer()
  await inTransaction(world.db, (trx) => enqueueMail(trx, world.clock.now(), verification("Siti")))
  const transport = smtpTransport(url, options)
  closeAfterTest(async () => transport.close())
  expect(await deliverDue(world.services, transport.send, { forget: true })).toBe(1)
  expect(taken.map(({ from, to }) => ({ from, to }))).toEqual([
    { from: "simpul@portal.example", to: ["siti@lembaga.example"] },
  ])
  expect(taken[0]!.raw.replace(/=\r?\n/g, "")).toContain("https://simpul.example/daftar/verifikasi/kode-rahasia")
})

test("a server that refuses for now leaves the message to be tried again", async () => {
  const world = await createWorld()
  const { url, taken } = await mailServer(true)
  await inTransaction(world.db, (trx) => enqueueMail(trx, world.clock.now(), verification("Siti")))
  const transport = smtpTransport(url, options)
  closeAfterTest(async () => transport.close())
  expect(await deliverDue(world.services, transport.send, { forget: true })).toBe(0)
  const row = await world.db.selectFrom("outbox").selectAll().executeTakeFirstOrThrow()
  expect(row).toMatchObject({ attempts: 1, deliveredAt: null, failedAt: null })
  expect(row.lastError).toContain("mailbox busy")
  expect(row.payload).toContain("kode-rahasia")
  expect(taken).toEqual([])
})

test("a name cannot add headers or markup to a message", () => {
  const message = writeMail(
    {
      to: "x@contoh.example",
      locale: "id",
      kind: "organisation-submitted",
      values: { organisation: "A\r\nBcc: semua@contoh.example <b>tebal</b>", organisationId: "1" },
    },
    "https://simpul.example",
  )
  expect(message.subject).not.toMatch(/[\r\n]/)
  expect(message.html).not.toContain("<b>")
  expect(message.html).toContain("&lt;b&gt;tebal&lt;/b&gt;")
})
