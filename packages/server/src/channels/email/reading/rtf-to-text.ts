import { codePage } from './code-page.ts'

const MOST_DEPTH = 200
const MOST_CHARACTERS = 1_000_000
const MOST_FONTS = 1_000

/** What stands in these is no text of the message. */
const UNSEEN = new Set([
  ...[
    'colortbl',
    'stylesheet',
    'info',
    'pict',
    'object',
    'header',
    'headerl',
    'headerr',
    'headerf',
    'footer',
    'footerl',
  ],
  ...['footerr', 'footerf', 'footnote', 'generator', 'listtable', 'listoverridetable', 'rsidtbl', 'filetbl', 'revtbl'],
  ...['fldinst', 'themedata', 'colorschememapping', 'datastore', 'latentstyles', 'xmlnstbl', 'bkmkstart', 'bkmkend'],
  ...['nonshppict', 'mmathPr', 'template', 'private', 'xe', 'tc', 'userprops'],
])

/** What stands for a character, or for the end of a line. */
const CHARACTERS: ReadonlyMap<string, string> = new Map([
  ...['par', 'line', 'sect', 'page', 'row'].map((word) => [word, '\n'] as const),
  ...['tab', 'cell'].map((word) => [word, '\t'] as const),
  ['emdash', '—'],
  ['endash', '–'],
  ['bullet', '•'],
  ['lquote', '‘'],
  ['rquote', '’'],
  ['ldblquote', '“'],
  ['rdblquote', '”'],
  ['emspace', ' '],
  ['enspace', ' '],
  ['zwj', '\u200d'],
  ['zwnj', '\u200c'],
  ['ltrmark', '\u200e'],
  ['rtlmark', '\u200f'],
])

/** The Windows code page of a font's character set, by its number. */
const OF_CHARSET: Readonly<Record<number, number>> = {
  77: 10000,
  128: 932,
  129: 949,
  134: 936,
  136: 950,
  161: 1253,
  162: 1254,
  163: 1258,
  177: 1255,
  178: 1256,
  186: 1257,
  204: 1251,
  222: 874,
  238: 1250,
}

/** What holds until a group ends. */
interface Group {
  readonly isUnseen: boolean
  readonly isFonts: boolean
  readonly isHidden: boolean
  readonly font: number
  /** How many characters stand behind one of Unicode for those who know none. */
  readonly fallback: number
}

/** What stands at a place: a word with its number, a sign, a brace, or bytes. */
const TOKEN = /\\([a-zA-Z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-fA-F]{2})|\\([\s\S])|([{}])|[\r\n]+|([^\\{}\r\n]+)/uy

/**
 * The words of an RTF document, paragraph by paragraph: plain text alone. Pictures, objects, fields' instructions and hidden
 * text are passed over, nothing in it is followed or run. Costs time in proportion to its size, whatever it says; what does not
 * end is read as far as it goes. Undefined where it is no RTF.
 */
export function rtfToText(document: Buffer): string | undefined {
  const source = document.toString('latin1')
  if (!source.startsWith('{\\rtf')) return undefined
  const reading = new Reading()
  let at = 0
  while (at < source.length && !reading.isFull) {
    TOKEN.lastIndex = at
    const token = TOKEN.exec(source)
    // A backslash at the very end.
    if (token === null) break
    const [whole, word, number, hex, sign, brace, bytes] = token
    at = token.index + whole.length
    if (brace === '{') reading.open()
    else if (brace === '}') reading.close()
    else if (hex !== undefined) reading.byte(Number.parseInt(hex, 16))
    else if (bytes !== undefined) for (let each = 0; each < bytes.length; each++) reading.byte(bytes.charCodeAt(each))
    else if (sign !== undefined) reading.sign(sign)
    else if (word === 'bin') at += Math.max(0, Number(number ?? 0))
    else if (word !== undefined) reading.word(word, number === undefined ? undefined : Number(number))
  }
  return reading.end()
}

class Reading {
  #group: Group = { isUnseen: false, isFonts: false, isHidden: false, font: -1, fallback: 1 }
  readonly #outer: Group[] = []
  /** Groups that lie too deep to be told apart. */
  #tooDeep = 0
  readonly #fonts = new Map<number, string>()
  #charset = 'windows-1252'
  readonly #parts: string[] = []
  #length = 0
  #bytes: number[] = []
  /** Characters still to be passed over behind one of Unicode. */
  #toPass = 0
  #isFirst = false
  #usualFont = -1

