import type { Direction } from '@avow/contract'
import { useState } from 'react'
import { type Draft, type DraftKind, keepDraft, readDraft } from './draft.page.ts'

interface DraftInHand extends Draft {
  write(text: string): void
  /** It was sent: the next begins anew. */
  empty(): void
  /** Which way it is written; null: that of each paragraph's first letter. */
  turn(direction: Direction | null): void
  /** The writer has looked at what is new. */
  look(seq: number): void
}

/** The text being written to a ticket. `seq`: of the last event on the screen. */
export function useDraft(ticket: string, kind: DraftKind, seq: number): DraftInHand {
  const [drafts, setDrafts] = useState<Partial<Record<DraftKind, Draft>>>(() => ({
    ...given('answer', readDraft(ticket, 'answer')),
    ...given('note', readDraft(ticket, 'note')),
    ...given('forward', readDraft(ticket, 'forward')),
  }))
  const draft = drafts[kind] ?? { text: '', seen: seq, direction: null }
  const keep = (changed: Draft): void => {
    keepDraft(ticket, kind, changed)
    setDrafts((others) => ({ ...others, [kind]: changed }))
  }
  return {
    ...draft,
    // Until something is written, all that is on the screen counts as seen.
    seen: draft.text === '' ? seq : draft.seen,
    write: (text) => keep({ ...draft, text, seen: draft.text === '' ? seq : draft.seen }),
    empty: () => keep({ text: '', seen: seq, direction: null }),
    turn: (direction) => keep({ ...draft, direction }),
    look: (seen) => keep({ ...draft, seen }),
  }
}

function given(kind: DraftKind, draft: Draft | undefined): Partial<Record<DraftKind, Draft>> {
  return draft === undefined ? {} : { [kind]: draft }
}
