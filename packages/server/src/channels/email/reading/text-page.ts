const DEEPEST_QUOTE = 10

/** Blocks with an empty line around them. */
const APART = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'blockquote', 'ul', 'ol', 'pre', 'table'])

/** A page of plain text, written tag by tag. A line is kept in pieces until it ends, since some mails are one line. */
export class TextPage {
  readonly #lines: string[] = []
  #line: string[] = []
  #endsWithSpace = true
  #quoted = 0
  #preformatted = 0
  #link: { readonly href: string; readonly words: string[] } | undefined

  write(text: string): void {
    if (this.#preformatted > 0) {
      for (const [at, line] of text.split('\n').entries()) {
        if (at > 0) this.#break()
        this.#line.push(line)
      }
      return
    }
    const words = text.replace(/[ \t\r\n]+/gu, ' ')
    this.#link?.words.push(words)
    const added = this.#endsWithSpace ? words.trimStart() : words
    if (added === '') return
    this.#line.push(added)
    this.#endsWithSpace = added.endsWith(' ')
  }

  open(tag: string, valueOf: (attribute: string) => string): void {
    if (tag === 'br') this.#break()
    else if (tag === 'a') this.#link = { href: valueOf('href').trim(), words: [] }
    else if (tag === 'img') this.write(valueOf('alt'))
    else if (tag === 'td' || tag === 'th') this.write(' ')
    else this.#block(tag)
    if (tag === 'blockquote') this.#quoted++
    if (tag === 'pre') this.#preformatted++
    if (tag === 'li') this.#line.push('- ')
  }

  close(tag: string): void {
    if (tag === 'a') this.#endLink()
    else if (tag !== 'td' && tag !== 'th') this.#block(tag)
    if (tag === 'blockquote') this.#quoted--
    if (tag === 'pre') this.#preformatted--
  }

  end(): string {
    this.#break()
    while (/^[> ]*$/u.test(this.#lines.at(-1) ?? '-')) this.#lines.pop()
    return this.#lines.join('\n').trim()
  }

  #block(tag: string): void {
    if (this.#line.length > 0) this.#break()
    if (APART.has(tag) && !/^[> ]*$/u.test(this.#lines.at(-1) ?? '')) this.#break()
  }

  #break(): void {
    const before = '> '.repeat(Math.min(this.#quoted, DEEPEST_QUOTE))
    const line = this.#line.join('')
    this.#lines.push((before + (this.#preformatted > 0 ? line : line.trim())).trimEnd())
    this.#line = []
    this.#endsWithSpace = true
  }

  /** Where a link leads, unless its words say so already. */
  #endLink(): void {
    const { href, words } = this.#link ?? { href: '', words: [] }
    this.#link = undefined
    const shown = words.join('').trim()
    const bare = href.replace(/^(?:mailto:|tel:|https?:\/\/)/iu, '').replace(/\/$/u, '')
    if (bare !== '' && shown !== '' && !shown.includes(bare)) this.write(` <${href}>`)
  }
}
