import type { MailTrace as Trace } from '@avow/contract'
import { useWords } from '../../messages/words.tsx'
import { traceWords } from './trace-words.ts'
import './mail-trace.css'

/** Why a mail is on its ticket: a quiet line that opens. */
export function MailTrace({ trace }: { readonly trace: Trace }) {
  const words = useWords()
  return (
    <details className="mail-trace" lang={words.language}>
      <summary>{words.say('trace.title')}</summary>
      <p>{traceWords(trace, words).join(' ')}</p>
      {trace.message_id !== null && (
        <p>
          {words.say('trace.message-id')} <bdi dir="ltr">{trace.message_id}</bdi>
        </p>
      )}
    </details>
  )
}
