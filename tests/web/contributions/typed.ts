import { formFields } from "../agreement-desk/form-fields.ts"

/** The fields of the last form on a page as a browser would post them, the choice of every select among them. */
export function typedIn(html: string): Record<string, string> {
  const form = html.slice(html.lastIndexOf("<form"), html.lastIndexOf("</form>"))
  const choices = [...form.matchAll(/<select\b[^>]*\bname="([^"]*)"[^>]*>([\s\S]*?)<\/select>/g)].map(
    ([, name = "", options = ""]) => {
      const chosen = [...options.matchAll(/<option\b[^>]*>/g)]
        .map(([tag]) => tag)
        .find((tag) => /\sselected\b/.test(tag))
      return [name, chosen?.match(/value="([^"]*)"/)?.[1] ?? ""] as const
    },
  )
  return { ...formFields(html), ...Object.fromEntries(choices) }
}

/** Everything that a page names by `id`. */
export const idsIn = (html: string): string[] => [...html.matchAll(/\sid="([^"]+)"/g)].map(([, id = ""]) => id)
