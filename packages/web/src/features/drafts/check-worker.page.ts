/** The worker beside the studio's page: what is typed stays smooth while it is checked. */
import { DraftChecker } from './check-draft.ts'
import type { CheckAnswer, CheckRequest } from './check-messages.ts'

/** The comparison, which says least while one types, waits until typing rests for so long, ms. */
const REST = 150

const checker = new DraftChecker()
let comparing: ReturnType<typeof setTimeout> | undefined

addEventListener('message', ({ data }: MessageEvent<CheckRequest>) => {
  clearTimeout(comparing)
  const { text, base, asOf, number } = data
  answer({ number, text, checked: checker.check(text, asOf) })
  if (base === undefined) return
  comparing = setTimeout(() => answer({ number, text, differences: checker.compare(text, base, asOf) ?? [] }), REST)
})

function answer(message: CheckAnswer): void {
  postMessage(message)
}
