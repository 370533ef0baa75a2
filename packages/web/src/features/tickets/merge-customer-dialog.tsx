import type { PersonRef, Ticket } from '@avow/contract'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { call } from '../../api/call.page.ts'
import { withoutTurning } from '../../messages/isolates.ts'
import { useWords } from '../../messages/words.tsx'
import { useAnnounce } from '../../ui/announcer.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { troubleWords } from '../../ui/standing-in.tsx'
import { useTicketByNumber } from './ticket-by-number.tsx'

interface MergeCustomerDialogProps {
  readonly ticket: Ticket
  readonly customer: PersonRef
  readonly onClose: () => void
}

/** Says that the customer of a ticket is another one, who is looked for by a ticket of theirs; both are named before it is done. */
export function MergeCustomerDialog({ ticket, customer, onClose }: MergeCustomerDialogProps) {
  const words = useWords()
  const announce = useAnnounce()
  const client = useQueryClient()
  const { field, found } = useTicketByNumber(ticket.number)
  const other = found?.customer ?? undefined
  const merging = useMutation({
    mutationFn: (into: string) => call('mergeCustomer', { params: { id: customer.id }, body: { into } }),
    onSuccess: () => {
      for (const key of ['ticket', 'tickets']) void client.invalidateQueries({ queryKey: [key] })
      announce.politely(words.say('customer.merged'))
      onClose()
    },
  })
  const isOne = other?.id === customer.id
  const into = isOne ? undefined : other
  return (
    <Dialog title={words.say('customer.merge-title')} onClose={onClose}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          if (into !== undefined) merging.mutate(into.id)
        }}
      >
        {merging.error !== null && (
          <p className="band broken" role="alert">
            {troubleWords(merging.error, words)}
          </p>
        )}
        <p className="quiet">{words.say('customer.merge-lead')}</p>
        {field}
        {isOne && <p className="band">{words.say('customer.merge-same')}</p>}
        {into !== undefined && (
          <p className="band risk" role="alert">
            {words.say('customer.merge-both', {
              one: named(customer),
              other: named(into),
              address: into.email ?? customer.email ?? words.say('customer.no-address'),
            })}
          </p>
        )}
        <footer>
          <button type="submit" className="button main" disabled={into === undefined || merging.isPending}>
            {words.say('customer.merge-do')}
          </button>
        </footer>
      </form>
    </Dialog>
  )
}

function named({ name, email }: PersonRef): string {
  return withoutTurning(email === null || email === name ? name : `${name} (${email})`)
}
