/** The asking side of desk-api.ts. */
import { type Asking, answerBench, anyTicket } from './agents.ts'

export interface Wanted extends Asking {
  /** NUMBER stands for that of any ticket. */
  readonly path: string
}

answerBench<Wanted>(async (wanted, send) => {
  const { path } = wanted
  const { status, text } = await send(path.replace('NUMBER', String(anyTicket(wanted))))
  if (status !== 200) throw new Error(`${path}: ${status} ${text}`)
})
