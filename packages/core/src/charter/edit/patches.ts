/** How edits of one text by several people are joined: docs/decisions/0011-drafts-as-splices.md. Places in UTF-16 units. */
import type { Splice } from './splice.ts'

/** [from, to) of a text gives way to `insert`. In a list: sorted, each on the text that all begin from. */
export interface Patch {
  readonly from: number
  readonly to: number
  readonly insert: string
}

/** A stretch of the text that one begins from, or a text put in. */
type Piece = { readonly from: number; readonly to: number } | { readonly text: string }

/** What splices, made one after the other, come to on the text that they begin from. They must lie in it. */
export function patchesOf(splices: readonly Splice[]): readonly Patch[] {
  // Where the text ends does not matter: nothing is put in after it.
  let pieces: readonly Piece[] = [{ from: 0, to: Number.POSITIVE_INFINITY }]
  for (const { at, remove, insert } of splices) {
    const put = insert === '' ? [] : [{ text: insert }]
    pieces = [...cut(pieces, 0, at), ...put, ...cut(pieces, at + remove, Number.POSITIVE_INFINITY)]
  }
  const patches: Patch[] = []
  let from = 0
  let insert = ''
  for (const piece of pieces) {
    if ('text' in piece) insert += piece.text
    else {
      if (piece.from > from || insert !== '') patches.push({ from, to: piece.from, insert })
      from = piece.to
      insert = ''
    }
  }
  return patches
}

/** The part of the pieces from one place to another, counted in what they come to. */
function cut(pieces: readonly Piece[], from: number, to: number): readonly Piece[] {
  let done = 0
  return pieces.flatMap((piece): Piece[] => {
    const length = 'text' in piece ? piece.text.length : piece.to - piece.from
    const [start, end] = [Math.max(from - done, 0), Math.min(to - done, length)]
    done += length
    if (start >= end) return []
    if ('text' in piece) return [{ text: piece.text.slice(start, end) }]
    return [{ from: piece.from + start, to: piece.from + end }]
  })
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

/**
 * Patches on the text as others left it; they must be apart (`areApart`). `tie` says who goes first where both only put
 * something in one place.
 */
export function movedOver(
  patches: readonly Patch[],
  others: readonly Patch[],
  tie: 'others first' | 'we first',
): readonly Patch[] {
  return patches.map(({ from, to, insert }) => {
    let grown = 0
    for (const other of others) {
      const isPoint = other.from === other.to && other.from === from
      if (isPoint ? tie === 'others first' || from < to : other.to <= from)
        grown += other.insert.length - (other.to - other.from)
    }
    return { from: from + grown, to: to + grown, insert }
  })
}

/** Do two people’s patches of one text leave each other’s places alone? */
export function areApart(text: string, patches: readonly Patch[], others: readonly Patch[]): boolean {
  const places = others.map((patch) => placeOf(text, patch))
  return patches.every((patch) => {
    const place = placeOf(text, patch)
    return places.every((other) => !touch(place, other))
  })
}

type Place = { readonly from: number; readonly to: number }

/**
 * What is changed as a whole: a value of a row, a line. Joined within it, two people’s “2 h” and “1 day” could make a
 * promise of 2 days that neither of them wrote.
 */
function placeOf(text: string, { from, to }: Patch): Place {
  let [start, end] = [from, to]
  while (start > 0 && !isBetween(text[start - 1])) start--
  while (end < text.length && !isBetween(text[end])) end++
  return { from: start, to: end }
}

/** What stands between values in YAML and JSON. */
function isBetween(sign: string | undefined): boolean {
  return sign === undefined || '\n\r,{}[]'.includes(sign)
}

function touch(one: Place, other: Place): boolean {
  const isPoint = one.from === one.to || other.from === other.to
  return isPoint ? one.from <= other.to && other.from <= one.to : one.from < other.to && other.from < one.to
}
