/** The asking side of desk-api.ts. */
import { type Asking, answerBench, anyTicket } from './agents.ts'

export interface Wanted extends Asking {
  /** NUMBER stands for that of any ticket. */
  readonly path: string
}

answerBench<Wanted>(async (wanted, cookie) => {
  const { url, path } = wanted
  const answer = await fetch(`${url}${path.replace('NUMBER', String(anyTicket(wanted)))}`, { headers: { cookie } })
  const text = await answer.text()
  if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${text}`)
})
