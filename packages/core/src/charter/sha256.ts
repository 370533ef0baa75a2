import { canonicalJson } from './canonical.ts'

/** SHA-256 (FIPS 180-4) of the canonical JSON of plain data, as 64 lower-case hexadecimal digits. */
export function hashOf(data: unknown): string {
  return sha256(utf8(canonicalJson(data)))
}

/** The UTF-8 bytes of a text without lone surrogates. */
export function utf8(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 3)
  let length = 0
  const put = (...more: number[]): void => {
    for (const byte of more) bytes[length++] = byte
  }
  const tail = (code: number, shift: number): number => 0x80 | ((code >> shift) & 0x3f)
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    if (code < 0x80) put(code)
    else if (code < 0x800) put(0xc0 | (code >> 6), tail(code, 0))
    else if (code < 0x10000) put(0xe0 | (code >> 12), tail(code, 6), tail(code, 0))
    else put(0xf0 | (code >> 18), tail(code, 12), tail(code, 6), tail(code, 0))
  }
  return bytes.subarray(0, length)
}

const ROUNDS = 64
const BLOCK = 64

const START = Int32Array.of(
  0x6a09e667,
  0xbb67ae85,
  0x3c6ef372,
  0xa54ff53a,
  0x510e527f,
  0x9b05688c,
  0x1f83d9ab,
  0x5be0cd19,
)

const K = Int32Array.of(
  0x428a2f98,
  0x71374491,
  0xb5c0fbcf,
  0xe9b5dba5,
  0x3956c25b,
  0x59f111f1,
  0x923f82a4,
  0xab1c5ed5,
  0xd807aa98,
  0x12835b01,
  0x243185be,
  0x550c7dc3,
  0x72be5d74,
  0x80deb1fe,
  0x9bdc06a7,
  0xc19bf174,
  0xe49b69c1,
  0xefbe4786,
  0x0fc19dc6,
  0x240ca1cc,
  0x2de92c6f,
  0x4a7484aa,
  0x5cb0a9dc,
  0x76f988da,
  0x983e5152,
  0xa831c66d,
  0xb00327c8,
  0xbf597fc7,
  0xc6e00bf3,
  0xd5a79147,
  0x06ca6351,
  0x14292967,
  0x27b70a85,
  0x2e1b2138,
  0x4d2c6dfc,
  0x53380d13,
  0x650a7354,
  0x766a0abb,
  0x81c2c92e,
  0x92722c85,
  0xa2bfe8a1,
  0xa81a664b,
  0xc24b8b70,
  0xc76c51a3,
  0xd192e819,
  0xd6990624,
  0xf40e3585,
  0x106aa070,
  0x19a4c116,
  0x1e376c08,
  0x2748774c,
  0x34b0bcb5,
  0x391c0cb3,
  0x4ed8aa4a,
  0x5b9cca4f,
  0x682e6ff3,
  0x748f82ee,
  0x78a5636f,
  0x84c87814,
  0x8cc70208,
  0x90befffa,
  0xa4506ceb,
  0xbef9a3f7,
  0xc67178f2,
)

/** SHA-256 of bytes, as 64 lower-case hexadecimal digits. */
export function sha256(bytes: Uint8Array): string {
  const state = START.slice()
  const words = new Int32Array(ROUNDS)
  const view = pad(bytes)
  for (let at = 0; at < view.byteLength; at += BLOCK) {
    schedule(words, view, at)
    mix(state, words)
  }
  return Array.from(state, (word) => (word >>> 0).toString(16).padStart(8, '0')).join('')
}

/** The bytes, one bit, zeros, and the length in bits as 64 bits: whole blocks. */
function pad(bytes: Uint8Array): DataView {
  const padded = new Uint8Array(Math.ceil((bytes.length + 9) / BLOCK) * BLOCK)
  padded.set(bytes)
  padded[bytes.length] = 0x80
  const view = new DataView(padded.buffer)
  view.setUint32(padded.length - 8, Math.floor(bytes.length / 2 ** 29))
  view.setUint32(padded.length - 4, bytes.length * 8)
  return view
}

function rotate(word: number, by: number): number {
  return (word >>> by) | (word << (32 - by))
}

/** The 64 words of a block: its own 16, and those reckoned from them. */
function schedule(words: Int32Array, view: DataView, at: number): void {
  for (let round = 0; round < 16; round++) words[round] = view.getInt32(at + round * 4)
  for (let round = 16; round < ROUNDS; round++) {
    const [early, late] = [words[round - 15] as number, words[round - 2] as number]
    const first = rotate(early, 7) ^ rotate(early, 18) ^ (early >>> 3)
    const second = rotate(late, 17) ^ rotate(late, 19) ^ (late >>> 10)
    words[round] = (words[round - 16] as number) + first + (words[round - 7] as number) + second
  }
}

function mix(state: Int32Array, words: Int32Array): void {
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state
  for (let round = 0; round < ROUNDS; round++) {
    const choice = (e & f) ^ (~e & g)
    const first =
      (h + (rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)) + choice + (K[round] as number) + (words[round] as number)) |
      0
    const majority = (a & b) ^ (a & c) ^ (b & c)
    const second = ((rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)) + majority) | 0
    ;[h, g, f, e, d, c, b, a] = [g, f, e, (d + first) | 0, c, b, a, (first + second) | 0]
  }
  for (const [index, word] of [a, b, c, d, e, f, g, h].entries()) state[index] = (state[index] as number) + word
}
