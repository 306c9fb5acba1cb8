import { readdirSync, readFileSync } from "node:fs"
import { describe, expect, it, vi } from "vitest"
import {
  ConfirmDialog,
  DiffText,
  ErrorPage,
  Page,
  PageHeading,
  PageShell,
  Pagination,
  RecordTable,
  SiteFooter,
  SiteHeader,
  StateBadge,
  StrandBadge,
  Timeline,
} from "#app/ui/index.ts"
import { StylePage } from "#app/ui/style-page.tsx"
import { markup, tagWith } from "./render.tsx"

// Vitest hands out style sheets empty; the style page reads its colours from this one.
vi.mock("#app/ui/styles/tokens.css?raw", async () => {
  const { readFileSync: read } = await import("node:fs")
  return { default: read("app/ui/styles/tokens.css", "utf8") }
})

const whole = (
  <PageShell
    header={
      <SiteHeader
        brandHref="/"
        items={[{ href: "/kesepakatan", label: "Kesepakatan", current: true }]}
        language={{ href: "/en", hrefLang: "en", label: "English" }}
        account={{
          kind: "member",
          name: "Ratna",
          href: "/akun",
          signOutAction: "/keluar",
          inbox: { href: "/ruang-kerja", count: 3 },
        }}
        actingFor={{ name: "Biro Kerja Sama", href: "/bertindak", strand: "G" }}
        demo
      />
    }
    footer={<SiteFooter brandHref="/" statement="Simpul" groups={[]} />}
  >
    <StylePage />
  </PageShell>
)

