import { createPrivateKey } from "node:crypto"
import { beforeAll, describe, expect, test } from "vitest"
import { isDomainError } from "#app/domain/kernel/errors.ts"
import { generateSigningKey } from "#app/domain/signature/engine/key-pair.server.ts"
import { openPrivateKey, protectPrivateKey } from "#app/domain/signature/engine/key-protection.server.ts"
import {
  openWithSecrets,
  SecretUnavailable,
  sealWithSecret,
  secretVersion,
} from "#app/domain/signature/engine/secret-protection.server.ts"

const PASSPHRASE = "kunci simpul yang panjang é"
let privateKey: Uint8Array
let envelope: string

beforeAll(async () => {
  privateKey = (await generateSigningKey()).privateKey
  envelope = await protectPrivateKey(privateKey, PASSPHRASE, "kunci-1")
})

const refusal = (passphrase: string, keyId = "kunci-1", text = envelope) =>
  openPrivateKey(text, passphrase, keyId).then(
    () => "opened",
    (error: unknown) => (isDomainError(error) ? `${error.code} ${error.key}` : String(error)),
  )

describe("a signer's key under his passphrase", () => {
  test("opens with the passphrase, in whichever Unicode form it is typed", async () => {
    for (const typed of [PASSPHRASE, PASSPHRASE.normalize("NFD")]) {
      const opened = await openPrivateKey(envelope, typed, "kunci-1")
      expect(Buffer.from(opened).equals(Buffer.from(privateKey))).toBe(true)
      expect(createPrivateKey({ key: Buffer.from(opened), format: "der", type: "pkcs8" }).asymmetricKeyType).toBe("rsa")
    }
  })

  test("is refused for a wrong passphrase, an empty one, and for another key's number", async () => {
    const wrong = "invalid signature.wrongPassphrase"
    expect(await refusal(PASSPHRASE.toUpperCase())).toBe(wrong)
    expect(await refusal(`${PASSPHRASE} `)).toBe(wrong)
    expect(await refusal("")).toBe(wrong)
    expect(await refusal(PASSPHRASE, "kunci-2")).toBe(wrong)
  })

  test("holds neither key nor passphrase, and is different each time", async () => {
    const again = await protectPrivateKey(privateKey, PASSPHRASE, "kunci-1")
    expect(again).not.toBe(envelope)
    for (const text of [envelope, again]) {
      expect(text).not.toContain(PASSPHRASE)
      expect(text).not.toContain(Buffer.from(privateKey).subarray(100, 130).toString("base64"))
    }
  })

  test("is bound to its parameters: none can be exchanged for another", async () => {
    const parsed = JSON.parse(envelope)
    const other = JSON.parse(await protectPrivateKey(privateKey, PASSPHRASE, "kunci-1"))
    const altered = [
      { ...parsed, derivation: { ...parsed.derivation, passes: 4 } },
      { ...parsed, derivation: other.derivation },
      { ...parsed, nonce: other.nonce },
      { ...parsed, tag: other.tag },
      { ...parsed, data: other.data },
    ]
    for (const one of altered) {
      expect(await refusal(PASSPHRASE, "kunci-1", JSON.stringify(one))).toBe("invalid signature.wrongPassphrase")
    }
  })

  test("an envelope out of bounds is no wrong passphrase, and costs nothing to refuse", async () => {
    const parsed = JSON.parse(envelope)
    const derivation = (change: object) =>
      JSON.stringify({ ...parsed, derivation: { ...parsed.derivation, ...change } })
    const refused = [
      derivation({ memory: 4_194_304 }),
      derivation({ memory: 8 }),
      derivation({ passes: 1000 }),
      derivation({ passes: 1 }),
      derivation({ lanes: 64 }),
      derivation({ salt: "AAAA" }),
      derivation({ name: "scrypt" }),
      JSON.stringify({ ...parsed, tag: parsed.tag.slice(0, 8) }),
      JSON.stringify({ ...parsed, cipher: "none" }),
      JSON.stringify({ ...parsed, version: 2 }),
      JSON.stringify({ ...parsed, more: 1 }),
      "",
      "null",
      "{",
    ]
    const begun = performance.now()
    for (const text of refused) expect(await refusal(PASSPHRASE, "kunci-1", text)).toMatch(/^Error: The key envelope/)
    expect(performance.now() - begun).toBeLessThan(1000)
  })

  test("an empty passphrase is not accepted in the first place", async () => {
    await expect(protectPrivateKey(privateKey, "", "kunci-1")).rejects.toThrow(RangeError)
  })
})

describe("the server's secrets under SECRET", () => {
  const OLD = "rahasia-lama-yang-cukup-panjang-0001"
  const NEW = "rahasia-baru-yang-cukup-panjang-0002"
  const KEY = Buffer.from("kunci otoritas")

  test("open with the secret that sealed them, for the same purpose only", () => {
    const sealed = sealWithSecret(KEY, [OLD], "authority key 1")
    const { plaintext, stale } = openWithSecrets(sealed, [OLD], "authority key 1")
    expect(Buffer.from(plaintext).equals(KEY)).toBe(true)
    expect(stale).toBe(false)
    expect(() => openWithSecrets(sealed, [OLD], "authority key 2")).toThrow(SecretUnavailable)
    expect(() => openWithSecrets(sealed.replace("key 1", "key 2"), [OLD], "authority key 2")).toThrow(/altered/)
  })

  test("survive a rotation: new first, old behind, then sealed again", () => {
    const before = sealWithSecret(KEY, [OLD], "authority key")
    expect(() => openWithSecrets(before, [NEW], "authority key")).toThrow(/another secret/)
    const opened = openWithSecrets(before, [NEW, OLD], "authority key")
    expect(opened.stale).toBe(true)
    const after = sealWithSecret(opened.plaintext, [NEW, OLD], "authority key")
    expect(JSON.parse(after).secretVersion).toBe(secretVersion(NEW))
    expect(openWithSecrets(after, [NEW], "authority key").stale).toBe(false)
  })

  test("name the version without telling the secret, and are different each time", () => {
    const sealed = sealWithSecret(KEY, [OLD], "authority key")
    expect(sealed).not.toContain(OLD)
    expect(JSON.parse(sealed).secretVersion).toMatch(/^[0-9a-f]{16}$/)
    expect(sealWithSecret(KEY, [OLD], "authority key")).not.toBe(sealed)
  })

  test("are refused when altered, malformed, or with a secret that is too short", () => {
    const parsed = JSON.parse(sealWithSecret(KEY, [OLD], "authority key"))
    const flipped = Buffer.from(parsed.data, "base64")
    flipped[0]! ^= 1
    const open = (text: string) => () => openWithSecrets(text, [OLD], "authority key")
    expect(open(JSON.stringify({ ...parsed, data: flipped.toString("base64") }))).toThrow(/altered/)
    expect(open(JSON.stringify({ ...parsed, tag: parsed.tag.slice(0, 8) }))).toThrow(/altered/)
    for (const text of ["", "null", "[]", "{}"]) expect(open(text)).toThrow(/malformed/)
    expect(() => sealWithSecret(KEY, ["pendek"], "authority key")).toThrow(RangeError)
  })
})
