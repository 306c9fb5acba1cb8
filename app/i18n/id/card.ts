export const card = {
  network: "Portal kerja sama pentahelix",
  agreements: "Kesepakatan Bersama",
  initiatives: "Inisiatif",
  needs: "Kebutuhan daerah",
  organisations: "Mitra",
  programmes: "Program belajar",
  regions: "Wilayah",
  demo: "PERAGA – bukan dokumen resmi",
}
