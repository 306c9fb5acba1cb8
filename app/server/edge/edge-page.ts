import { createHash } from "node:crypto"
import { STATUS_CODES } from "node:http"
import type { Locale } from "#app/domain/kernel/actor.ts"
import { localeOf } from "#app/http/locale.ts"

type Words = { readonly title: string; readonly text: string }

/** Answers that the edge gives before, or instead of, the site; complete in both languages or it does not compile. */
export const edgeWords = {
  400: {
    id: { title: "Alamat atau permintaan tidak terbaca", text: "Periksa kembali alamat yang dibuka, lalu coba lagi." },
    en: { title: "This address or request cannot be read", text: "Check the address that you opened, then try again." },
  },
  405: {
    id: { title: "Cara ini tidak dikenal", text: "Halaman ini tidak menerima permintaan semacam itu." },
    en: { title: "Method not allowed", text: "This page does not take requests of that kind." },
  },
  413: {
    id: {
      title: "Kiriman terlalu besar",
      text: "Berkas yang diunggah paling besar 25 MB. Kembali ke halaman sebelumnya, kecilkan berkasnya, lalu kirim lagi.",
    },
    en: {
      title: "Too large to send",
      text: "An uploaded file may be at most 25 MB. Go back to the page before, make the file smaller, then send it again.",
    },
  },
  414: {
    id: {
      title: "Alamat terlalu panjang",
      text: "Buka halaman dari menu atau tautan, bukan dari alamat yang panjang ini.",
    },
    en: { title: "Address too long", text: "Open the page from the menu or a link, not from this long address." },
  },
  421: {
    id: { title: "Alamat portal lain", text: "Kiriman ini tertuju ke nama situs yang bukan milik portal ini." },
    en: {
      title: "Another portal's address",
      text: "This was sent to a site name that does not belong to this portal.",
    },
  },
  429: {
    id: {
      title: "Terlalu banyak unggahan sekaligus",
      text: "Tunggu sampai unggahan lain selesai, lalu kirim kembali.",
    },
    en: { title: "Too many uploads at once", text: "Wait until the other uploads are done, then send it again." },
  },
  500: {
    id: {
      title: "Portal sedang bermasalah",
      text: "Kesalahan ini tercatat. Coba lagi sebentar lagi; isian yang belum tersimpan perlu dikirim ulang.",
    },
    en: {
      title: "Something went wrong here",
      text: "The fault has been recorded. Try again shortly; what was not saved must be sent again.",
    },
  },
  503: {
    id: { title: "Portal sedang dimulai ulang", text: "Coba lagi dalam beberapa detik." },
    en: { title: "The portal is restarting", text: "Try again in a few seconds." },
  },
} as const satisfies Record<number, Record<Locale, Words>>

export type EdgeStatus = keyof typeof edgeWords

const style =
  ":root{color-scheme:light dark}body{font:1.0625rem/1.6 system-ui,sans-serif;max-width:34rem;margin:15vh auto 0;padding:0 1.5rem}h1{font-size:1.5rem;line-height:1.25;margin:.25rem 0 1rem}p{margin:0 0 1rem}.code{font-variant-numeric:tabular-nums;opacity:.7}"
const styleHash = createHash("sha256").update(style).digest("base64")
const policy = `default-src 'none'; style-src 'sha256-${styleHash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; script-src 'none'`

/** A finished refusal: its body and what it is. */
export type EdgePage = { readonly body: string; readonly headers: Readonly<Record<string, string>> }

/** The page for `status` in the language of `target`; problem details (RFC 9457) below /api/. It needs no file and no database. */
export function edgePage(status: EdgeStatus, target: string, requestId: string): EdgePage {
  const path = target.split("?", 1)[0] ?? "/"
  if (path.startsWith("/api/"))
    return {
      body: JSON.stringify({
        type: "about:blank",
        title: STATUS_CODES[status],
        status,
        detail: edgeWords[status].en.text,
        instance: requestId,
      }),
      headers: { "Content-Type": "application/problem+json", "Cache-Control": "no-store" },
    }
  const locale = localeOf(path)
  const { title, text } = edgeWords[status][locale]
  const home = locale === "en" ? ["/en", "To the home page"] : ["/", "Ke beranda"]
  return {
    body: `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${title} · Simpul</title><style>${style}</style></head><body><main><p class="code">Simpul · ${status}</p><h1>${title}</h1><p>${text}</p><p><a href="${home[0]}">${home[1]}</a></p></main></body></html>`,
    headers: {
      "Content-Type": "text/html; charset=utf-8",
      "Cache-Control": "no-store",
      "Content-Security-Policy": policy,
    },
  }
}
