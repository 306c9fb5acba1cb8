import { BlockList, isIP } from "node:net"

type Family = "ipv4" | "ipv6"
const familyOf = (address: string): Family | null => {
  const version = isIP(address)
  return version === 0 ? null : version === 4 ? "ipv4" : "ipv6"
}

/** `::ffff:1.2.3.4` is how a dual-stack socket spells an IPv4 address. */
const plain = (address: string): string => address.replace(/^::ffff:(?=\d+\.)/i, "")

/**
 * Makes the function that tells a request's client address: the socket's, or, where that is a trusted proxy, the
 * nearest address in X-Forwarded-For that is none. Throws on a network that is neither an address nor a CIDR.
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
  return (socket, forwarded) => {
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
}
