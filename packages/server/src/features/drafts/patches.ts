/**
 * How edits of one text by several people are joined: docs/decisions/0011-drafts-as-splices.md. All places are in UTF-16
 * units.
 */

/** `remove` units at `at` give way to `insert`. Those of an edit are made one after the other, each on what the last left. */
export interface Splice {
  readonly at: number
  readonly remove: number
  readonly insert: string
}

/** What an edit does to the text it began from: [from, to) gives way to `insert`. Sorted, none touching another. */
export interface Patch {
  readonly from: number
  readonly to: number
  readonly insert: string
}

type Piece = { readonly from: number; readonly to: number } | { readonly text: string }

/** What splices come to on the text that they begin from. Throws RangeError for one that lies outside of it. */
export function patchesOf(text: string, splices: readonly Splice[]): readonly Patch[] {
  let pieces: readonly Piece[] = [{ from: 0, to: text.length }]
  for (const splice of splices) pieces = spliced(pieces, splice)
  const patches: Patch[] = []
  let from = 0
  let insert = ''
  for (const piece of [...pieces, { from: text.length, to: text.length }]) {
    if ('text' in piece) insert += piece.text
    else {
      if (piece.from > from || insert !== '') patches.push(wholeCharacters(text, { from, to: piece.from, insert }))
      from = piece.to
      insert = ''
    }
  }
  return patches
}

/** The text with the patches made. */
export function patched(text: string, patches: readonly Patch[]): string {
  let made = ''
  let done = 0
  for (const { from, to, insert } of patches) {
    made += text.slice(done, from) + insert
    done = to
  }
  return made + text.slice(done)
}

/** Patches as splices, to be made one after the other from the front. */
export function splicesOf(patches: readonly Patch[]): readonly Splice[] {
  let grown = 0
  return patches.map(({ from, to, insert }) => {
    const splice = { at: from + grown, remove: to - from, insert }
    grown += insert.length - (to - from)
    return splice
  })
}

/** The same patches on the text as others left it. Theirs must not be of the same places: see `isApart`. */
export function movedOver(patches: readonly Patch[], theirs: readonly Patch[]): readonly Patch[] {
  return patches.map(({ from, to, insert }) => {
    let grown = 0
    for (const other of theirs) if (other.to <= from) grown += other.insert.length - (other.to - other.from)
    return { from: from + grown, to: to + grown, insert }
  })
}

/** Do two people's patches of one text leave each other's places alone? */
export function isApart(text: string, patches: readonly Patch[], theirs: readonly Patch[]): boolean {
  const others = theirs.map((patch) => placeOf(text, patch))
  return patches.every((patch) => {
    const place = placeOf(text, patch)
    return others.every((other) => !isSamePlace(place, other))
  })
}

/**
 * What is changed as a whole: a value of a row, a line. Joined within it, two people’s “2 h” and “1 day” could make a
 * promise of 2 days that neither of them wrote.
 */
function placeOf(text: string, { from, to }: Patch): { readonly from: number; readonly to: number } {
  let [start, end] = [from, to]
  while (start > 0 && !isBetween(text[start - 1])) start--
  while (end < text.length && !isBetween(text[end])) end++
  return { from: start, to: end }
}

/** What stands between values in YAML and JSON. */
function isBetween(sign: string | undefined): boolean {
  return sign === undefined || '\n\r,{}[]'.includes(sign)
}

type Place = { readonly from: number; readonly to: number }

function isSamePlace(one: Place, other: Place): boolean {
  const isPoint = one.from === one.to || other.from === other.to
  return isPoint ? one.from <= other.to && other.from <= one.to : one.from < other.to && other.from < one.to
}

function spliced(pieces: readonly Piece[], { at, remove, insert }: Splice): readonly Piece[] {
  const length = pieces.reduce((sum, piece) => sum + lengthOf(piece), 0)
  if (at + remove > length) throw new RangeError(`a text of ${length} units has no place ${at} to ${at + remove}`)
  const put = insert === '' ? [] : [{ text: insert }]
  return [...piecesIn(pieces, 0, at), ...put, ...piecesIn(pieces, at + remove, length)]
}

function piecesIn(pieces: readonly Piece[], from: number, to: number): readonly Piece[] {
  let done = 0
  return pieces.flatMap((piece) => {
    const [start, end] = [Math.max(from - done, 0), Math.min(to - done, lengthOf(piece))]
    done += lengthOf(piece)
    return start < end ? [cut(piece, start, end)] : []
  })
}

function lengthOf(piece: Piece): number {
  return 'text' in piece ? piece.text.length : piece.to - piece.from
}

function cut(piece: Piece, from: number, to: number): Piece {
  return 'text' in piece ? { text: piece.text.slice(from, to) } : { from: piece.from + from, to: piece.from + to }
}

/** A patch that ends in the middle of a character takes all of it, so that no half is ever kept by itself. */
function wholeCharacters(text: string, { from, to, insert }: Patch): Patch {
  const before = isInCharacter(text, from) ? 1 : 0
  const after = isInCharacter(text, to) ? 1 : 0
  return {
    from: from - before,
    to: to + after,
    insert: text.slice(from - before, from) + insert + text.slice(to, to + after),
  }
}

function isInCharacter(text: string, at: number): boolean {
  return /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(Math.max(0, at - 1), at + 1))
}
