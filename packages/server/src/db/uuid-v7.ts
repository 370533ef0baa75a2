import { randomBytes } from 'node:crypto'

/**
 * A UUID of version 7 (RFC 9562, 5.7) for an instant in UTC ms: 48 bits of it, 74 bits of chance. Node has one of its own,
 * but only its newest releases, and it reads the machine's clock; ours follows the database's.
 */
export function uuidV7(instant: number): string {
  const bytes = randomBytes(16)
  bytes.writeUIntBE(instant, 0, 6)
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x70, 6)
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8)
  const hex = bytes.toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** Whether a text is a UUID in lower case with hyphens, and nothing else. */
export function isUuid(text: string): boolean {
  return UUID.test(text)
}
