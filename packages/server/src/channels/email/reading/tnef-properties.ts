/** What is asked of a message and of a file in it, by their numbers (MS-OXPROPS). */
const IDS = {
  body: 0x1000,
  html: 0x1013,
  rtf: 0x1009,
  'html-code-page': 0x3fde,
  data: 0x3701,
  name: 0x3704,
  'long-name': 0x3707,
  type: 0x370e,
  'content-id': 0x3712,
} as const

type Name = keyof typeof IDS

const LONG = 0x0003
const OBJECT = 0x000d
const TEXT = 0x001e
const UNICODE = 0x001f
const BINARY = 0x0102
const SEVERAL = 0x1000
/** Bytes of a value, by its type; those of another length say it themselves. Each is filled up to four. */
const SIZES: Readonly<Record<number, number>> = {
  0: 0,
  1: 0,
  2: 2,
  [LONG]: 4,
  4: 4,
  5: 8,
  6: 8,
  7: 8,
  10: 4,
  11: 2,
  20: 8,
  64: 8,
  72: 16,
}
/** Numbers from here on are named: a GUID, then a number or a text. */
const FIRST_NAMED = 0x8000
const GUID = 16
const MOST_PROPERTIES = 10_000

interface Property {
  readonly type: number
  readonly value: Buffer
}

/** Properties of a message or of a file, by name; absent ones are undefined. */
export interface MapiProperties {
  text(name: Name, charset: string): string | undefined
  number(name: Name): number | undefined
  bytes(name: Name): Buffer | undefined
  /** The message that a file is, where it is one: in this format again. */
  message(): Buffer | undefined
}

/** Reads a list of properties. Throws a RangeError where it is cut off, or of a type whose length nobody knows. */
export function readProperties(data: Buffer): MapiProperties {
  const found = new Map<number, Property>()
  const count = data.readUInt32LE(0)
  if (count > MOST_PROPERTIES) throw new RangeError('too many properties')
  let at = 4
  for (let each = 0; each < count; each++) {
    const type = data.readUInt16LE(at)
    const id = data.readUInt16LE(at + 2)
    at += 4
    if (id >= FIRST_NAMED) at = behindName(data, at)
    const isVariable = [OBJECT, TEXT, UNICODE, BINARY].includes(type & ~SEVERAL)
    const values = isVariable || (type & SEVERAL) !== 0 ? data.readUInt32LE(at) : 1
    if (isVariable || (type & SEVERAL) !== 0) at += 4
    for (let place = 0; place < values; place++) {
      const size = isVariable ? data.readUInt32LE(at) : SIZES[type & ~SEVERAL]
      if (size === undefined) throw new RangeError(`a property of type ${type}`)
      if (isVariable) at += 4
      if (at + size > data.length) throw new RangeError('cut off')
      if (place === 0) found.set(id, { type: type & ~SEVERAL, value: data.subarray(at, at + size) })
      at += padded(size)
      // A count is only a number: what stands nowhere is not counted to.
      if (size === 0 && !isVariable) break
    }
  }
  const of = (name: Name): Property | undefined => found.get(IDS[name])
  return {
    text(name, charset) {
      const property = of(name)
      if (property === undefined || ![TEXT, UNICODE, BINARY].includes(property.type)) return undefined
      const text = new TextDecoder(property.type === UNICODE ? 'utf-16le' : charset).decode(property.value)
      const end = text.indexOf('\0')
      return end < 0 ? text : text.slice(0, end)
    },
    number(name) {
      const property = of(name)
      return property?.type === LONG ? property.value.readUInt32LE(0) : undefined
    },
    bytes(name) {
      const property = of(name)
      return property?.type === BINARY ? property.value : undefined
    },
    message() {
      const property = of('data')
      // Before it stands what kind of object it is.
      return property?.type === OBJECT && property.value.length > GUID ? property.value.subarray(GUID) : undefined
    },
  }
}

function behindName(data: Buffer, at: number): number {
  const isText = data.readUInt32LE(at + GUID) === 1
  if (!isText) return at + GUID + 8
  return at + GUID + 8 + padded(data.readUInt32LE(at + GUID + 4))
}

function padded(size: number): number {
  return Math.ceil(size / 4) * 4
}
