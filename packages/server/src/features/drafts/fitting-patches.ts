import { type Patch, patchesOf, type Splice } from '@avow/core'

/**
 * What splices come to on the text that they begin from, each character whole. Throws RangeError for one that lies outside
 * of what the last left.
 */
export function fittingPatches(text: string, splices: readonly Splice[]): readonly Patch[] {
  let { length } = text
  for (const { at, remove, insert } of splices) {
    if (at + remove > length) throw new RangeError(`a text of ${length} units has no place ${at} to ${at + remove}`)
    length += insert.length - remove
  }
  return patchesOf(splices).map((patch) => wholeCharacters(text, patch))
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
