import type { Environment } from "#app/env.server.ts"
import type { EvaluationSecrets } from "./evaluation-secrets.server.ts"

/** The accounts of the demo network and what each plays. */
export const demoAccounts: readonly (readonly [email: string, role: string])[] = [
  ["sekretariat@simpul.example", "network secretariat"],
  ["kerjasama@jabar.example", "cooperation bureau of West Java: drafts"],
  ["kerjasama@magelang.example", "cooperation bureau of Kota Magelang: drafts"],
  ["gubernur@jabar.example", "head of region, signs"],
  ["walikota@magelang.example", "head of region, signs"],
  ["bkd@jabar.example", "personnel agency, hosts learners"],
  ["bkpsdm@magelang.example", "personnel agency, sends learners"],
  ["camat@magelang.example", "learner"],
  ["lurah@magelang.example", "learner"],
  ["saberhoaks@jabar.example", "fact-check lead"],
  ["dosen@kampus.example", "partner: academics"],
  ["direktur@usaha.example", "partner: business"],
  ["ketua@komunitas.example", "partner: community"],
  ["redaksi@media.example", "partner: media"],
]

/** What the terminal shows once the portal is open. In production only the address: the rest is the log's. */
export function welcome({ appUrl, demoPassword, demoPassphrase }: Environment, demo: EvaluationSecrets | null): string {
  if (demo === null) return `Simpul listens; its address is ${appUrl}\n`
  const width = Math.max(...demoAccounts.map(([email]) => email.length))
  const changed =
    (demoPassword !== undefined && demoPassword !== demo.password) ||
    (demoPassphrase !== undefined && demoPassphrase !== demo.passphrase)
  return [
    "",
    `Simpul is open at ${appUrl}`,
    "",
    "Demo accounts (evaluation only, nothing here is real):",
    ...demoAccounts.map(([email, role]) => `  ${email.padEnd(width)}  ${role}`),
    "",
    `Password of every account:   ${demo.password}`,
    `Passphrase of the signers:   ${demo.passphrase}`,
    ...(changed
      ? ["(DEMO_PASSWORD and DEMO_PASSPHRASE count when the network is first loaded; these are the ones in use.)"]
      : []),
    `Mail that would be sent:     ${appUrl}/dev/surat`,
    "",
    "Stop with Ctrl-C.",
    "",
  ].join("\n")
}
