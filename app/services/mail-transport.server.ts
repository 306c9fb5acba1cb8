import { createTransport } from "nodemailer"
import type { QueuedMail } from "#app/domain/notification/mail.ts"
import { writeMail } from "#app/mail/write.ts"

export interface MailTransport {
  /** Hands one message over; resolves once the next server has taken it, rejects where it has not. */
  send(mail: QueuedMail): Promise<void>
  close(): void
}

/** Mail over SMTP (`smtp://user:password@host:port`, `smtps://…`). Links stand below `origin`. */
export function smtpTransport(url: string, options: { from: string; origin: string }): MailTransport {
  const at = new URL(url)
  const transport = createTransport({
    host: at.hostname,
    port: Number(at.port || (at.protocol === "smtps:" ? 465 : 587)),
    secure: at.protocol === "smtps:",
    ...(at.username ? { auth: { user: decodeURIComponent(at.username), pass: decodeURIComponent(at.password) } } : {}),
    pool: true,
    maxConnections: 2,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 20_000,
  })
  return {
    async send(mail) {
      const { subject, text, html } = writeMail(mail, options.origin)
      await transport.sendMail({ from: options.from, to: mail.to, subject, text, html })
    },
    close: () => transport.close(),
  }
}

/** Where no SMTP server is set, a message counts as delivered and stays readable in the outbox. */
export const keptInOutbox: MailTransport = { send: async () => {}, close: () => {} }