  get isFull(): boolean {
    return this.#length >= MOST_CHARACTERS
  }

  open(): void {
    this.#flush()
    this.#toPass = 0
    this.#isFirst = true
    if (this.#outer.length >= MOST_DEPTH) this.#tooDeep += 1
    else this.#outer.push(this.#group)
  }

  close(): void {
    this.#flush()
    this.#toPass = 0
    if (this.#tooDeep > 0) this.#tooDeep -= 1
    else this.#group = this.#outer.pop() ?? this.#group
  }

  sign(sign: string): void {
    // `\*`: whoever does not know the word behind it passes the group over. We know none of those.
    if (sign === '*') this.#change({ isUnseen: true })
    else if (sign === '~') this.#put('\u00a0')
    else if (sign === '_') this.#put('\u2011')
    else if (sign === '\n' || sign === '\r') this.#put('\n')
    else if ('\\{}'.includes(sign)) this.byte(sign.charCodeAt(0))
    this.#isFirst = false
  }

  word(word: string, number: number | undefined): void {
    const isFirst = this.#isFirst
    this.#isFirst = false
    const character = CHARACTERS.get(word)
    if (character !== undefined) this.#put(character)
    else if (word === 'u') this.#unicode(number ?? 0)
    else if (word === 'uc') this.#change({ fallback: Math.min(Math.max(number ?? 1, 0), 10) })
    else if (word === 'v') this.#change({ isHidden: number !== 0 })
    else if (word === 'plain') this.#change({ isHidden: false, font: this.#usualFont })
    else if (word === 'deff') this.#nameUsualFont(number ?? -1)
    else if (word === 'ansicpg') this.#charset = codePage(number ?? 0) ?? this.#charset
    else if (word === 'fonttbl') this.#change({ isFonts: true })
    else if (word === 'f') this.#change({ font: number ?? -1 })
    else if (word === 'fcharset') this.#nameCharset(number ?? 0)
    else if (isFirst && UNSEEN.has(word)) this.#change({ isUnseen: true })
  }

  byte(byte: number): void {
    this.#isFirst = false
    if (this.#toPass > 0) this.#toPass -= 1
    else if (this.#isSeen) this.#bytes.push(byte)
  }

  end(): string {
    this.#flush()
    return this.#parts
      .join('')
      .replaceAll('\0', '')
      .slice(0, MOST_CHARACTERS)
      .replace(/[ \t]+\n/gu, '\n')
      .trim()
      .toWellFormed()
  }

  get #isSeen(): boolean {
    const { isUnseen, isFonts, isHidden } = this.#group
    return !isUnseen && !isFonts && !isHidden
  }

  #change(change: Partial<Group>): void {
    this.#flush()
    // What lies too deep changes nothing of what lies around it.
    if (this.#tooDeep === 0) this.#group = { ...this.#group, ...change }
  }

  #put(text: string): void {
    this.#flush()
    this.#toPass = 0
    if (!this.#isSeen) return
    this.#parts.push(text)
    this.#length += text.length
  }

  /** Numbers are of 16 bits, with a sign; halves of a pair stand one after another. */
  #unicode(number: number): void {
    this.#put(String.fromCharCode(number & 0xffff))
    this.#toPass = this.#group.fallback
  }

  #nameUsualFont(font: number): void {
    this.#usualFont = font
    this.#change({ font })
  }

  #nameCharset(charset: number): void {
    const page = OF_CHARSET[charset]
    const name = page === undefined ? undefined : codePage(page)
    const { isFonts, font } = this.#group
    if (isFonts && name !== undefined && this.#fonts.size < MOST_FONTS) this.#fonts.set(font, name)
  }

  /** Bytes that stand together are decoded together: some alphabets have two for a letter. */
  #flush(): void {
    if (this.#bytes.length === 0) return
    const charset = this.#fonts.get(this.#group.font) ?? this.#charset
    const text = new TextDecoder(charset).decode(Uint8Array.from(this.#bytes))
    this.#bytes = []
    this.#parts.push(text)
    this.#length += text.length
  }
}
