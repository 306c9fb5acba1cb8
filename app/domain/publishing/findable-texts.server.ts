import { editionOfTexts, everyText, findText } from "#content/library.server.ts"
import { plainText } from "#content/markdown.server.ts"
import type { FindableReader } from "../search/findable.ts"

/** Counted up whenever the same texts would be told otherwise. */
const form = 1

const ids = everyText()
  .map(({ name, language }) => `${language}:${name}`)
  .sort()

/**
 * The pages of words: about the portal, its handbook, practices. Each language is an entry of its own ("id:pages/privacy")
 * and is found by those who read it. They come with the program and change with it.
 */
export const findableTexts: FindableReader = {
  async read(_, id) {
    const [language, name = ""] = id.split(":")
    if (!ids.includes(id) || (language !== "id" && language !== "en")) return null
    const text = findText(name, language, (path) => path)
    if (!text) return null
    return {
      ...{ key: name, title: text.title, context: [], body: plainText(text.html), status: language, language },
      ...{ strands: [], regionCodes: [], organisationIds: [], at: null, demo: false },
    }
  },
  ids: async (_, after, limit) => ids.filter((id) => id > after).slice(0, limit),
  edition: () => editionOfTexts(form),
}
