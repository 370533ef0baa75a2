import type { ClauseDifference } from '@avow/core'
import { useEffect, useRef, useState } from 'react'
import { serverNow } from '../../time/clock.page.ts'
import type { CheckedDraft } from './check-draft.ts'
import type { CheckAnswer, CheckRequest } from './check-messages.ts'

export interface Checks {
  /** Undefined until the first answer. */
  readonly checked: CheckedDraft | undefined
  readonly differences: readonly ClauseDifference[] | undefined
  /** Whether what is shown is of the text on the screen. */
  readonly isFresh: boolean
}

/** Checks a text as it is typed, in a worker: one text at a time, always the newest next. */
export function useChecks(text: string, base: string | undefined): Checks {
  const [shown, show] = useState<Omit<Checks, 'isFresh'> & { readonly of: string | undefined }>({
    checked: undefined,
    differences: undefined,
    of: undefined,
  })
  const worker = useRef<{ ask(text: string, base: string | undefined): void } | undefined>(undefined)
  useEffect(() => {
    const opened = openWorker((answer) =>
      show((before) => ({
        checked: answer.checked ?? before.checked,
        differences: answer.differences ?? before.differences,
        of: answer.text,
      })),
    )
    worker.current = opened
    return () => {
      worker.current = undefined
      opened.stop()
    }
  }, [])
  useEffect(() => worker.current?.ask(text, base), [text, base])
  return { checked: shown.checked, differences: shown.differences, isFresh: shown.of === text }
}

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
    if (data.number === asked || data.checked !== undefined) onAnswer(data)
    if (data.checked === undefined) return
    isBusy = false
    if (next !== undefined) send(next)
  })
  return {
    ask(text: string, base: string | undefined): void {
      const request: CheckRequest = { number: ++asked, text, base, asOf: serverNow() }
      if (isBusy) next = request
      else send(request)
    },
    stop: () => worker.terminate(),
  }
}
