/** The fields of an event in a line's bytes, each with a code below a space, so that no code occurs inside a string. */
export const FIELD = {
  ticket: 0x01,
  at: 0x02,
  recorded: 0x03,
  seq: 0x04,
  id: 0x05,
  key: 0x06,
  facts: 0x07,
  by: 0x08,
  type: 0x0e,
  v: 0x0f,
  to: 0x10,
  team: 0x11,
  reason: 0x12,
  third_party: 0x13,
  for: 0x14,
  into: 0x15,
  from: 0x16,
  automatic: 0x17,
  undo: 0x18,
  tells: 0x19,
  withdraws: 0x1a,
  message: 0x1c,
  /** A field that no format knows. */
  unknown: 0x1b,
} as const

const NAMES: readonly Uint8Array[] = Object.entries(FIELD).reduce((names: Uint8Array[], [name, code]) => {
  names[code] = Uint8Array.from(name, (letter) => letter.charCodeAt(0))
  return names
}, [])

/** By length, first and last letter, which no two names share: the one name that it could be. */
const CANDIDATES = new Uint8Array(16 * 1024)
for (const [name, code] of Object.entries(FIELD)) {
  if (code !== FIELD.unknown)
    CANDIDATES[place(name.length, name.charCodeAt(0), name.charCodeAt(name.length - 1))] = code
}

function place(length: number, first: number, last: number): number {
  return (length & 15) * 1024 + (first & 31) * 32 + (last & 31)
}

/** The code of the field named by `bytes[start, end)`. */
export function fieldNamed(bytes: Uint8Array, start: number, end: number): number {
  if (end === start) return FIELD.unknown
  const code = CANDIDATES[place(end - start, bytes[start] as number, bytes[end - 1] as number)] as number
  const name = NAMES[code]
  if (name === undefined || name.length !== end - start) return FIELD.unknown
  for (let index = 0; index < name.length; index++) if (bytes[start + index] !== name[index]) return FIELD.unknown
  return code
}
