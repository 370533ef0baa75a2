import type { Ticket } from '@avow/contract'
import { lazy, Suspense, useState } from 'react'
import { useShortcuts } from '../../keys/use-shortcuts.tsx'
import { useWords } from '../../messages/words.tsx'
import { useCharter } from '../charters/use-charter.tsx'
import { useMay } from '../people/me.tsx'
import './cards.css'

const FactsDialog = lazy(async () => ({ default: (await import('./facts-dialog.tsx')).FactsDialog }))

/** What is known of the ticket that the charter asks for; what is missing and matters stands out. */
export function FactsCard({ ticket }: { readonly ticket: Ticket }) {
  const words = useWords()
  const { charter, of } = useCharter(ticket.charter?.hash)
  const [isOpen, open] = useState(false)
  const mayWrite = useMay('tickets.write')
  useShortcuts({ l: mayWrite ? () => open(true) : undefined })
  const facts = charter?.facts.filter(({ derived, name }) => !derived && name !== 'channel') ?? []
  if (charter === undefined) return null
  return (
    <section className="card">
      <h2>
        {words.say('facts.title')}
        {mayWrite && facts.length > 0 && (
          <button type="button" className="button plain small" onClick={() => open(true)}>
            {words.say('facts.edit')}
          </button>
        )}
      </h2>
      {facts.length === 0 && <p className="quiet">{words.say('facts.none')}</p>}
      <dl>
        {facts.map(({ name }) => {
          const value = ticket.facts[name]
          const isMissing = ticket.missing.includes(name)
          return (
            <div key={name}>
              <dt>{of.fact(name)}</dt>
              <dd className={value === undefined || value === null ? 'quiet' : undefined}>
                {isMissing ? (
                  <span className="mark missing">{words.say('facts.missing')}</span>
                ) : (
                  <bdi>{of.factValue(name, value)}</bdi>
                )}
              </dd>
            </div>
          )
        })}
      </dl>
      {isOpen && (
        <Suspense>
          <FactsDialog ticket={ticket} charter={charter} onClose={() => open(false)} />
        </Suspense>
      )}
    </section>
  )
}
