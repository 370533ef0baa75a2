import type { CharterInForce, Ticket } from '@avow/contract'
import { useState } from 'react'
import { call } from '../../api/call.page.ts'
import { isProblem } from '../../api/problem-error.ts'
import { useWords } from '../../messages/words.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { troubleWords } from '../../ui/standing-in.tsx'
import { FactField } from '../charters/fact-field.tsx'
import { type FactValue, sameFact } from '../charters/fact-values.ts'
import { useTicketDeed } from './use-ticket-deed.page.ts'

interface FactsDialogProps {
  readonly ticket: Ticket
  readonly charter: CharterInForce
  /** Those that stand first, where it is opened for them; else what is missing and matters does. */
  readonly first?: readonly string[]
  readonly onClose: () => void
}

/** The facts that the charter asks for, to be changed. */
export function FactsDialog({ ticket, charter, first = ticket.missing, onClose }: FactsDialogProps) {
  const words = useWords()
  const [values, setValues] = useState<Readonly<Record<string, FactValue>>>({})
  const changing = useTicketDeed(
    (facts: Record<string, FactValue>) => call('changeFacts', { params: { number: ticket.number }, body: { facts } }),
    onClose,
  )
  const changed = Object.fromEntries(
    Object.entries(values).filter(([name, value]) => !sameFact(value, ticket.facts[name] ?? null)),
  )
  const rank = (name: string) => (first.includes(name) ? 0 : 1)
  const facts = charter.facts.filter(({ derived }) => !derived).sort((a, b) => rank(a.name) - rank(b.name))
  const { error } = changing
  const wrongAt = isProblem(error, 'unknown-fact') ? (error.problem.at ?? []) : []
  return (
    <Dialog title={words.say('facts.title')} onClose={onClose}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          changing.mutate(changed)
        }}
      >
        {error !== null && (
          <p className="band broken" role="alert">
            {troubleWords(error, words)}
          </p>
        )}
        {facts.map((fact) => (
          <FactField
            key={fact.name}
            charter={charter}
            fact={fact}
            value={values[fact.name] === undefined ? (ticket.facts[fact.name] ?? null) : (values[fact.name] ?? null)}
            isMissing={ticket.missing.includes(fact.name)}
            wrong={wrongAt.find(({ path }) => path.includes(fact.name))?.message}
            onChange={(value) => setValues((others) => ({ ...others, [fact.name]: value }))}
          />
        ))}
        <footer>
          <button type="button" className="button plain" onClick={onClose}>
            {words.say('cancel')}
          </button>
          <button
            type="submit"
            className="button main"
            disabled={Object.keys(changed).length === 0 || changing.isPending}
          >
            {words.say('save')}
          </button>
        </footer>
      </form>
    </Dialog>
  )
}
