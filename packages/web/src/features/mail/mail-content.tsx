import type { InboundMail } from '@avow/contract'
import { useQuery } from '@tanstack/react-query'
import { queries } from '../../api/queries.page.ts'
import { withoutTurning } from '../../messages/isolates.ts'
import { useWords } from '../../messages/words.tsx'
import { Loading, Trouble } from '../../ui/standing-in.tsx'
import { MailFrame } from '../tickets/mail-frame.tsx'
import './mail-health.css'

/** What stands in a mail that is on no ticket; nothing of it runs or is fetched from elsewhere. */
export function MailContent({ mail: { id, from, envelope_from } }: { readonly mail: InboundMail }) {
  const words = useWords()
  const { data, error, refetch } = useQuery(queries.mailContent(id))
  if (error !== null) return <Trouble error={error} again={refetch} />
  if (data === undefined) return <Loading />
  const { text, html, is_raw } = data
  if (html !== null)
    return <MailFrame entry={{ html, language: null, text: null, quoted: null }} who={from ?? envelope_from} />
  return (
    <>
      {is_raw && <p className="quiet">{words.say('mail.raw-shown')}</p>}
      {text.trim() === '' ? (
        <p className="quiet">{words.say('mail.no-text')}</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a long text is scrolled by keys, too
        <pre className="mail-content" dir="auto" tabIndex={0}>
          {withoutTurning(text)}
        </pre>
      )}
    </>
  )
}
