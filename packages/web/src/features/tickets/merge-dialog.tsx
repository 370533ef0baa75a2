import type { Ticket } from '@avow/contract'
import { useNavigate } from '@tanstack/react-router'
import { call } from '../../api/call.page.ts'
import { useWords } from '../../messages/words.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { troubleWords } from '../../ui/standing-in.tsx'
import { TicketInShort, useTicketByNumber } from './ticket-by-number.tsx'
import { useTicketDeed } from './use-ticket-deed.page.ts'

/** Merges a ticket into another, which is looked for by its number; both are shown before it is done. */
export function MergeDialog({ ticket, onClose }: { readonly ticket: Ticket; readonly onClose: () => void }) {
  const words = useWords()
  const navigate = useNavigate()
  const { field, found } = useTicketByNumber(ticket.number)
  const isOther = found !== undefined && found.customer?.id !== ticket.customer?.id
  const merging = useTicketDeed(
    (into: number) =>
      call('mergeTicket', { params: { number: ticket.number }, body: { into, other_customer: isOther } }),
    ({ number }) => {
      onClose()
      void navigate({ to: '/tickets/$view/$number', params: { view: 'all', number } })
    },
  )
  return (
    <Dialog title={words.say('merge.title')} onClose={onClose}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          if (found !== undefined) merging.mutate(found.number)
        }}
      >
        {merging.error !== null && (
          <p className="band broken" role="alert">
            {troubleWords(merging.error, words)}
          </p>
        )}
        <p>
          <TicketInShort ticket={ticket} />
        </p>
        {field}
        <p className="quiet">{words.say('merge.lead')}</p>
        {isOther && (
          <p className="band risk" role="alert">
            {words.say('merge.two-customers', { who: found.customer?.name ?? words.say('list.no-customer') })}
          </p>
        )}
        <footer>
          <button type="submit" className="button main" disabled={found === undefined || merging.isPending}>
            {words.say(isOther ? 'merge.do-anyway' : 'merge.do')}
          </button>
        </footer>
      </form>
    </Dialog>
  )
}
