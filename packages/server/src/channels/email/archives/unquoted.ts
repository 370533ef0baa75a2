/**
 * What stands for a body's line that begins with `From `: `each` line of `>`s and `From ` was given one more `>` (mboxrd);
 * `once`: only `From ` itself was, so that `>>From ` was written so (mboxo); `none` was changed.
 */
export type Quoting = 'each' | 'once' | 'none'

const QUOTED = Buffer.from('>From ')
const MARK = 62
const NEWLINE = 10

/** A mail without the marks that its mbox gave to lines of its body. */
export function unquoted(mail: Buffer<ArrayBuffer>, quoting: Quoting): Buffer<ArrayBuffer> {
  if (quoting === 'none') return mail
  const parts: Buffer<ArrayBuffer>[] = []
  let copied = 0
  for (let at = mail.indexOf(QUOTED); at >= 0; at = mail.indexOf(QUOTED, at + 1)) {
    let first = at
    while (first > copied && mail[first - 1] === MARK) first -= 1
    if (first === 0 || mail[first - 1] !== NEWLINE || (quoting === 'once' && first < at)) continue
    parts.push(mail.subarray(copied, first))
    copied = first + 1
  }
  return parts.length === 0 ? mail : Buffer.concat([...parts, mail.subarray(copied)])
}
