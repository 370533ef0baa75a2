/** HTML put together from pieces: what is written in a template is markup, what is put into it is text, and escaped. */

/** Markup that may stand in a page as it is. Made by `html` alone. */
export class Html {
  readonly markup: string

  constructor(markup: string) {
    this.markup = markup
  }
}

/** What may be put into a template. `null`, `undefined` and `false` leave nothing. */
export type Piece = Html | string | number | null | undefined | false | readonly Piece[]

/** The template tag: `html\`<p>${anything}</p>\``. Text is escaped for elements and quoted attributes alike. */
export function html(strings: TemplateStringsArray, ...pieces: readonly Piece[]): Html {
  let markup = strings[0] ?? ''
  pieces.forEach((piece, index) => {
    markup += markupOf(piece) + (strings[index + 1] ?? '')
  })
  return new Html(markup)
}

export const NOTHING = new Html('')

/** Pieces one after another, with something between them. */
export function joined(pieces: readonly Piece[], between: Piece = ''): Html {
  return new Html(pieces.map(markupOf).join(markupOf(between)))
}

function markupOf(piece: Piece): string {
  if (piece instanceof Html) return piece.markup
  if (piece === null || piece === undefined || piece === false) return ''
  if (typeof piece === 'string') return escaped(harmless(piece))
  if (typeof piece === 'number') return String(piece)
  return piece.map(markupOf).join('')
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '')
}

/** Whether a text is shown as it is, with nothing taken out. */
export function isPlain(text: string): boolean {
  return harmless(text) === text
}

/** Controls and the marks that turn the direction of what follows (“Trojan source”) are taken out, halves of characters too. */
function harmless(text: string): string {
  const whole = text.toWellFormed()
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out
  return whole.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/g, '')
}

const LONGEST = 120

/** A text of customers, files or the charter: its own direction, nobody else's; cut where it would flood the page. */
export function theirs(text: string): Html {
  return html`<bdi>${cut(text)}</bdi>`
}

/** The same for an id, a file name, a hash: from left to right in any language. */
export function theirId(text: string): Html {
  return html`<bdi dir="ltr">${cut(text)}</bdi>`
}

/** A text of others where no markup may stand, as in an attribute: cut, never through a character. */
export function cut(text: string): string {
  if (text.length <= LONGEST) return text
  const characters = [...text.slice(0, 2 * LONGEST)]
  return `${characters.slice(0, LONGEST - 1).join('')}…`
}
