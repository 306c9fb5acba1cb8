import type { DocumentNotices } from "#app/domain/agreement/document/document.ts"

/** Kalimat bawaan pada cetakan: kaki halaman, kotak tanda tangan, dan tanda peraga. */
export const notices: DocumentNotices = {
  demo: "PERAGA – BUKAN DOKUMEN RESMI",
  signedBy: "Ditandatangani secara elektronik oleh:",
  signedOnly: "Berlaku bila segel elektroniknya terbukti utuh pada pemeriksaan.",
  footer:
    "Dokumen ini disegel dengan tanda tangan elektronik tidak tersertifikasi dari otoritas sertifikat lokal portal ini. Yang diperiksa adalah berkas PDF-nya, bukan cetakannya.",
  checkAt: "Periksa di",
  code: "Kode verifikasi",
  page: "Halaman {{halaman}} dari {{jumlah}}",
  author: "Simpul, portal kerja sama pentahelix",
}
