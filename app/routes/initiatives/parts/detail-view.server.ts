import { bodyHtml } from "#app/domain/agreement/text/html.ts"
import { readBody } from "#app/domain/agreement/text/tokens.ts"
import type { ShownUpdate } from "#app/domain/initiative/detail.server.ts"

/** Markdown of the small subset as HTML; an empty text is an empty text. */
export const htmlOf = (markdown: string): string => (markdown.trim() === "" ? "" : bodyHtml(readBody(markdown)))

/** An update with its words as HTML. */
export const updateView = <U extends ShownUpdate>({ body, ...update }: U) => ({ ...update, html: htmlOf(body) })

export type UpdateView = ReturnType<typeof updateView<ShownUpdate>>
