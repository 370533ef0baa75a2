import type { InboundMail } from '@avow/contract'
import { Link } from '@tanstack/react-router'
import { linkTo } from '../../api/call.page.ts'
import { withoutTurning } from '../../messages/isolates.ts'
import { useWords } from '../../messages/words.tsx'
import { useNow } from '../../time/clock.page.ts'
import { useMay, useMe, useMoments } from '../people/me.tsx'

interface InboundRowProps {
  readonly mail: InboundMail
  readonly isBusy: boolean
  readonly onMakeTicket: () => void
}

/** One mail: from whom, about what, what became of it and why. */
export function InboundRow({ mail, isBusy, onMakeTicket }: InboundRowProps) {
  const words = useWords()
  const moments = useMoments()
  const now = useNow()
  const { workspace } = useMe()
  const mayManage = useMay('mail.manage')
  const { id, subject, from, from_name, envelope_from, received_at, outcome, reason, ticket } = mail
  const at = Date.parse(received_at)
  const canBeTicket = outcome === 'suppressed' || outcome === 'quarantined'
  return (
    <tr>
      <td className="wide aligned">
        <bdi className="mail-text one-line" dir="auto">
          {subject === null || subject === '' ? words.say('list.no-subject') : withoutTurning(subject)}
        </bdi>
        <span className="mail-text one-line quiet">
          <bdi>{withoutTurning(from_name ?? '')}</bdi> <bdi dir="ltr">{from ?? envelope_from}</bdi>
        </span>
      </td>
      <td>
        <span className={outcome === 'quarantined' ? 'state risk' : undefined}>
          {words.say(`mail.outcome.${outcome ?? 'pending'}`)}
        </span>{' '}
        {ticket !== null && (
          <Link to="/tickets/$view/$number" params={{ view: 'all', number: ticket }}>
            <bdi dir="ltr">#{ticket}</bdi>
          </Link>
        )}
        {reason !== null && <div className="quiet">{words.sayCode(`mail.reason.${reason}`) ?? reason}</div>}
      </td>
      <td>
        <time className="quiet" dateTime={received_at} title={moments.exact(at)}>
          {moments.near(at, now)}
        </time>
      </td>
      <td className="end">
        {canBeTicket && mayManage && (
          <button type="button" className="button small" disabled={isBusy} onClick={onMakeTicket}>
            {words.say('mail.make-ticket')}
          </button>
        )}{' '}
        <a href={linkTo('readRawMail', { id }, workspace.slug)} download>
          {words.say('mail.raw')}
        </a>
      </td>
    </tr>
  )
}
