/**
 * One page of every kind that the public reads, by its address with the placeholders of `demoRows`. A new public page
 * is one line here: it is then measured kept, unchanged and rendered. A page in this list that is not kept fails the run.
 */
export const pageKinds: Readonly<Record<string, string>> = {
  home: "/",
  "agreements, list": "/kesepakatan",
  "agreement, one": "/kesepakatan/:agreement",
  "initiatives, list": "/inisiatif",
  "initiative, one": "/inisiatif/:initiative",
  "needs, list": "/kebutuhan",
  "need, one": "/kebutuhan/:need",
  "partners, list": "/mitra",
  "partner, one": "/mitra/:partner",
  "regions, list": "/wilayah",
  "region, one": "/wilayah/33.71",
  "programmes, list": "/belajar",
  "programme, one": "/belajar/:programme",
  "practice, one": "/belajar/praktik/talent-management",
  "strand, one": "/unsur/media",
  "initiatives, map": "/inisiatif?tampilan=peta",
  "open data": "/data",
  "certificate authority": "/pki",
  verification: "/verifikasi",
  about: "/tentang",
  contribute: "/tentang/berkontribusi",
  glossary: "/tentang/glosarium",
  help: "/bantuan",
  "handbook, one": "/bantuan/panduan/users/agreement",
  privacy: "/privasi",
  "page in English": "/en/kesepakatan/:agreement",
}

/** Pages that every reader gets made for himself: they are measured rendered only. */
export const unkeptKinds: Readonly<Record<string, string>> = {
  "verification by code": "/v/:verify",
  search: "/cari?q=belajar",
  "sign in": "/masuk",
}
