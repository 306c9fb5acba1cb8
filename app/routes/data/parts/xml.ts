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
