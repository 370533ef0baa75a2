import type { InboundMail } from '@avow/contract'
import { Link } from '@tanstack/react-router'
import { useId, useState } from 'react'
import { linkTo } from '../../api/call.page.ts'
import { withoutTurning } from '../../messages/isolates.ts'
import { useWords } from '../../messages/words.tsx'
import { useNow } from '../../time/clock.page.ts'
import { useMay, useMe, useMoments } from '../people/me.tsx'
import { MailContent } from './mail-content.tsx'
import { SenderMark } from './sender-mark.tsx'
import { traceWords } from './trace-words.ts'

/** What can be done with a mail that was set aside. */
export type MailDeed = 'ticketFromMail' | 'leaveMail' | 'retryMail'

interface InboundRowProps {
  readonly mail: InboundMail
  readonly isBusy: boolean
  readonly onDo: (deed: MailDeed) => void
}

/** One mail: from whom, about what, what became of it and why. */
export function InboundRow({ mail, isBusy, onDo }: InboundRowProps) {
  const words = useWords()
  const moments = useMoments()
  const now = useNow()
  const { workspace } = useMe()
  const mayManage = useMay('mail.manage')
  const {
    id,
    subject,
    from,
    from_name,
    envelope_from,
    received_at,
    outcome,
    reason,
    ticket,
    trace,
    left,
    verification,
  } = mail
  const at = Date.parse(received_at)
  const [isOpen, open] = useState(false)
  const isSetAside = outcome === 'suppressed' || outcome === 'quarantined'
  const content = useId()
  const deed = (name: MailDeed, label: string) => (
    <button type="button" className="button small" disabled={isBusy} onClick={() => onDo(name)}>
      {label}
    </button>
  )
  return (
    <>
      <tr>
        <td className="wide aligned">
          <bdi className="mail-text one-line" dir="auto">
            {subject === null || subject === '' ? words.say('list.no-subject') : withoutTurning(subject)}
          </bdi>
          <span className="mail-text one-line quiet">
            <bdi>{withoutTurning(from_name ?? '')}</bdi> <bdi dir="ltr">{from ?? envelope_from}</bdi>
          </span>
          {verification !== null && <SenderMark verification={verification} />}
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
          {trace !== null ? (
            <div className="quiet">{traceWords(trace, words).join(' ')}</div>
          ) : (
            reason !== null && <div className="quiet">{words.sayCode(`mail.reason.${reason}`) ?? reason}</div>
          )}
          {left && <div className="quiet">{words.say('mail.left')}</div>}
        </td>
        <td>
          <time className="quiet" dateTime={received_at} title={moments.exact(at)}>
            {moments.near(at, now)}
          </time>
        </td>
        <td className="end">
          {isSetAside && (
            <button
              type="button"
              className="button small"
              aria-expanded={isOpen}
              aria-controls={content}
              onClick={() => open(!isOpen)}
            >
              {words.say(isOpen ? 'mail.hide' : 'mail.read')}
            </button>
          )}{' '}
          <a href={linkTo('readRawMail', { id }, workspace.slug)} download>
            {words.say('mail.raw')}
          </a>
        </td>
      </tr>
      {isSetAside && isOpen && (
        <tr id={content} className="opened">
          <td colSpan={4}>
            <MailContent mail={mail} />
            {mayManage && (
              <p className="mail-deeds">
                {deed('ticketFromMail', words.say('mail.make-ticket'))}
                {!left && deed('leaveMail', words.say('mail.leave'))}
                {outcome === 'quarantined' && deed('retryMail', words.say('mail.retry'))}
              </p>
            )}
          </td>
        </tr>
      )}
    </>
  )
}
