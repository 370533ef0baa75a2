import type { ClauseDifference, Finding } from '@avow/core'
import { useEffect, useState } from 'react'
import { serverNow } from '../../time/clock.page.ts'
import type { CheckAnswer, CheckRequest, Coverage, TriedExample } from './check-messages.ts'
import type { DraftEngine } from './draft-engine.page.ts'

export interface Checks {
  readonly findings: readonly Finding[]
  readonly examples: readonly TriedExample[]
  readonly differences: readonly ClauseDifference[]
  /** Undefined until it is known. */
  readonly coverage: Coverage | undefined
  /** The text that the findings are of. */
  readonly of: string | undefined
  /** The text that the examples are of. */
  readonly triedOf: string | undefined
}

const NOTHING: Checks = {
  findings: [],
  examples: [],
  differences: [],
  coverage: undefined,
  of: undefined,
  triedOf: undefined,
}

/** Checks a draft's text as it is typed, in a worker, which begins before the page has drawn the key. */
export function useChecks(
  engine: DraftEngine,
  base: string | undefined,
  holders: Readonly<Record<string, number>>,
): Checks {
  const [checks, setChecks] = useState(NOTHING)
  useEffect(() => {
    const worker = openWorker(({ findings, examples, differences, coverage, text }) =>
      setChecks((before) => ({
        findings: findings ?? before.findings,
        examples: examples ?? before.examples,
        differences: differences ?? before.differences,
        coverage: coverage ?? before.coverage,
        of: findings === undefined ? before.of : text,
        triedOf: examples === undefined ? before.triedOf : text,
      })),
    )
    let asked: string | undefined
    const ask = (): void => {
      const { text } = engine.current().sync
      if (text !== asked) worker.ask(text, base, holders)
      asked = text
    }
    ask()
    const stop = engine.subscribe(ask)
    return () => {
      stop()
      worker.stop()
    }
  }, [engine, base, holders])
  return checks
}

/** One text at a time, always the newest next. */
function openWorker(onAnswer: (answer: CheckAnswer) => void) {
  const worker = new Worker(new URL('./check-worker.page.ts', import.meta.url), { type: 'module' })
  let asked = 0
  let next: CheckRequest | undefined
  let isBusy = false
  const send = (request: CheckRequest): void => {
    isBusy = true
    next = undefined
    worker.postMessage(request)
  }
  worker.addEventListener('message', ({ data }: MessageEvent<CheckAnswer>) => {
    if (data.number === asked || data.findings !== undefined) onAnswer(data)
    if (data.findings === undefined) return
    isBusy = false
    if (next !== undefined) send(next)
  })
  return {
    ask(text: string, base: string | undefined, holders: Readonly<Record<string, number>>): void {
      const request: CheckRequest = { number: ++asked, text, base, asOf: serverNow(), holders }
      if (isBusy) next = request
      else send(request)
    },
    stop: () => worker.terminate(),
  }
}
