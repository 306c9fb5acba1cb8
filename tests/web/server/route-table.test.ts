import { expect, test } from "vitest"
import { routeTable } from "#app/server/route-table.ts"

const { match } = routeTable({
  root: { id: "root", path: "" },
  home: { id: "home", parentId: "root", path: "/" },
  en: { id: "en", parentId: "root", path: "en" },
  list: { id: "list", parentId: "root", path: "kesepakatan" },
  create: { id: "create", parentId: "root", path: "kesepakatan/baru" },
  one: { id: "one", parentId: "root", path: "kesepakatan/:code" },
  file: { id: "file", parentId: "root", path: "kesepakatan/:code/dokumen.pdf" },
  desk: { id: "desk", parentId: "root", path: "ruang-kerja" },
  deskIndex: { id: "deskIndex", parentId: "desk", index: true },
  deskCase: { id: "deskCase", parentId: "desk", path: "perkara/:id?" },
  guide: { id: "guide", parentId: "root", path: "bantuan/panduan/*" },
  help: { id: "help", parentId: "root", path: "bantuan" },
  missingInEnglish: { id: "missingInEnglish", parentId: "root", path: "en/*" },
  english: { id: "english", parentId: "root", path: "en/bantuan" },
  missing: { id: "missing", parentId: "root", path: "*" },
})

test.each([
  ["/", "/"],
  ["/en", "/en"],
  ["/kesepakatan", "/kesepakatan"],
  ["/kesepakatan/baru", "/kesepakatan/baru"],
  ["/kesepakatan/KB-7H3K-9QPD", "/kesepakatan/:code"],
  ["/kesepakatan/KB-7H3K-9QPD/dokumen.pdf", "/kesepakatan/:code/dokumen.pdf"],
  ["/ruang-kerja", "/ruang-kerja"],
  ["/ruang-kerja/perkara", "/ruang-kerja/perkara/:id?"],
  ["/ruang-kerja/perkara/7", "/ruang-kerja/perkara/:id?"],
  ["/bantuan", "/bantuan"],
  ["/bantuan/panduan/users/agreement", "/bantuan/panduan/*"],
  ["/kesepakatan.data", "/kesepakatan"],
  ["/_root.data", "/"],
])("%s stands under %s", (path, pattern) => {
  expect(match(path)).toBe(pattern)
})

test.each([
  "/Kesepakatan",
  "/kesepakatan/",
  "/kesepakatan/a/dokumenXpdf",
  "/kesepakatan/a/b",
  "/apa-saja",
  "/en/",
  "/en/apa-saja",
  "/bantuan/panduan",
  "/bantuan/panduan/",
  "//",
])("%s has no page", (path) => {
  expect(match(path)).toBeNull()
})
