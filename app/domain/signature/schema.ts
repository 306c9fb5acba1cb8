import { z } from "zod"
import { typedPasswordField } from "../identity/schema.ts"
import { ownRevocationCodes } from "./revocation-codes.ts"

/** As typed to open a key: only bounded, so that an over-long one costs nothing. */
const typedPassphrase = z
  .string({ error: "field.required" })
  .min(1, { error: "field.required" })
  .max(200, { error: "field.tooLong" })

/** Raw length bounded before anything is normalised; one paragraph of plain text. */
const reasonField = z
  .string({ error: "field.required" })
  .max(2_000, { error: "field.tooLong", abort: true })
  .transform((text) => text.normalize("NFC").replace(/\s+/g, " ").trim())
  .pipe(
    z
      .string()
      .min(1, { error: "field.required", abort: true })
      .min(5, { error: "field.tooShort" })
      .max(500, { error: "field.tooLong" })
      // biome-ignore lint/suspicious/noControlCharactersInRegex: exactly those are refused
      .regex(/^[^\u0000-\u001f\u007f]*$/u, { error: "field.characters" }),
  )

/** A new key: the passphrase that will open it, twice, and the account's password, which it must not be. */
export const enrolmentForm = z
  .object({
    passphrase: z
      .string({ error: "field.required" })
      .min(12, { error: "field.passphraseShort" })
      .max(200, { error: "field.tooLong" }),
    passphraseAgain: typedPassphrase,
    password: typedPasswordField,
  })
  .superRefine((form, context) => {
    const passphrase = form.passphrase.normalize("NFC")
    if (passphrase !== form.passphraseAgain.normalize("NFC"))
      context.addIssue({ code: "custom", message: "field.passphraseDiffers", path: ["passphraseAgain"] })
    if (passphrase === form.password.normalize("NFC"))
      context.addIssue({ code: "custom", message: "field.passphraseIsPassword", path: ["passphrase"] })
    if (new Set(passphrase).size < 5)
      context.addIssue({ code: "custom", message: "field.passphraseSimple", path: ["passphrase"] })
  })

export type Enrolment = z.output<typeof enrolmentForm>

export const revocationForm = z.object({
  code: z.enum(ownRevocationCodes, { error: "field.choose" }),
  reason: reasonField,
  password: typedPasswordField,
})

/** The signer's last word: what he read, by its SHA-256, and both secrets. */
export const signingForm = z.object({
  sha256: z.string({ error: "field.required" }).regex(/^[0-9a-f]{64}$/, { error: "field.required" }),
  read: z.literal("on", { error: "field.readFirst" }),
  password: typedPasswordField,
  passphrase: typedPassphrase,
})

export type SigningOrder = Omit<z.output<typeof signingForm>, "read">

/** What somebody types to find an agreement: a party's number, its public code or the code beside the QR. */
export const lookupField = z
  .string()
  .trim()
  .max(200)
  .transform((text) => text.normalize("NFC").replace(/\s+/g, " "))
