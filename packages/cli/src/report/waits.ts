/** Commitments that were not fulfilled and still count in the times (SPEC M2), told apart by what became of them. */
import { type Html, html, joined, NOTHING } from './html.ts'
import type { Both } from './tongue.ts'

/** Of one promise; how many each. */
export interface Waits {
  /** Broken, and still waited for. */
  notDone: number
  /** Broken, and ended without being done. */
  neverDone: number
  /** Broken intervals in which the customer did not hear from anyone. */
  missed: number
  /** Cancelled, because the customer gave up. */
  givenUp: number
}

const MESSAGES = {
  notDone: 'waits.not-done',
  neverDone: 'waits.never-done',
  missed: 'waits.missed',
  givenUp: 'waits.given-up',
} as const

/** A sentence for each kind that there is. */
export function waitsWords({ both }: { readonly both: Both }, waits: Waits): Html {
  const kinds = (['notDone', 'neverDone', 'missed', 'givenUp'] as const).filter((kind) => waits[kind] > 0)
  if (kinds.length === 0) return NOTHING
  return html`<p class="quiet">${joined(
    kinds.map((kind) => both((t) => t.say(MESSAGES[kind], { count: waits[kind] }))),
    ' ',
  )}</p>`
}
