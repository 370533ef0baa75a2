/** RFC 4648 §6 in small letters: a mail program may change the case of an address. */
const LETTERS = 'abcdefghijklmnopqrstuvwxyz234567'

/** Without padding. */
export function base32(bytes: Uint8Array): string {
  let text = ''
  let bits = 0
  let value = 0
  for (const byte of bytes) {
    value = ((value << 8) | byte) & 0xffff
    bits += 8
    for (; bits >= 5; bits -= 5) text += LETTERS.charAt((value >>> (bits - 5)) & 31)
  }
  return bits > 0 ? text + LETTERS.charAt((value << (5 - bits)) & 31) : text
}

/** Undefined for what base32 does not write. */
export function fromBase32(text: string): Buffer | undefined {
  const bytes: number[] = []
  let bits = 0
  let value = 0
  for (const letter of text) {
    const five = LETTERS.indexOf(letter)
    if (five < 0) return undefined
    value = ((value << 5) | five) & 0xffff
    bits += 5
    if (bits >= 8) {
      bits -= 8
      bytes.push((value >>> bits) & 0xff)
    }
  }
  const decoded = Buffer.from(bytes)
  return base32(decoded) === text ? decoded : undefined
}
