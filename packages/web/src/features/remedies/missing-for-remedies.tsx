import type { Ticket } from '@avow/contract'
import { lazy, Suspense, useState } from 'react'
import { useWords } from '../../messages/words.tsx'
import { useCharter } from '../charters/use-charter.tsx'
import { useMay } from '../people/me.tsx'

const FactsDialog = lazy(async () => ({ default: (await import('../tickets/facts-dialog.tsx')).FactsDialog }))

interface MissingForRemediesProps {
  readonly ticket: Ticket
  readonly missing: readonly string[]
}

/** Facts that would change what is offered, and the way to fill them in. */
export function MissingForRemedies({ ticket, missing }: MissingForRemediesProps) {
  const words = useWords()
  const { charter, of } = useCharter(ticket.charter?.hash)
  const [isOpen, open] = useState(false)
  const mayWrite = useMay('tickets.write')
  if (missing.length === 0) return null
  return (
    <p className="band risk">
      <span>
        {words.say('remedies.missing')} <strong>{words.list(missing.map((name) => of.fact(name)))}</strong>
      </span>
      {mayWrite && (
        <button type="button" className="button small" onClick={() => open(true)}>
          {words.say('remedies.fill')}
        </button>
      )}
      {isOpen && charter !== undefined && (
        <Suspense>
          <FactsDialog ticket={ticket} charter={charter} first={missing} onClose={() => open(false)} />
        </Suspense>
      )}
    </p>
  )
}
