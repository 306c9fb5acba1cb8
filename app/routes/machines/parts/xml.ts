const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
}

/** Text as XML: its special signs as entities, and without the control characters that XML has no place for. */
export const xmlText = (text: string): string =>
  text.replaceAll(/[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu, "").replaceAll(/[&<>"']/g, (sign) => entities[sign] ?? "")

export const element = (name: string, text: string): string => `<${name}>${xmlText(text)}</${name}>`

/** A document of XML, to be asked for again when it is an hour old. */
export const xmlAnswer = (root: string, type = "application/xml"): Response =>
  new Response(`<?xml version="1.0" encoding="UTF-8"?>\n${root}\n`, {
    headers: { "Content-Type": `${type}; charset=utf-8`, "Cache-Control": "public, max-age=3600" },
  })
