import type { Ticket } from '@avow/contract'
import { call } from '../../api/call.page.ts'
import { useWords } from '../../messages/words.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { troubleWords } from '../../ui/standing-in.tsx'
import { useTicketDeed } from './use-ticket-deed.page.ts'

/** The customer's time zone, by which they are told times. */
export function ZoneDialog({ ticket, onClose }: { readonly ticket: Ticket; readonly onClose: () => void }) {
  const words = useWords()
  const changing = useTicketDeed(
    (zone: string | null) => call('changeCustomer', { params: { number: ticket.number }, body: { zone } }),
    onClose,
  )
  return (
    <Dialog title={words.say('customer.zone')} onClose={onClose}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          const zone = String(new FormData(event.currentTarget).get('zone')).trim()
          changing.mutate(zone === '' ? null : zone)
        }}
      >
        {changing.error !== null && (
          <p className="band broken" role="alert">
            {troubleWords(changing.error, words)}
          </p>
        )}
        <label className="field">
          <span>{words.say('customer.zone')}</span>
          <input
            className="input"
            name="zone"
            dir="ltr"
            list="zones"
            maxLength={100}
            defaultValue={ticket.customer_zone ?? ''}
          />
          <span className="hint">{words.say('customer.zone-hint')}</span>
        </label>
        <datalist id="zones">
          {Intl.supportedValuesOf('timeZone').map((zone) => (
            <option key={zone} value={zone} />
          ))}
        </datalist>
        <footer>
          <button type="button" className="button plain" onClick={onClose}>
            {words.say('cancel')}
          </button>
          <button type="submit" className="button main" disabled={changing.isPending}>
            {words.say('save')}
          </button>
        </footer>
      </form>
    </Dialog>
  )
}
