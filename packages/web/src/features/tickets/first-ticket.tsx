import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { desk } from '../../api/call.page.ts'
import { queries } from '../../api/queries.page.ts'
import { useWords } from '../../messages/words.tsx'
import { Nothing } from '../../ui/standing-in.tsx'
import { useMay } from '../people/me.tsx'
import { settingsQueries } from '../settings/settings-queries.page.ts'

/**
 * How the first ticket of a desk comes: by a mail to its address, where the reader may know it, or by the public form. Whoever
 * may connect the mailbox of that address is told where.
 */
export function FirstTicket() {
  const words = useWords()
  const { data } = useQuery({ ...queries.intake(), enabled: useMay('mail.read') })
  const address = data?.items[0]?.mailbox
  const { data: addresses } = useQuery({ ...settingsQueries.addresses(), enabled: useMay('workspace.manage') })
  const isUnconnected = addresses?.items.find((each) => each.address === address)?.account === null
  return (
    <Nothing title={words.say('list.first')}>
      <p>{address === undefined ? words.say('list.first-form') : words.say('list.first-mail', { address })}</p>
      {isUnconnected && (
        <p>
          {words.say('list.first-mailbox')} <Link to="/settings/addresses">{words.say('list.connect')}</Link>
        </p>
      )}
      <a className="button" href={`${desk.base.slice(0, -'/desk'.length)}/requests/new`}>
        {words.say('list.open-form')}
      </a>
    </Nothing>
  )
}
