import { localPath } from "#app/i18n/react.tsx"
import { paths } from "#app/paths.ts"
import type { Writers } from "./message.ts"

type AccountWriters = Pick<
  Writers,
  "verify-email" | "already-registered" | "reset-password" | "password-changed" | "account-deleted"
>

export const accountMail: AccountWriters = {
  "verify-email": {
    id: ({ name, token }) => ({
      subject: "Pastikan surel Anda di Simpul",
      paragraphs: [
        `Yth. ${name},`,
        "Anda mendaftar di Simpul dengan alamat ini. Buka tautan berikut untuk memastikan alamat ini milik Anda. Tautan berlaku 48 jam.",
      ],
      action: { label: "Pastikan surel saya", path: localPath("id", paths.verifyEmail(token)) },
    }),
    en: ({ name, token }) => ({
      subject: "Confirm your e-mail address at Simpul",
      paragraphs: [
        `Dear ${name},`,
        "You registered at Simpul with this address. Open the link below to confirm that it is yours. The link works for 48 hours.",
      ],
      action: { label: "Confirm my address", path: localPath("en", paths.verifyEmail(token)) },
    }),
  },
  "already-registered": {
    id: ({ name }) => ({
      subject: "Surel ini sudah terdaftar di Simpul",
      paragraphs: [
        `Yth. ${name},`,
        "Seseorang mencoba mendaftar di Simpul dengan alamat ini, padahal Anda sudah punya akun. Bila itu Anda dan lupa kata sandi, buatlah kata sandi baru. Bila bukan, tidak ada yang perlu dilakukan.",
      ],
      action: { label: "Buat kata sandi baru", path: localPath("id", paths.forgotPassword()) },
    }),
    en: ({ name }) => ({
      subject: "This address already has a Simpul account",
      paragraphs: [
        `Dear ${name},`,
        "Somebody tried to register at Simpul with this address, but you already have an account. If it was you and you have forgotten your password, set a new one. If not, there is nothing you need to do.",
      ],
      action: { label: "Set a new password", path: localPath("en", paths.forgotPassword()) },
    }),
  },
  "reset-password": {
    id: ({ name, token }) => ({
      subject: "Kata sandi baru untuk Simpul",
      paragraphs: [
        `Yth. ${name},`,
        "Kami menerima permintaan untuk membuat kata sandi baru bagi akun Anda. Tautan berikut berlaku satu jam. Bila Anda tidak memintanya, abaikan surel ini; kata sandi Anda tidak berubah.",
      ],
      action: { label: "Buat kata sandi baru", path: localPath("id", paths.resetPassword(token)) },
    }),
    en: ({ name, token }) => ({
      subject: "A new password for Simpul",
      paragraphs: [
        `Dear ${name},`,
        "We were asked to set a new password for your account. The link below works for one hour. If you did not ask for it, ignore this message; your password stays as it is.",
      ],
      action: { label: "Set a new password", path: localPath("en", paths.resetPassword(token)) },
    }),
  },
  "password-changed": {
    id: ({ name }) => ({
      subject: "Kata sandi Simpul Anda diganti",
      paragraphs: [
        `Yth. ${name},`,
        "Kata sandi akun Anda baru saja diganti. Bila bukan Anda yang melakukannya, segera buat kata sandi baru dan hubungi sekretariat.",
      ],
      action: { label: "Buat kata sandi baru", path: localPath("id", paths.forgotPassword()) },
    }),
    en: ({ name }) => ({
      subject: "Your Simpul password was changed",
      paragraphs: [
        `Dear ${name},`,
        "Your account's password has just been changed. If it was not you, set a new one at once and write to the secretariat.",
      ],
      action: { label: "Set a new password", path: localPath("en", paths.forgotPassword()) },
    }),
  },
  "account-deleted": {
    id: ({ name }) => ({
      subject: "Akun Simpul Anda sudah dihapus",
      paragraphs: [
        `Yth. ${name},`,
        "Akun Anda sudah dihapus sesuai permintaan Anda. Naskah yang pernah Anda tanda tangani tetap tersimpan sebagai bukti.",
      ],
    }),
    en: ({ name }) => ({
      subject: "Your Simpul account has been deleted",
      paragraphs: [
        `Dear ${name},`,
        "Your account has been deleted as you asked. Documents that you signed remain as evidence.",
      ],
    }),
  },
}
