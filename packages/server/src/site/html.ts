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

/** A text of somebody else: its own direction, nobody else’s. */
export function theirs(text: string): Html {
  return html`<bdi>${text}</bdi>`
}

/** An id, an address, a number of a request: from left to right in any language. */
export function theirId(text: string): Html {
  return html`<bdi dir="ltr">${text}</bdi>`
}

/** Markup as the text that it shows, escaped still: for attributes and titles, where no tag may stand. */
export function plain({ markup }: Html): Html {
  // Only tags of ours can be matched: a `<` or `>` of a text is an entity by now.
  return new Html(markup.replaceAll(/<[^>]*>/g, ''))
}

/** The same as text, for places that are no markup at all. */
export function textOf(markup: Html): string {
  const names = new Map(Object.entries(ENTITIES).map(([character, entity]) => [entity, character]))
  return plain(markup).markup.replaceAll(/&(?:amp|lt|gt|quot|#39);/g, (entity) => names.get(entity) ?? '')
}

/** What somebody wrote, paragraph by paragraph, each in its own direction, or in the one that its writer chose; lines stay lines. */
export function paragraphs(text: string, direction: 'ltr' | 'rtl' | 'auto' = 'auto'): Html {
  const parts = text.split(/\n\s*\n/).filter((part) => part.trim() !== '')
  return joined(
    parts.map((part) => html`<p dir="${direction}">${joined(part.trim().split('\n'), html`<br>`)}</p>`),
    '\n',
  )
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

/** Controls and the marks that turn the direction of what follows (“Trojan source”) are taken out, halves of characters too. */
function harmless(text: string): string {
  const whole = text.toWellFormed()
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out
  return whole.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/g, '')
}
