/** Texts not yet sent: kept for this window, until they are sent or emptied. */
export interface Draft {
  readonly text: string
  /** Seq of the last event that the writer had seen when the text was begun. */
  readonly seen: number
}

export type DraftKind = 'answer' | 'note' | 'forward'

export function readDraft(ticket: string, kind: DraftKind): Draft | undefined {
  const kept = sessionStorage.getItem(nameOf(ticket, kind))
  if (kept === null) return undefined
  const read: unknown = JSON.parse(kept)
  if (typeof read !== 'object' || read === null || !('text' in read) || !('seen' in read)) return undefined
  return { text: String(read.text), seen: Number(read.seen) }
}

export function keepDraft(ticket: string, kind: DraftKind, draft: Draft): void {
  if (draft.text === '') sessionStorage.removeItem(nameOf(ticket, kind))
  else sessionStorage.setItem(nameOf(ticket, kind), JSON.stringify(draft))
}

function nameOf(ticket: string, kind: DraftKind): string {
  return `avow.draft.${kind}.${ticket}`
}
