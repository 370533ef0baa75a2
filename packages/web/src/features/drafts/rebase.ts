/** How one’s own unsent edits and those of others are joined in the browser, by the rule that the server has. UTF-16 units. */
import { applySplices, type Splice } from '@avow/core'

/** [from, to) of a text gives way to `insert`. In a list: sorted, each on the text that all begin from. */
export interface Patch {
  readonly from: number
  readonly to: number
  readonly insert: string
}

/** A stretch of the text that one begins from, or a text put in. */
type Piece = { readonly from: number; readonly to: number } | { readonly text: string }

/** What splices, made one after the other, come to on the text that they begin from. */
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

/** Patches as splices, to be made one after the other. */
export function splicesOf(patches: readonly Patch[]): readonly Splice[] {
  let grown = 0
  return patches.map(({ from, to, insert }) => {
    const splice = { at: from + grown, remove: to - from, insert }
    grown += insert.length - (to - from)
    return splice
  })
}

export function patched(text: string, patches: readonly Patch[]): string {
  return applySplices(text, splicesOf(patches))
}

/** The one patch that makes a text another: what both have at their beginning and end stays. */
export function patchBetween(old: string, fresh: string): readonly Patch[] {
  if (old === fresh) return []
  let from = 0
  while (from < old.length && from < fresh.length && old[from] === fresh[from]) from++
  let [to, end] = [old.length, fresh.length]
  while (to > from && end > from && old[to - 1] === fresh[end - 1]) {
    to--
    end--
  }
  // Characters of two halves stay whole.
  if (isLowHalf(old.charCodeAt(from)) || isLowHalf(fresh.charCodeAt(from))) from = Math.max(0, from - 1)
  if (isLowHalf(old.charCodeAt(to))) return [{ from, to: to + 1, insert: fresh.slice(from, end + 1) }]
  return [{ from, to, insert: fresh.slice(from, end) }]
}

function isLowHalf(code: number): boolean {
  return code >= 0xdc00 && code <= 0xdfff
}

/**
 * Patches on the text as others left it. `tie` says who goes first where both only put something in one place. They must be
 * apart.
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

/**
 * Do two people’s patches of one text leave each other’s values alone? Joined within one value, “2 h” and “1 day” would make
 * a promise that neither of them wrote.
 */
export function areApart(text: string, patches: readonly Patch[], others: readonly Patch[]): boolean {
  const places = others.map((patch) => placeOf(text, patch))
  return patches.every((patch) => {
    const place = placeOf(text, patch)
    return places.every((other) => !touch(place, other))
  })
}

type Place = { readonly from: number; readonly to: number }

function placeOf(text: string, { from, to }: Patch): Place {
  let [start, end] = [from, to]
  while (start > 0 && !isBetween(text[start - 1])) start--
  while (end < text.length && !isBetween(text[end])) end++
  return { from: start, to: end }
}

function isBetween(sign: string | undefined): boolean {
  return sign === undefined || '\n\r,{}[]'.includes(sign)
}

function touch(one: Place, other: Place): boolean {
  const isPoint = one.from === one.to || other.from === other.to
  return isPoint ? one.from <= other.to && other.from <= one.to : one.from < other.to && other.from < one.to
}
