import type { CharterInForce, Ticket } from '@avow/contract'
import { lazy, type ReactNode, Suspense, useState } from 'react'
import { useWords } from '../../messages/words.tsx'
import { useMay } from '../people/me.tsx'

const FactsDialog = lazy(async () => ({ default: (await import('../tickets/facts-dialog.tsx')).FactsDialog }))

interface FillInProps {
  readonly ticket: Ticket
  readonly charter: CharterInForce | undefined
  readonly facts: readonly string[]
  /** What depends on them. */
  readonly children?: ReactNode
}

/** Facts that decide how a procedure goes on, and the way to fill them in. */
export function FillIn({ ticket, charter, facts, children }: FillInProps) {
  const words = useWords()
  const mayWrite = useMay('tickets.write')
  const [isOpen, open] = useState(false)
  return (
    <div className="fill-in">
      {children !== undefined && <p className="quiet">{children}</p>}
      {mayWrite && charter !== undefined && (
        <button type="button" className="button small" onClick={() => open(true)}>
          {words.say('step.fill')}
        </button>
      )}
      {isOpen && charter !== undefined && (
        <Suspense>
          <FactsDialog ticket={ticket} charter={charter} first={facts} onClose={() => open(false)} />
        </Suspense>
      )}
    </div>
  )
}
