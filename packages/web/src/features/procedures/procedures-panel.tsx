import type { Ticket } from '@avow/contract'
import { useQuery } from '@tanstack/react-query'
import { queries } from '../../api/queries.page.ts'
import { useWords } from '../../messages/words.tsx'
import { Trouble } from '../../ui/standing-in.tsx'
import { ProcedureCard } from './procedure-card.tsx'
import './procedures.css'

/** The procedures of the charter that apply to the ticket, step by step. Nothing where the charter has none for it. */
export function ProceduresPanel({ ticket }: { readonly ticket: Ticket }) {
  const words = useWords()
  const { data, error, refetch } = useQuery(queries.procedures(ticket.number))
  if (data === undefined ? error === null : data.procedures.length === 0) return null
  return (
    <section className="procedures" aria-label={words.say('procedures.title')}>
      <h2>{words.say('procedures.title')}</h2>
      {error !== null && data === undefined && <Trouble error={error} again={refetch} />}
      {data?.procedures.map((procedure) => (
        <ProcedureCard key={procedure.clause.id} ticket={ticket} procedure={procedure} />
      ))}
    </section>
  )
}
