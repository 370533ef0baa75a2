const DAY = '(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)'
const MONTH = '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)'

/** `From ada@home.example Mon Jan  5 10:00:00 2026`, with a zone before or behind the year where there is one (RFC 4155). */
const SEPARATOR = new RegExp(
  `^From .*?${DAY},?\\s+${MONTH}\\s+(?<day>\\d{1,2})\\s+(?<time>\\d{1,2}:\\d{2}(?::\\d{2})?)(?<between>(?:\\s+\\S+)*?)\\s+(?<year>\\d{4})(?<behind>(?:\\s+[-+A-Za-z0-9]+)*)\\s*$`,
  'u',
)
const FIELD = /^[!-9;-~]+[ \t]*:/u
const OFFSET = /[-+]\d{4}/u

/** Is it a line that begins a mail, with its date? */
export function isSeparatorLine(line: string): boolean {
  return SEPARATOR.test(line)
}

/** Is it a field of a header? */
export function looksLikeField(line: string): boolean {
  return FIELD.test(line)
}

/** When the mail was delivered, UTC ms, as the line that begins it says; it is read as UTC where it names no zone. */
export function deliveredAt(separator: string): number | undefined {
  const found = SEPARATOR.exec(separator)?.groups
  if (found === undefined) return undefined
  const month = new RegExp(`\\b${MONTH}\\s+\\d{1,2}\\s`, 'u').exec(separator)?.[0].slice(0, 3)
  const zone = OFFSET.exec(`${found['between']} ${found['behind']}`)?.[0] ?? '+0000'
  const at = Date.parse(`${found['day']} ${month} ${found['year']} ${found['time']} ${zone}`)
  return Number.isNaN(at) ? undefined : at
}

/** The sender of the envelope that the line names; undefined where it names none. */
export function senderOf(separator: string): string | undefined {
  const named = /^From (\S+)/u.exec(separator)?.[1] ?? ''
  return /^[^@\s]+@[^@\s]+\.[^@\s]+$/u.test(named) ? named : undefined
}
