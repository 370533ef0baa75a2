/** The sign of a state, which stands with the word so that colour is never alone. */
import type { CommitmentState } from '@avow/core'
import { type Html, html } from './html.ts'

const SIGNS: Readonly<Record<CommitmentState, string>> = {
  kept: '✓',
  broken: '✕',
  running: '●',
  paused: '⏸\ufe0e',
  cancelled: '–',
}

export function stateSign(state: CommitmentState): Html {
  return html`<span class="sign ${state}" aria-hidden="true">${SIGNS[state]}</span>`
}
