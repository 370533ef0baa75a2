import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto'
import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { dirname } from 'node:path'

/** What a key is for: keys of different purposes have nothing in common. */
export type Purpose =
  | 'mail-token'
  | 'staff-answer'
  | 'forward-answer'
  | 'session'
  | 'stored-password'
  | 'signing-key'
  | 'automatic-mail'
  | 'message-id'
  | 'kept-answer'
  | 'opinion'

/** The installation's keys. The first is used; all are read, so that one can be replaced. */
export interface Keys {
  /** HMAC-SHA256 of `data` under the newest key for this purpose, 32 bytes. */
  mark(purpose: Purpose, data: string): Buffer
  /** Is `mark`, or its beginning of at least 10 bytes, that of `data` under any key? In constant time. */
  isMark(purpose: Purpose, data: string, mark: Buffer): boolean
  /** A text derived from the newest key, for a library that wants a secret of its own. */
  secretFor(purpose: Purpose): string
  /** AES-256-GCM. `about` names what it belongs to: a sealed text cannot be moved elsewhere. */
  seal(purpose: Purpose, about: string, text: string): string
  /** Undefined where no key opens it. */
  unseal(purpose: Purpose, about: string, sealed: string): string | undefined
}

const LINE = /^[0-9a-f]{64}$/
const SHORTEST_MARK = 10

/**
 * Opens the file of keys (AVOW_SECRET_FILE): a key of 64 hexadecimal digits a line, the newest first. Made with one random
 * key, readable by its owner alone, where there is none. Throws where a line is none, or others may read it.
 */
export function openKeys(file: string): Keys {
  if (!existsSync(file)) write(file, `${randomBytes(32).toString('hex')}\n`)
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  if (lines.length === 0 || lines.some((line) => !LINE.test(line)))
    throw new Error(
      `${file} is not a file of keys: it must hold 64 hexadecimal digits a line. Restore it from a backup.`,
    )
  const masters = lines.map((line) => Buffer.from(line, 'hex'))
  const derived = new Map<Purpose, readonly KeyObject[]>()
  const keysFor = (purpose: Purpose): readonly KeyObject[] => {
    const known = derived.get(purpose)
    if (known !== undefined) return known
    const keys = masters.map((master) =>
      createSecretKey(Buffer.from(hkdfSync('sha256', master, '', `avow ${purpose}`, 32))),
    )
    derived.set(purpose, keys)
    return keys
  }
  const newest = (purpose: Purpose): KeyObject => {
    const [key] = keysFor(purpose)
    if (key === undefined) throw new Error(`${file} holds no key`)
    return key
  }
  return {
    mark: (purpose, data) => createHmac('sha256', newest(purpose)).update(data).digest(),
    isMark: (purpose, data, mark) =>
      mark.length >= SHORTEST_MARK &&
      mark.length <= 32 &&
      keysFor(purpose).some((key) =>
        timingSafeEqual(createHmac('sha256', key).update(data).digest().subarray(0, mark.length), mark),
      ),
    secretFor: (purpose) => newest(purpose).export().toString('hex'),
    seal(purpose, about, text) {
      const iv = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', newest(purpose), iv).setAAD(Buffer.from(about))
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64url')
    },
    unseal(purpose, about, sealed) {
      const bytes = Buffer.from(sealed, 'base64url')
      if (bytes.length < 28) return undefined
      for (const key of keysFor(purpose)) {
        try {
          const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12))
            .setAAD(Buffer.from(about))
            .setAuthTag(bytes.subarray(12, 28))
          return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8')
        } catch {
          // Sealed by another key, or not by us: the next one is tried.
        }
      }
      return undefined
    },
  }
}

/** Makes the file whole or not at all; of two servers that make it at once, both use that of the first. */
function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  const making = `${file}.${randomBytes(8).toString('hex')}`
  try {
    const handle = openSync(making, 'wx', 0o600)
    try {
      chmodSync(making, 0o600)
      writeSync(handle, text)
      fsyncSync(handle)
    } finally {
      closeSync(handle)
    }
    linkSync(making, file)
  } catch (error) {
    if (!existsSync(file)) throw error
  } finally {
    rmSync(making, { force: true })
  }
}
