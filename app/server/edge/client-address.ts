import { BlockList, isIP } from "node:net"

type Family = "ipv4" | "ipv6"
const familyOf = (address: string): Family | null => {
  const version = isIP(address)
  return version === 0 ? null : version === 4 ? "ipv4" : "ipv6"
}

/** `::ffff:1.2.3.4` is how a dual-stack socket spells an IPv4 address. */
const plain = (address: string): string => address.replace(/^::ffff:(?=\d+\.)/i, "")

/**
 * An address as limits count it: IPv4 as it is, IPv6 by its network of 64 bits, which is what one household or one
 * server is given; within it a visitor takes a new address whenever he likes.
 */
export function countedAddress(address: string): string {
  if (isIP(address) !== 6) return address
  const [head = "", tail] = address.replace(/%.*$/, "").toLowerCase().split("::")
  const groups = (part: string) =>
    part.split(":").flatMap((group) => (group === "" ? [] : group.includes(".") ? ["0", "0"] : [group]))
  const first = groups(head)
  const last = tail === undefined ? [] : groups(tail)
  const zeros = tail === undefined ? [] : Array<string>(8 - first.length - last.length).fill("0")
  const network = [...first, ...zeros, ...last].slice(0, 4).map((group) => group.replace(/^0+(?=.)/, ""))
  return `${network.join(":")}::/64`
}

/**
 * Makes the function that tells a request's client address as limits count it (`countedAddress`): the socket's, or,
 * where that is a trusted proxy, the nearest address in X-Forwarded-For that is none. Throws on a network that is
 * neither an address nor a CIDR.
 */
export function clientAddressReader(
  trusted: readonly string[],
): (socket: string, forwarded: string | undefined) => string {
  const proxies = new BlockList()
  for (const network of trusted) {
    const [address = "", prefix] = network.split("/")
    const family = familyOf(address)
    const bits = Number(prefix)
    if (
      family === null ||
      (prefix !== undefined && !(Number.isInteger(bits) && bits >= 0 && bits <= (family === "ipv4" ? 32 : 128)))
    )
      throw new RangeError(`TRUSTED_PROXIES: "${network}" is neither an address nor a CIDR network.`)
    if (prefix === undefined) proxies.addAddress(address, family)
    else proxies.addSubnet(address, bits, family)
  }
  const isProxy = (address: string): boolean => {
    const family = familyOf(address)
    return family !== null && proxies.check(address, family)
  }
  const nearestOf = (socket: string, forwarded: string | undefined): string => {
    let nearest = plain(socket)
    if (trusted.length === 0 || !isProxy(nearest) || forwarded === undefined) return nearest
    for (const hop of forwarded.split(",").reverse()) {
      const address = plain(hop.trim())
      if (familyOf(address) === null) return nearest
      nearest = address
      if (!isProxy(address)) return nearest
    }
    return nearest
  }
  return (socket, forwarded) => countedAddress(nearestOf(socket, forwarded))
}
