import type { MailVerification } from '@avow/contract'
import { Check, CircleHelp, TriangleAlert } from 'lucide-react'
import { useWords } from '../../messages/words.tsx'

/** Whether a mail is from whom it says, in words; what each method said unfolds. */
export function SenderMark({ verification }: { readonly verification: MailVerification }) {
  const words = useWords()
  const { sender, spf, dkim, dmarc } = verification
  const domain = dmarc.domain ?? dkim.domain ?? spf.domain
  return (
    <details className="sender-mark">
      <summary className={sender === 'verified' ? 'state kept' : sender === 'failed' ? 'state broken' : 'quiet'}>
        {sender === 'verified' && <Check aria-hidden="true" />}
        {sender === 'failed' && <TriangleAlert aria-hidden="true" />}
        {sender === 'unknown' && <CircleHelp aria-hidden="true" />} {words.say(`mail.sender.${sender}`)}
        {domain !== null && sender !== 'unknown' && (
          <>
            {' '}
            <bdi dir="ltr">{domain}</bdi>
          </>
        )}
      </summary>
      <ul className="quiet">
        {Object.entries({ SPF: spf, DKIM: dkim, DMARC: dmarc }).map(([method, { result, domain: of }]) => (
          <li key={method}>
            <bdi dir="ltr">{method}</bdi>: {words.say(`mail.proof.${result}`)}{' '}
            {of !== null && <bdi dir="ltr">({of})</bdi>}
          </li>
        ))}
      </ul>
    </details>
  )
}
