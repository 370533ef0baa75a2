import type { Splice } from '@avow/core'
import { Refusal } from '../../refusal.ts'

/** As much as a charter may have (docs/formats/charter.md). */
const MOST = 2_097_152

/** Refuses `bad-request` for a text that cannot be kept as it is: too long, or with signs that are none. */
export function refuseUnfitText(text: string, path: string): void {
  const trouble =
    text.length > MOST
      ? `has ${text.length} characters; a charter has ${MOST} at most`
      : text.includes('\u0000')
        ? 'has the sign NUL in it, which no charter can have'
        : text.isWellFormed()
          ? undefined
          : 'has half a character in it'
  if (trouble !== undefined)
    throw new Refusal('bad-request', `The text ${trouble}.`, { at: [{ path, message: trouble }] })
}

/** An edit as it was made, and what each of its splices took away. */
export interface MadeEdit {
  readonly splices: readonly Splice[]
  readonly removed: readonly string[]
}

/** What splices take away, each from what the last left. */
export function removedBy(text: string, splices: readonly Splice[]): readonly string[] {
  let now = text
  return splices.map(({ at, remove, insert }) => {
    const gone = now.slice(at, at + remove)
    now = now.slice(0, at) + insert + now.slice(at + remove)
    return gone
  })
}

/** The text as it was before edits, the last of which led to this one. */
export function undone(text: string, edits: readonly MadeEdit[]): string {
  let now = text
  for (const { splices, removed } of [...edits].reverse())
    for (let index = splices.length - 1; index >= 0; index--) {
      const { at = 0, insert = '' } = splices[index] ?? {}
      now = now.slice(0, at) + (removed[index] ?? '') + now.slice(at + insert.length)
    }
  return now
}
