/** The worker beside the studio's page: what is typed stays smooth while it is checked. */
import { DraftChecker } from './check-draft.ts'
import type { CheckAnswer, CheckRequest } from './check-messages.ts'

/** The comparison, which says least while one types, waits until typing rests for so long, ms. */
const REST = 150

const checker = new DraftChecker()
const later: ReturnType<typeof setTimeout>[] = []

addEventListener('message', ({ data }: MessageEvent<CheckRequest>) => {
  for (const timer of later.splice(0)) clearTimeout(timer)
  const { text, base, asOf, holders, number } = data
  answer({ number, text, findings: checker.find(text, asOf, holders, base) })
  later.push(
    setTimeout(() => {
      // What cannot be compiled leaves the examples as they last came out; the page says that they are of before.
      const examples = checker.try(text, asOf)
      if (examples !== undefined) answer({ number, text, examples })
    }),
  )
  later.push(
    setTimeout(() => {
      const coverage = checker.cover(text, asOf)
      if (coverage !== undefined) answer({ number, text, coverage })
    }, REST),
  )
  if (base === undefined) return
  later.push(setTimeout(() => answer({ number, text, differences: checker.compare(text, base, asOf) ?? [] }), REST))
})

function answer(message: CheckAnswer): void {
  postMessage(message)
}
