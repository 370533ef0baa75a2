import type { DraftWarning } from '@avow/contract'
import { useWords } from '../../messages/words.tsx'
import { useCharter } from '../charters/use-charter.tsx'
import { findingWords } from '../drafts/finding-words.ts'
import { useMoments } from '../people/me.tsx'

/** What the checks warned of in a version and was left as it is, each with the reason and who gave it. */
export function KeptWarnings({ warnings }: { readonly warnings: readonly DraftWarning[] }) {
  const words = useWords()
  if (warnings.length === 0) return null
  return (
    <section className="kept-warnings" aria-labelledby="kept-warnings-title">
      <h2 id="kept-warnings-title">{words.say('version.warnings')}</h2>
      <ul>
        {warnings.map((warning) => (
          <KeptWarning key={warning.finding} warning={warning} />
        ))}
      </ul>
    </section>
  )
}

function KeptWarning({ warning }: { readonly warning: DraftWarning }) {
  const words = useWords()
  const moments = useMoments()
  const { of } = useCharter()
  const { message, says, tick } = warning
  // What the server says of a finding is what core said of it there.
  const said = says === null ? undefined : findingWords(says as Parameters<typeof findingWords>[0], { words, of })
  return (
    <li>
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
            {words.say('version.warning-by', {
              who: tick.by?.name ?? words.say('nobody'),
              time: moments.full(Date.parse(tick.at)),
            })}
          </span>
        </p>
      )}
    </li>
  )
}
