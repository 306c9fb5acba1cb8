/** The few request headers that the edge decides on, found in one pass over what node parsed. */
export type RequestHead = {
  host: string | undefined
  cookie: string | undefined
  authorization: boolean
  acceptEncoding: string | undefined
  ifNoneMatch: string | undefined
}

/** Reads node's `rawHeaders` (names and values in turn) without building the full header object. */
export function readHead(raw: readonly string[]): RequestHead {
  const head: RequestHead = {
    host: undefined,
    cookie: undefined,
    authorization: false,
    acceptEncoding: undefined,
    ifNoneMatch: undefined,
  }
  for (let i = 0; i < raw.length; i += 2) {
    const name = raw[i]!
    switch (name.length) {
      case 4:
        if (name.toLowerCase() === "host") head.host ??= raw[i + 1]
        break
      case 6:
        if (name.toLowerCase() === "cookie")
          head.cookie = head.cookie === undefined ? raw[i + 1] : `${head.cookie}; ${raw[i + 1]}`
        break
      case 13: {
        const lower = name.toLowerCase()
        if (lower === "if-none-match")
          head.ifNoneMatch = head.ifNoneMatch === undefined ? raw[i + 1] : `${head.ifNoneMatch}, ${raw[i + 1]}`
        else if (lower === "authorization") head.authorization = true
        break
      }
      case 15:
        if (name.toLowerCase() === "accept-encoding")
          head.acceptEncoding = head.acceptEncoding === undefined ? raw[i + 1] : `${head.acceptEncoding}, ${raw[i + 1]}`
        break
    }
  }
  return head
}

/** Whether the request may be about a person: it carries one of the portal's own cookies, or credentials. */
export const isPersonal = (head: RequestHead): boolean =>
  head.authorization || (head.cookie?.includes("simpul_") ?? false)
