const browsers = [
  ["Edg/", "Edge"],
  ["OPR/", "Opera"],
  ["SamsungBrowser/", "Samsung Internet"],
  ["UCBrowser/", "UC Browser"],
  ["Firefox/", "Firefox"],
  ["Chrome/", "Chrome"],
  ["Safari/", "Safari"],
] as const
const systems = [
  ["Android", "Android"],
  ["iPhone", "iOS"],
  ["iPad", "iPadOS"],
  ["Windows", "Windows"],
  ["Mac OS X", "macOS"],
  ["CrOS", "ChromeOS"],
  ["Linux", "Linux"],
] as const

/** Browser and system in words ("Chrome, Android"), so that a person recognises a session; versions are not kept. */
export function deviceOf(request: Request): string {
  const agent = request.headers.get("User-Agent") ?? ""
  const names = [browsers, systems].map((list) => list.find(([mark]) => agent.includes(mark))?.[1])
  return names.filter(Boolean).join(", ")
}
