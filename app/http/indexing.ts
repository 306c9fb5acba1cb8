import { withoutLocale } from "./locale.ts"

/** Areas that are somebody's own or only a door to them: machines leave them alone. */
export const privateAreas = [
  "/ruang-kerja",
  "/akun",
  "/admin",
  "/dev",
  "/daftar",
  "/masuk",
  "/keluar",
  "/undangan",
  "/usulan",
  "/v",
] as const

/** Whether search engines may list the page at `pathname`, in either language. */
export function isIndexed(pathname: string): boolean {
  const path = withoutLocale(pathname)
  return !privateAreas.some((area) => path === area || path.startsWith(`${area}/`))
}
