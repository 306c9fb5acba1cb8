import type { MailKind, MailMessages } from "#app/domain/notification/mail.ts"
import type { Locale } from "#app/i18n/messages.ts"

/** One message ready to be sent: plain text and the same words as simple HTML. */
export type Message = { readonly subject: string; readonly text: string; readonly html: string }

/** What a message says, before it is laid out: paragraphs, and at most one link to act on. */
export type Draft = {
  readonly subject: string
  readonly paragraphs: readonly string[]
  readonly action?: { readonly label: string; readonly path: string }
}

/** The words of one kind of message in one language. */
export type Writer<K extends MailKind> = (values: MailMessages[K]) => Draft
export type Writers = { readonly [K in MailKind]: { readonly [L in Locale]: Writer<K> } }

const closing = {
  id: "Surel ini dikirim otomatis oleh Simpul. Bila Anda merasa tidak terkait, abaikan saja.",
  en: "This message was sent automatically by Simpul. If it does not concern you, you can ignore it.",
} as const

const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (c) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" })[c] ?? c)

/** Lays a draft out; `origin` goes before the link's path. Values are escaped in the HTML part. */
export function layOut(draft: Draft, locale: Locale, origin: string): Message {
  const link = draft.action ? `${origin}${draft.action.path}` : null
  const text = [
    ...draft.paragraphs,
    ...(draft.action && link ? [`${draft.action.label}:\n${link}`] : []),
    `--\nSimpul\n${closing[locale]}`,
  ].join("\n\n")
  const html = [
    `<!doctype html><html lang="${locale}"><meta charset="utf-8"><body style="margin:0;background:#faf7f0;color:#1d1b16;font:16px/1.6 system-ui,sans-serif">`,
    '<div style="max-width:36rem;margin:0 auto;padding:2rem 1.25rem">',
    `<p style="font-weight:700;letter-spacing:.02em">Simpul</p>`,
    ...draft.paragraphs.map((paragraph) => `<p>${escapeHtml(paragraph)}</p>`),
    ...(draft.action && link
      ? [
          `<p><a href="${escapeHtml(link)}" style="color:#8a2b12;font-weight:600">${escapeHtml(draft.action.label)}</a><br><span style="font-size:13px;color:#5b564b;word-break:break-all">${escapeHtml(link)}</span></p>`,
        ]
      : []),
    `<p style="font-size:13px;color:#5b564b;border-top:1px solid #ddd5c4;padding-top:1rem">${closing[locale]}</p></div></body></html>`,
  ].join("\n")
  return { subject: draft.subject.replace(/[\r\n]+/g, " ").slice(0, 200), text, html }
}
