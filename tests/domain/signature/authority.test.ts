import { X509Certificate } from "node:crypto"
import { writeFileSync } from "node:fs"
import { join } from "node:path"
import { expect, test } from "vitest"
import { authorityOf, rewrapAuthorityKey, withAuthorityKey } from "#app/domain/signature/authority.server.ts"
import { SecretUnavailable } from "#app/domain/signature/engine/secret-protection.server.ts"
import { hasOpenssl, openssl } from "#tests/support/openssl.ts"
import { createWorld } from "#tests/support/world.ts"

const newSecret = "a newer secret of the tests, long enough as well"
const oldSecret = "a secret of the tests, long enough to be one"

test("the authority is made once, on first need, and named after the installation", async () => {
  const world = await createWorld()
  const first = await authorityOf(world.visitor())
  const second = await authorityOf(world.visitor())
  expect(second).toEqual(first)
  expect(first.commonName).toBe("Simpul CA 127.0.0.1")
  const certificate = new X509Certificate(first.certificate)
  expect(certificate.subject).toContain("CN=Simpul CA 127.0.0.1")
  expect(certificate.ca).toBe(true)
  const events = await world.db.selectFrom("auditEvent").select(["type", "subjectId"]).execute()
  expect(events).toEqual([{ type: "authority.created", subjectId: first.id }])
})

test("the demonstration's authority says that it is one", async () => {
  const world = await createWorld({ demo: true })
  expect((await authorityOf(world.visitor())).commonName).toBe("Simpul Demo CA")
})

test("two who need the first authority at once get the same one", async () => {
  const world = await createWorld()
  const [a, b] = await Promise.all([authorityOf(world.visitor()), authorityOf(world.visitor())])
  expect(a.id).toBe(b.id)
  expect(await world.db.selectFrom("authority").select("id").execute()).toEqual([{ id: a.id }])
})

test("a change of the portal's address keeps the authority", async () => {
  const world = await createWorld()
  const before = await authorityOf(world.visitor())
  const settings = { ...world.services.settings, appUrl: "https://simpul.example.go.id" }
  expect((await authorityOf(world.visitor({ settings }))).id).toBe(before.id)
})

test.skipIf(!hasOpenssl)("openssl reads the certificate and finds it signed by itself", async () => {
  const world = await createWorld()
  const { certificate } = await authorityOf(world.visitor())
  const said = openssl((folder, run) => {
    writeFileSync(join(folder, "ca.crt"), certificate)
    run("x509", "-inform", "DER", "-in", "ca.crt", "-out", "ca.pem")
    return run("x509", "-in", "ca.pem", "-noout", "-text") + run("verify", "-CAfile", "ca.pem", "ca.pem")
  })
  expect(said).toContain("CA:TRUE, pathlen:0")
  expect(said).toContain("Certificate Sign, CRL Sign")
  expect(said).toContain("ca.pem: OK")
})

test("the key rests encrypted, opens under its secret and under no other", async () => {
  const world = await createWorld()
  const authority = await authorityOf(world.visitor())
  const key = await withAuthorityKey(world.services.settings, authority, async ({ privateKey }) =>
    Buffer.from(privateKey).toString("base64"),
  )
  const row = await world.db.selectFrom("authority").selectAll().executeTakeFirstOrThrow()
  expect(JSON.stringify(row)).not.toContain(key.slice(200, 260))
  const foreign = { ...world.services.settings, secrets: [newSecret] }
  await expect(withAuthorityKey(foreign, authority, async () => 1)).rejects.toBeInstanceOf(SecretUnavailable)
})

test("after a change of SECRET the key is wrapped anew once, and the old secret can go", async () => {
  const world = await createWorld()
  await authorityOf(world.visitor())
  const both = { ...world.services.settings, secrets: [newSecret, oldSecret] }
  expect(await rewrapAuthorityKey({ db: world.db, settings: both })).toBe(1)
  expect(await rewrapAuthorityKey({ db: world.db, settings: both })).toBe(0)
  const renewed = await authorityOf(world.visitor())
  const only = { ...both, secrets: [newSecret] }
  expect(await withAuthorityKey(only, renewed, async ({ privateKey }) => privateKey.length > 1000)).toBe(true)
})
