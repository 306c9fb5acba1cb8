import { localPath } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import type { Writers } from "./message.ts"

type CertificateWriters = Pick<
  Writers,
  "learning-certificate-prepared" | "learning-certificate-sealed" | "learning-certificate-revoked"
>

const openCertificate = {
  id: (learnerId: string) => ({ label: "Buka sertifikat", path: localPath("id", paths.certificate(learnerId)) }),
  en: (learnerId: string) => ({ label: "Open the certificate", path: localPath("en", paths.certificate(learnerId)) }),
} as const

/** No message names the learner: the page does, for those who may read it. */
export const certificateMail: CertificateWriters = {
  "learning-certificate-prepared": {
    id: ({ programme, number, learnerId }) => ({
      subject: `Sertifikat menunggu segel Anda: ${number}`,
      paragraphs: [
        `Sertifikat pembelajaran nomor ${number} dari program "${programme}" sudah disiapkan dan menunggu segel Anda.`,
      ],
      action: { label: "Baca dan segel", path: localPath("id", paths.sealCertificate(learnerId)) },
    }),
    en: ({ programme, number, learnerId }) => ({
      subject: `A certificate awaits your seal: ${number}`,
      paragraphs: [
        `Certificate of learning ${number} of the programme "${programme}" is prepared and awaits your seal.`,
      ],
      action: { label: "Read and seal", path: localPath("en", paths.sealCertificate(learnerId)) },
    }),
  },
  "learning-certificate-sealed": {
    id: ({ programme, office, learnerId }) => ({
      subject: `Sertifikat pembelajaran terbit: ${programme}`,
      paragraphs: [
        `${office} menyegel sebuah sertifikat pembelajaran dari program "${programme}". Sertifikat itu sekarang berlaku.`,
      ],
      action: openCertificate.id(learnerId),
    }),
    en: ({ programme, office, learnerId }) => ({
      subject: `A certificate of learning is issued: ${programme}`,
      paragraphs: [
        `${office} has sealed a certificate of learning of the programme "${programme}". It counts from now on.`,
      ],
      action: openCertificate.en(learnerId),
    }),
  },
  "learning-certificate-revoked": {
    id: ({ programme, learnerId }) => ({
      subject: `Sertifikat pembelajaran dicabut: ${programme}`,
      paragraphs: [
        `Sebuah sertifikat pembelajaran dari program "${programme}" dicabut penerbitnya dan tidak berlaku lagi. Alasannya tertulis pada halaman sertifikat.`,
      ],
      action: openCertificate.id(learnerId),
    }),
    en: ({ programme, learnerId }) => ({
      subject: `A certificate of learning is revoked: ${programme}`,
      paragraphs: [
        `A certificate of learning of the programme "${programme}" was revoked by its issuer and no longer counts. The reason stands on the certificate's page.`,
      ],
      action: openCertificate.en(learnerId),
    }),
  },
}
