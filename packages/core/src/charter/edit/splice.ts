/** `remove` UTF-16 units at `at` give way to `insert`. Splices of a list are made one after the other. */
export interface Splice {
  readonly at: number
  readonly remove: number
  readonly insert: string
}

/** The text after the splices. Throws RangeError for a place outside the text. */
export function applySplices(text: string, splices: readonly Splice[]): string {
  let now = text
  for (const { at, remove, insert } of splices) {
    if (!(at >= 0 && remove >= 0 && at + remove <= now.length))
      throw new RangeError(`a splice of ${remove} at ${at} does not lie in a text of ${now.length}`)
    now = now.slice(0, at) + insert + now.slice(at + remove)
  }
  return now
}

/** What takes the splices back, on the text that they made. */
export function invertSplices(text: string, splices: readonly Splice[]): readonly Splice[] {
  let now = text
  const back: Splice[] = []
  for (const splice of splices) {
    back.unshift({
      at: splice.at,
      remove: splice.insert.length,
      insert: now.slice(splice.at, splice.at + splice.remove),
    })
    now = applySplices(now, [splice])
  }
  return back
}
