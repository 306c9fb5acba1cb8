import { z } from "zod"

/** Lower-cased e-mail address; at most 254 characters as SMTP allows. */
export const emailField = z
  .string({ error: "field.required" })
  .trim()
  .toLowerCase()
  .min(1, { error: "field.required" })
  .max(254, { error: "field.tooLong" })
  .email({ error: "field.email" })

/** A new password: 12 to 200 characters of any kind, never the address itself. */
export const newPasswordField = z
  .string({ error: "field.required" })
  .min(12, { error: "field.passwordShort" })
  .max(200, { error: "field.tooLong" })

/** A password as typed to sign in: only bounded, so that an over-long one costs nothing. */
export const typedPasswordField = z
  .string({ error: "field.required" })
  .min(1, { error: "field.required" })
  .max(200, { error: "field.tooLong" })

/**
 * A person's name as it stands beside what he did and on papers: nothing that a reader cannot see, so that no name
 * reads as another's (direction marks, joiners, soft hyphens, controls).
 */
export const personNameField = z
  .string({ error: "field.required" })
  .trim()
  .min(2, { error: "field.tooShort" })
  .max(120, { error: "field.tooLong" })
  .refine((value) => !/[\p{C}\p{Zl}\p{Zp}<>]/u.test(value), { error: "field.characters" })

export const timeZones = ["Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura"] as const

export const registrationForm = z.object({
  name: personNameField,
  email: emailField,
  password: newPasswordField,
  timeZone: z.enum(timeZones, { error: "field.choose" }),
  privacy: z.literal("on", { error: "field.privacy" }),
})

export const signInForm = z.object({
  email: emailField,
  password: typedPasswordField,
  next: z.string().max(2000).optional(),
})

export const forgotPasswordForm = z.object({ email: emailField })

export const resetPasswordForm = z.object({ password: newPasswordField })

export const accountForm = z.object({ name: personNameField, timeZone: z.enum(timeZones, { error: "field.choose" }) })

export const changePasswordForm = z.object({ currentPassword: typedPasswordField, password: newPasswordField })

export const deleteAccountForm = z.object({
  password: typedPasswordField,
  confirm: z.literal("on", { error: "field.confirm" }),
})
