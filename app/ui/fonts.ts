import latin from "@fontsource-variable/plus-jakarta-sans/files/plus-jakarta-sans-latin-wght-normal.woff2?url"

/** Address of the one font file (latin, all weights), for a preload link in the document head. */
export const fontPreloadHref: string = latin
