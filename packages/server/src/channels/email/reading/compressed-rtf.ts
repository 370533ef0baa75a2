/** With what the window begins (MS-OXRTFCP 2.1.2.1): words that most documents have. */
const BEGINNING = Buffer.from(
  '{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \\fdecor ' +
    'MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx',
  'latin1',
)
const WINDOW = 4096
const HEAD = 16
const COMPRESSED = 0x75465a4c
const UNCOMPRESSED = 0x414c454d
/** Of a document: more than anybody writes. */
const MOST_BYTES = 4_000_000

/**
 * A document of Outlook (RTF) out of its compressed form (MS-OXRTFCP); one that is cut off or too long as far as it goes.
 * Undefined where it is no such thing. Costs time in proportion to what comes out, of which there are 4 MB at most.
 */
export function unpackRtf(packed: Buffer): Buffer | undefined {
  if (packed.length < HEAD) return undefined
  const kind = packed.readUInt32LE(8)
  const size = Math.min(packed.readUInt32LE(4), MOST_BYTES)
  if (kind === UNCOMPRESSED) return packed.subarray(HEAD, HEAD + size)
  return kind === COMPRESSED ? unpack(packed.subarray(HEAD), size) : undefined
}

function unpack(packed: Buffer, size: number): Buffer {
  const window = Buffer.alloc(WINDOW, ' ')
  BEGINNING.copy(window)
  // What a few bytes claim to become is believed no further than they can: seventeen from two.
  const out = Buffer.alloc(Math.min(size, packed.length * 9))
  let [at, end, next] = [0, 0, BEGINNING.length]
  const put = (byte: number): void => {
    out[end] = byte
    end += 1
    window[next] = byte
    next = (next + 1) % WINDOW
  }
  while (at < packed.length && end < out.length) {
    const control = packed[at] ?? 0
    at += 1
    for (let bit = 0; bit < 8 && at < packed.length && end < out.length; bit++) {
      if ((control & (1 << bit)) === 0) {
        put(packed[at] ?? 0)
        at += 1
        continue
      }
      if (at + 2 > packed.length) return out.subarray(0, end)
      const reference = packed.readUInt16BE(at)
      at += 2
      const from = reference >> 4
      // A reference to where the next byte will stand ends the document.
      if (from === next) return out.subarray(0, end)
      for (let each = 0; each < (reference & 15) + 2 && end < out.length; each++)
        put(window[(from + each) % WINDOW] ?? 0)
    }
  }
  return out.subarray(0, end)
}
