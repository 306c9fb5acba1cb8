import { join } from "node:path"
import Database from "better-sqlite3"
import { type CrawledPage, internal, readPage, valuesOf } from "#tests/support/crawler.ts"
import { makeUpOf } from "#tests/support/make-up.ts"

/** A page as somebody found it. */
export type FoundPage = {
  readonly address: string
  readonly status: number
  readonly makeUp: string
  /** The same in every language. */
  readonly form: string
}

/** Every account of the demonstration that can sign in. */
export function demoAccounts(dataDir: string): string[] {
  const db = new Database(join(dataDir, "simpul.sqlite"), { readonly: true, fileMustExist: true })
  const emails = db.prepare("select email from account order by email").pluck().all() as string[]
  db.close()
  return emails
}

/** Every address in the portal's sitemap. */
export async function sitemapAddresses(origin: string): Promise<string[]> {
  const locations = async (address: string) =>
    [...(await (await fetch(address)).text()).matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, location = ""]) => location)
  const parts = await locations(`${origin}/sitemap.xml`)
  const pages = await Promise.all(parts.map(locations))
  return pages.flat().map((location) => new URL(location).pathname)
}

/** The pages that only somebody who is signed in is given; all others are in the sitemap. */
const own = /^(\/en)?\/(ruang-kerja|akun|admin|usulan)(\/|\?|$)/

/** Reads, with GET alone, the pages at `start` and, for an account's cookie, all of its own that links lead to from there. */
export async function readAll(origin: string, start: readonly string[], cookie?: string): Promise<FoundPage[]> {
  const found: FoundPage[] = []
  const queue = [...new Set(start)]
  const known = new Set(queue)
  const look = (page: CrawledPage): void => {
    const { address, status, tree } = page
    if (tree) found.push({ address, status, makeUp: makeUpOf(tree), form: makeUpOf(tree, { languages: false }) })
    if (cookie === undefined) return
    for (const target of page.location ? [page.location] : page.tree ? valuesOf(page.tree, "a", "href") : []) {
      const address = internal(origin, page.address, target)?.address
      if (address === undefined || known.has(address) || !own.test(address)) continue
      known.add(address)
      queue.push(address)
    }
  }
  for (let next = queue.splice(0, 6); next.length > 0; next = queue.splice(0, 6)) {
    const pages = await Promise.all(next.map((address) => readPage(origin, address, cookie ? { cookie } : {})))
    pages.forEach(look)
  }
  return found
}
