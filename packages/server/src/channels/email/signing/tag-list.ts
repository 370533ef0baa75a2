/**
 * The tags of a record `name=value; name=value` (RFC 6376 §3.2) in their order; undefined where it is not of that form, or
 * names one twice.
 */
export function readTags(record: string): ReadonlyMap<string, string> | undefined {
  const tags = new Map<string, string>()
  const parts = record.split(';')
  // Behind the last semicolon nothing need stand.
  if (parts.at(-1)?.trim() === '') parts.pop()
  for (const part of parts) {
    const at = part.indexOf('=')
    const name = part.slice(0, Math.max(at, 0)).trim()
    if (!/^[A-Za-z][A-Za-z0-9_]*$/u.test(name) || tags.has(name)) return undefined
    tags.set(name, part.slice(at + 1).trim())
  }
  return tags
}
