/** A path of this portal to go on to after signing in, or null where the value is anything else (open redirects). */
export function internalPath(value: string | null): string | null {
  if (!value?.startsWith("/") || value.length > 2000) return null
  // A browser reads "//host" and "/\host" as another origin, and strips tabs and line breaks before it looks.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: exactly those are refused
  if (/^\/[/\\]|[\u0000-\u001f\\]/.test(value)) return null
  return value
}