describe.each(["id", "en"] as const)("a whole page in %s", (locale) => {
  const html = markup(whole, locale)

  it("carries no inline style, script or handler, which the public pages' policy forbids", () => {
    expect(html).not.toMatch(/\sstyle=/)
    expect(html).not.toMatch(/<script|<style|\son[a-z]+=/i)
    expect(html).not.toContain("javascript:")
  })

  it("uses every id once, and every label, description and popover finds what it names", () => {
    const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map((match) => match[1]!)
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
    const named = [...html.matchAll(/\s(?:for|aria-labelledby|aria-describedby|popovertarget)="([^"]+)"/g)]
    for (const match of named) for (const id of match[1]!.split(" ")) expect(ids, match[0]).toContain(id)
    for (const match of html.matchAll(/url\(#([^)]+)\)/g)) expect(ids).toContain(match[1])
  })

  it("has one main, one h1, a skip link to the main and no emoji", () => {
    expect(html.match(/<h1/g)).toHaveLength(1)
    expect(html.match(/<main/g)).toHaveLength(1)
    expect(html.indexOf('href="#isi"')).toBeLessThan(html.indexOf("<header"))
    expect(html).not.toMatch(/\p{Extended_Pictographic}/u)
  })

  it("marks where the reader is, for whom he acts, and that this is a demonstration", () => {
    expect(tagWith(html, 'href="/kesepakatan"')).toContain('aria-current="page"')
    expect(html).toContain("Biro Kerja Sama")
    expect(html).toContain(locale === "id" ? "PERAGA" : "DEMO")
    expect(html).toContain(locale === "id" ? "Kotak tugas, 3 menunggu" : "Inbox, 3 items waiting")
    expect(tagWith(html, 'action="/keluar"')).toContain('method="post"')
  })
})

it.each([403, 404, 409, 413, 422, 429, 500] as const)(
  "says what a %s means and what to do, in both languages",
  (status) => {
    const indonesian = markup(<ErrorPage status={status} reference="01J9ZK" />)
    const english = markup(<ErrorPage status={status} reference="01J9ZK" />, "en")
    for (const html of [indonesian, english]) {
      expect(html).toContain(String(status))
      expect(html).toContain("01J9ZK")
      expect(html.match(/<h1/g)).toHaveLength(1)
    }
    expect(/<h1[^>]*>([^<]+)/.exec(indonesian)?.[1]).not.toBe(/<h1[^>]*>([^<]+)/.exec(english)?.[1])
  },
)

it("says the state in words beside the sign, and the strand in a word beside the letter", () => {
  expect(markup(<StateBadge state="refused">Ditolak</StateBadge>)).toMatch(/<svg.*aria-hidden="true".*Ditolak/)
  expect(markup(<StrandBadge strand="M" letterOnly />)).toContain("Media")
  expect(markup(<StrandBadge strand="G" />, "en")).toContain("Government")
})

describe("a record table", () => {
  const columns = [
    { key: "name", header: "Nama", rowHeader: true, cell: (row: { id: string; n: number }) => row.id },
    {
      key: "n",
      header: "Versi",
      numeric: true,
      cell: (row: { id: string; n: number }) => row.n,
      sort: { href: "?urut=versi", direction: "desc" as const },
    },
  ]

  it("names its columns and rows, and every stacked cell", () => {
    const html = markup(
      <RecordTable caption="Kesepakatan" columns={columns} rows={[{ id: "KB-1", n: 7 }]} rowKey={(row) => row.id} />,
    )
    expect(html).toContain("<caption")
    expect(tagWith(html, 'scope="row"')).toContain("<th")
    expect(html).toContain('data-label="Versi"')
    expect(html).toContain('aria-sort="descending"')
    expect(html).toContain("urut turun")
  })

  it("is no empty grid when there is nothing", () => {
    const html = markup(
      <RecordTable caption="Kesepakatan" columns={columns} rows={[]} rowKey={(row) => row.id} empty="Belum ada." />,
    )
    expect(html).not.toContain("<table")
    expect(html).toContain("Belum ada.")
  })
})

it("says aloud what was added and removed", () => {
  const html = markup(
    <DiffText
      runs={[
        { kind: "removed", text: "3" },
        { kind: "added", text: "5" },
        { kind: "same", text: " tahun" },
      ]}
    />,
  )
  expect(html).toMatch(/<del><span[^>]*>\[dihapus: <\/span>3<span/)
  expect(html).toMatch(/<ins><span[^>]*>\[ditambahkan: <\/span>5<span/)
})

it("asks before what cannot be taken back, without script", () => {
  const html = markup(
    <ConfirmDialog
      id="revoke"
      trigger="Cabut"
      title="Cabut kunci?"
      confirm="Ya, cabut"
      action="/kunci/1/pencabutan"
      fields={{ seen: "4" }}
      danger
    >
      Tidak dapat dibatalkan.
    </ConfirmDialog>,
  )
  expect(tagWith(html, "confirm__trigger")).toContain('type="button"')
  expect(tagWith(html, "<dialog")).toContain('popover="auto"')
  expect(tagWith(html, "<form")).toContain('method="post"')
  expect(html).toContain('<input type="hidden" name="seen" value="4"/>')
})

it("keeps lists of one page free of paging, and histories machine readable", () => {
  expect(markup(<Pagination />)).toBe("")
  expect(markup(<Pagination next="?c=2" />)).toContain('rel="next"')
  const html = markup(
    <Timeline
      items={[{ key: "1", time: "8 Desember 2021", dateTime: "2021-12-08T03:30:00Z", title: "Disegel", hash: "ab12" }]}
    />,
  )
  expect(html).toContain('dateTime="2021-12-08T03:30:00Z"')
  expect(html).toContain("ab12")
})

it("sets a heading and a page without empty parts", () => {
  const html = markup(
    <Page>
      <PageHeading title="Judul" />
    </Page>,
  )
  expect(html).toBe(
    '<div class="page page--normal"><header class="heading"><h1 class="heading__title">Judul</h1></header></div>',
  )
})

it("draws every colour of the components from the token sheet", () => {
  for (const name of readdirSync("app/ui/styles")) {
    if (["tokens.css", "print.css"].includes(name)) continue
    const css = readFileSync(`app/ui/styles/${name}`, "utf8")
    const literal = css.replaceAll(/rgb\(20 18 16 \/ 0\.\d+\)/g, "").match(/#[0-9a-f]{3,8}\b|\b(?:rgb|hsl|oklch)a?\(/gi)
    expect(literal, name).toBeNull()
    const used = [...css.matchAll(/var\(--([\w-]+)/g)].map((match) => match[1]!)
    const defined = readFileSync("app/ui/styles/tokens.css", "utf8") + css
    for (const token of used.filter((token) => !["ground", "font-mono"].includes(token)))
      expect(defined, `${name}: --${token}`).toContain(`--${token}:`)
  }
})
