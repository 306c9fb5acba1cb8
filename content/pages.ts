import { paths } from "#app/paths.ts"

/** A page whose whole content is one text of `content/pages`, in both languages. */
export type TextPage = {
  readonly name: string
  /** Its address in Indonesian form. */
  readonly path: string
  /** The page it stands below, and those beside it are offered at its end. */
  readonly under: string | null
}

const strands = ["academia", "business", "community", "government", "media"] as const

/** The address, in Indonesian form, at which the text under a name is read ("pages/privacy", "handbook/users/search"). */
export function pathOfText(name: string): string {
  const [room = "", ...rest] = name.split("/")
  const own = rest.join("/")
  if (room === "handbook") return paths.handbook(own)
  if (room === "practices") return paths.practice(own)
  if (own === "authority") return paths.authority()
  return textPages.find((page) => page.name === own)?.path ?? paths.help()
}

/** The pages, in the order in which they are offered. A page has a line here, one in `app/routes.ts`, and two files. */
export const textPages: readonly TextPage[] = [
  { name: "about", path: paths.about(), under: null },
  { name: "contribute", path: paths.contribute(), under: "about" },
  ...strands.map((strand) => ({
    name: `contribute-${strand}`,
    path: paths.contributeAs(strand),
    under: "contribute",
  })),
  { name: "cooperation", path: paths.regionalCooperation(), under: "about" },
  { name: "bureaucracy", path: paths.bureaucracy(), under: "about" },
  { name: "verifying", path: paths.verifying(), under: "about" },
  { name: "glossary", path: paths.glossary(), under: "about" },
  { name: "accessibility", path: paths.accessibility(), under: "about" },
  { name: "terms", path: paths.terms(), under: "about" },
  { name: "privacy", path: paths.privacy(), under: "about" },
]
