import type { Ticket } from '@avow/contract'
import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { queries } from '../../api/queries.page.ts'
import { withoutTurning } from '../../messages/isolates.ts'
import { useWords } from '../../messages/words.tsx'

/** A ticket looked for by its number, and what is there of it. */
export interface Sought {
  readonly field: React.ReactNode
  readonly found: Ticket | undefined
}

/** A field for the number of another ticket; what stands under it shows which one that is. */
export function useTicketByNumber(own: number): Sought {
  const words = useWords()
  const [typed, type] = useState('')
  const number = Number(useDeferredValue(typed))
  const isNumber = Number.isSafeInteger(number) && number > 0 && number !== own
  const { data, error } = useQuery({ ...queries.ticket(number), enabled: isNumber, retry: false })
  const found = isNumber ? data : undefined
  const field = (
    <label className="field">
      <span>{words.say('merge.number')}</span>
      <input
        className="input"
        dir="ltr"
        inputMode="numeric"
        autoComplete="off"
        maxLength={12}
        value={typed}
        onChange={(event) => type(event.target.value.replaceAll(/\D/gu, ''))}
      />
      <span className="hint" role="status">
        {isNumber && found === undefined && error !== null && words.say('merge.none')}
        {found !== undefined && <TicketInShort ticket={found} />}
      </span>
    </label>
  )
  return { field, found }
}

/** Number, subject and customer. */
export function TicketInShort({ ticket: { number, subject, customer } }: { readonly ticket: Ticket }) {
  const words = useWords()
  return (
    <>
      <bdi dir="ltr">#{number}</bdi> ·{' '}
      <bdi dir="auto">{subject === '' ? words.say('list.no-subject') : withoutTurning(subject)}</bdi> ·{' '}
      <bdi dir="auto">{withoutTurning(customer?.name ?? words.say('list.no-customer'))}</bdi>
    </>
  )
}
