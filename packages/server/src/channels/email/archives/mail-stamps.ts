/** What a mail's header says of how it came: told by the machine that took it in, never by its author. */
export interface MailStamps {
  /** When the last server took it in, UTC ms. */
  readonly received: number | undefined
  /** The sender of its envelope, empty for the null return path; undefined where nobody noted it. */
  readonly returnPath: string | undefined
  /** The address that it says it is from, as far as that is easily seen. */
  readonly from: string | undefined
}

/** Longer headers are looked at no further. */
const LONGEST = 256 * 1024
const OLDEST = Date.UTC(1975, 0)

/** Reads the stamps of a mail's header: the first Received that dates it, the first Return-Path, From. */
export function mailStamps(mail: Buffer): MailStamps {
  const text = mail.toString('latin1', 0, LONGEST)
  const end = /\r?\n\r?\n/u.exec(text)?.index ?? text.length
  const fields = text
    .slice(0, end)
    .replace(/\r?\n[ \t]+/gu, ' ')
    .split(/\r?\n/u)
  const valuesOf = (name: string): readonly string[] =>
    fields.flatMap((field) =>
      field.slice(0, name.length + 1).toLowerCase() === `${name}:` ? [field.slice(name.length + 1).trim()] : [],
    )
  const [returnPath] = valuesOf('return-path')
  const from = valuesOf('from')[0] ?? ''
  return {
    received: valuesOf('received').slice(0, 1).map(dateOf)[0],
    returnPath: returnPath?.replace(/^<|>$/gu, '').trim(),
    from: /<([^<>\s]+@[^<>\s]+)>\s*$/u.exec(from)?.[1] ?? /^([^<>\s"(),;]+@[^<>\s"(),;]+)/u.exec(from)?.[1],
  }
}

/** What stands behind the last semicolon of a Received (RFC 5321 §4.4), without comments. */
function dateOf(received: string): number | undefined {
  const stamp = received.slice(received.lastIndexOf(';') + 1).replace(/\([^()]*\)/gu, ' ')
  const at = received.includes(';') ? Date.parse(stamp.trim()) : Number.NaN
  return at >= OLDEST ? at : undefined
}
