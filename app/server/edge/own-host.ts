/** Makes the test whether a Host header names the portal of `origin`, with or without its port where that is the usual one. */
export function isOwnHost(origin: string): (name: string | undefined) => boolean {
  const { host, port, protocol } = new URL(origin)
  const spelled = port === "" ? `${host}:${protocol === "https:" ? 443 : 80}` : host
  return (name) => {
    if (name === host) return true
    const lower = name?.toLowerCase()
    return lower === host || lower === spelled
  }
}
