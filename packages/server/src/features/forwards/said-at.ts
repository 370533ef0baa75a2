const formats = new Map<string, Intl.DateTimeFormat>()
const MOST_KEPT = 200

/** An instant (RFC 3339) as a reader of a language is told it: date and time in a zone, which it names. Unknown zones are UTC. */
export function saidAt(at: string, zone: string, language: string): string {
  return formatOf(language, zone).format(Date.parse(at))
}

function formatOf(language: string, zone: string): Intl.DateTimeFormat {
  const name = `${language} ${zone}`
  const known = formats.get(name)
  if (known !== undefined) return known
  if (formats.size >= MOST_KEPT) formats.clear()
  const made = make(language, zone) ?? make('en', 'UTC') ?? new Intl.DateTimeFormat('en')
  formats.set(name, made)
  return made
}

function make(language: string, timeZone: string): Intl.DateTimeFormat | undefined {
  try {
    return new Intl.DateTimeFormat(language, {
      ...{ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
      ...{ hour: 'numeric', minute: '2-digit', timeZoneName: 'short' },
      timeZone,
    })
  } catch {
    return undefined
  }
}
