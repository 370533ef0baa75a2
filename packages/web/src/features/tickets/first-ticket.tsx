import { useQuery } from '@tanstack/react-query'
import { desk } from '../../api/call.page.ts'
import { queries } from '../../api/queries.page.ts'
import { useWords } from '../../messages/words.tsx'
import { Nothing } from '../../ui/standing-in.tsx'
import { useMay } from '../people/me.tsx'

/** How the first ticket of a desk comes: by a mail to its address, where the reader may know it, or by the public form. */
export function FirstTicket() {
  const words = useWords()
  const { data } = useQuery({ ...queries.intake(), enabled: useMay('mail.read') })
  const address = data?.items[0]?.mailbox
  return (
    <Nothing title={words.say('list.first')}>
      <p>{address === undefined ? words.say('list.first-form') : words.say('list.first-mail', { address })}</p>
      <a className="button" href={`${desk.base.slice(0, -'/desk'.length)}/requests/new`}>
        {words.say('list.open-form')}
      </a>
    </Nothing>
  )
}
