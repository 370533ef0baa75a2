import { codePage } from './code-page.ts'
import { unpackRtf } from './compressed-rtf.ts'
import { rtfToText } from './rtf-to-text.ts'
import { type MapiProperties, readProperties } from './tnef-properties.ts'

/** What Outlook and Exchange put into `winmail.dat` (MS-OXTNEF): a message with its files, in a format of their own. */
export interface Tnef {
  /** Null where the message has none. Out of its RTF, where it says something in that alone. */
  readonly text: string | null
  readonly html: string | null
  readonly files: readonly TnefFile[]
}

export interface TnefFile {
  readonly name: string
  /** What the sender calls its content; null where nothing is said. */
  readonly type: string | null
  readonly contentId: string | null
  readonly bytes: Uint8Array<ArrayBuffer>
}

const SIGNATURE = 0x223e9f78
/** Messages in messages; each lies within the one before, so that all of them together cost its size at most so often. */
const MOST_DEPTH = 4
/** More attributes than a message with hundreds of files has. */
const MOST_ATTRIBUTES = 10_000
const MOST_FILES = 200
/** Level, id and length before each attribute; its checksum behind it. */
const HEAD = 9
const CHECKSUM = 2

const BODY = 0x0002800c
const CODE_PAGE = 0x00069007
const MESSAGE_PROPERTIES = 0x00069003
const NEXT_FILE = 0x00069002
const FILE_NAME = 0x00018010
const FILE_BYTES = 0x0006800f
const FILE_PROPERTIES = 0x00069005

/** A file as it is put together attribute by attribute. */
interface FileParts {
  name?: string
  bytes?: Buffer
  properties?: MapiProperties
}

/**
 * Reads such a part. Undefined where it is none of this kind, is cut off or says of itself what cannot be: the part is then kept as it
 * is. Costs time in proportion to the size, whatever the bytes say.
 */
export function readTnef(bytes: Uint8Array, depth = 0): Tnef | undefined {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (data.length < 6 || data.readUInt32LE(0) !== SIGNATURE) return undefined
  try {
    return read(data, depth)
  } catch (error) {
    // Every read beyond the end throws this, and no other error is foreseen.
    if (error instanceof RangeError) return undefined
    throw error
  }
}

function read(data: Buffer, depth: number): Tnef {
  let charset = 'windows-1252'
  let plain: Buffer | undefined
  let properties: MapiProperties | undefined
  const files: FileParts[] = []
  const file = (): FileParts => {
    const last = files.at(-1)
    if (last !== undefined) return last
    const first: FileParts = {}
    files.push(first)
    return first
  }
  for (const { id, value } of attributes(data)) {
    if (id === CODE_PAGE && value.length >= 4) charset = codePage(value.readUInt32LE(0)) ?? charset
    else if (id === BODY) plain = value
    else if (id === MESSAGE_PROPERTIES) properties = readProperties(value)
    else if (id === NEXT_FILE) {
      if (files.length === MOST_FILES) throw new RangeError('too many files')
      files.push({})
    } else if (id === FILE_NAME) file().name = decode(value, charset)
    else if (id === FILE_BYTES) file().bytes = value
    else if (id === FILE_PROPERTIES) file().properties = readProperties(value)
  }
  const htmlCharset = codePage(properties?.number('html-code-page') ?? 0) ?? charset
  const html = properties?.text('html', htmlCharset) ?? null
  const text = properties?.text('body', charset) ?? (plain === undefined ? null : decode(plain, charset))
  return {
    text: text ?? (html === null ? textOfRtf(properties?.bytes('rtf')) : null),
    html,
    files: files.flatMap((each, index) => filesOf(each, { charset, depth, place: index + 1 })),
  }
}

function textOfRtf(packed: Buffer | undefined): string | null {
  const document = packed && unpackRtf(packed)
  const text = document && rtfToText(document)
  return text === undefined || text === '' ? null : text
}

function* attributes(data: Buffer): Generator<{ readonly id: number; readonly value: Buffer }> {
  let at = 6
  for (let count = 0; at < data.length; count++) {
    if (count === MOST_ATTRIBUTES) throw new RangeError('too many attributes')
    const id = data.readUInt32LE(at + 1)
    const end = at + HEAD + data.readUInt32LE(at + 5)
    if (end + CHECKSUM > data.length) throw new RangeError('cut off')
    yield { id, value: data.subarray(at + HEAD, end) }
    at = end + CHECKSUM
  }
}

interface Place {
  readonly charset: string
  readonly depth: number
  readonly place: number
}

function filesOf({ name, bytes, properties }: FileParts, { charset, depth, place }: Place): TnefFile[] {
  const given = properties?.text('long-name', charset) ?? name ?? properties?.text('name', charset) ?? ''
  const type = properties?.text('type', charset)?.toLowerCase() ?? null
  const message = properties?.message()
  const inner = message === undefined || depth === MOST_DEPTH ? undefined : readTnef(message, depth + 1)
  if (inner !== undefined) return filesOfMessage(inner, given === '' ? `message ${place}` : given)
  const content = bytes ?? properties?.bytes('data') ?? message
  if (content === undefined) return []
  const contentId = properties?.text('content-id', charset)?.replace(/^<|>$/gu, '') ?? null
  // A copy, so that what is kept does not hold the whole part.
  return [{ name: given, type, contentId, bytes: new Uint8Array(content) }]
}

/** A message in the message: what it says as a file, and its files beside it. */
function filesOfMessage({ text, html, files }: Tnef, name: string): TnefFile[] {
  const said = text ?? html
  if (said === null) return [...files]
  const [type, ending] = text === null ? ['text/html', 'html'] : ['text/plain', 'txt']
  const bytes = new Uint8Array(Buffer.from(said))
  return [{ name: `${name}.${ending}`, type, contentId: null, bytes }, ...files]
}

/** Texts end at their first NUL. */
function decode(value: Buffer, charset: string): string {
  const text = new TextDecoder(charset).decode(value)
  const end = text.indexOf('\0')
  return end < 0 ? text : text.slice(0, end)
}
