import type { DraftWarning } from '@avow/contract'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { call } from '../../api/call.page.ts'
import { useWords } from '../../messages/words.tsx'
import { troubleWords } from '../../ui/standing-in.tsx'
import { useMoments } from '../people/me.tsx'
import { draftQueries } from './draft-queries.page.ts'
import { findingWords } from './finding-words.ts'
import { useStudioWords } from './studio-context.tsx'

/** What the checks warn of, each with the reason for which it may stay; with a field for it where `draft` is written on. */
export function WarningsView({
  warnings,
  draft,
}: {
  readonly warnings: readonly DraftWarning[]
  /** Id of the draft in which they may be ticked. */
  readonly draft?: string
}) {
  const words = useWords()
  if (warnings.length === 0) return null
  return (
    <section className="warnings" aria-labelledby="warnings-title">
      <h2 id="warnings-title">{words.say('warnings.title')}</h2>
      <ul>
        {warnings.map((warning) => (
          <Warning key={warning.finding} warning={warning} draft={draft} />
        ))}
      </ul>
    </section>
  )
}

function Warning({ warning, draft }: { readonly warning: DraftWarning; readonly draft: string | undefined }) {
  const words = useWords()
  const moments = useMoments()
  const { of, showInText } = useStudioWords()
  const { code, message, says, line, column, tick } = warning
  // What the server says of a finding is what core said of it there.
  const said = says === null ? undefined : findingWords(says as Parameters<typeof findingWords>[0], { words, of })
  return (
    <li>
      <p>
        <strong>{words.sayCode(`finding.${code}`) ?? words.say('finding.warning')}</strong>{' '}
        <button type="button" className="link" onClick={() => showInText(line, column)}>
          {words.say('studio.line', { line })}
        </button>
      </p>
      {said === undefined ? (
        <p lang="en" dir="auto">
          {message}
        </p>
      ) : (
        <p dir="auto">{said}</p>
      )}
      {tick !== null && (
        <p className="stays">
          <bdi>{tick.reason}</bdi>{' '}
          <span className="quiet">
            {words.say('review.approved-by', {
              who: tick.by?.name ?? words.say('nobody'),
              time: moments.full(Date.parse(tick.at)),
            })}
          </span>
        </p>
      )}
      {draft !== undefined && <Tick draft={draft} warning={warning} />}
    </li>
  )
}

function Tick({ draft, warning }: { readonly draft: string; readonly warning: DraftWarning }) {
  const words = useWords()
  const client = useQueryClient()
  const field = useId()
  const [reason, setReason] = useState('')
  const params = { id: draft, finding: warning.finding }
  const ticking = useMutation({
    mutationFn: (because: string | null) =>
      because === null ? call('untickWarning', { params }) : call('tickWarning', { params, body: { reason: because } }),
    onSuccess: (fresh) => {
      client.setQueryData(draftQueries.warnings(draft, fresh.seq).queryKey, fresh)
      setReason('')
    },
  })
  return (
    <>
      {warning.tick !== null ? (
        <button type="button" className="link" disabled={ticking.isPending} onClick={() => ticking.mutate(null)}>
          {words.say('warnings.take-back')}
        </button>
      ) : (
        <span className="tick">
          <label htmlFor={field}>{words.say('warnings.reason')}</label>
          <input
            id={field}
            className="input"
            dir="auto"
            maxLength={1000}
            value={reason}
            onChange={({ currentTarget }) => setReason(currentTarget.value)}
          />
          <button
            type="button"
            className="button"
            disabled={ticking.isPending || reason.trim() === ''}
            onClick={() => ticking.mutate(reason.trim())}
          >
            {words.say('warnings.keep')}
          </button>
        </span>
      )}
      {ticking.error !== null && (
        <p className="band broken" role="alert">
          {troubleWords(ticking.error, words)}
        </p>
      )}
    </>
  )
}
