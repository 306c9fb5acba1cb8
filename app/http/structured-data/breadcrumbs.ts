import type { BreadcrumbList } from "schema-dts"
import type { Site } from "./site.ts"

/** A page above another: what it is called and where it stands, in Indonesian form. */
export type Crumb = { readonly title: string; readonly path: string }

/** The way from a list down to a page, the page itself last. */
export const breadcrumbs = (site: Site, trail: readonly Crumb[], page: Crumb): BreadcrumbList => ({
  "@type": "BreadcrumbList",
  itemListElement: [...trail, page].map(({ title, path }, index) => ({
    "@type": "ListItem",
    position: index + 1,
    name: title,
    item: site.url(path),
  })),
})
