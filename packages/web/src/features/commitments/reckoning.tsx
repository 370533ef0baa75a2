import type { Commitment, Reason } from '@avow/contract'
import { lengthsOf } from '../../messages/lengths.ts'
import { useWords } from '../../messages/words.tsx'
import type { CharterWords } from '../charters/charter-words.ts'
import { useMoments } from '../people/me.tsx'
import { foldSpans } from './fold-spans.ts'

interface ReckoningProps {
  readonly commitment: Commitment
  readonly lines: readonly Reason[]
  readonly of: CharterWords
}

/** Each span of the reckoning, its calendar, and the sum. */
export function Reckoning({ commitment, lines, of }: ReckoningProps) {
  const words = useWords()
  const moments = useMoments()
  const lengths = lengthsOf(words)
  const sum = lines.find(({ code }) => code === 'sum')
  const rows = foldSpans(lines.filter(({ code }) => code !== 'sum'))
  const calendar = commitment.calendar === null ? undefined : of.calendar(commitment.calendar)
  return (
    <table className="reckoning">
      <caption className="for-readers">{words.say('reckoning.title')}</caption>
      <thead>
        <tr>
          <th scope="col">{words.say('reckoning.span')}</th>
          <th scope="col">{calendar ?? words.say('reckoning.counted')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) =>
          'folded' in row ? (
            <tr key="folded">
              <td>{words.say('reckoning.folded', { count: row.folded })}</td>
              <td>{lengths.exact(row.counted)}</td>
            </tr>
          ) : (
            <tr key={`${row.code} ${row.from}`} className={row.code}>
              <td>{moments.span(Date.parse(row.from ?? ''), Date.parse(row.to ?? ''))}</td>
              <td>
                {row.code === 'closed' || row.code === 'paused'
                  ? words.say(`reckoning.${row.code}`)
                  : lengths.exact(row.counted_ms ?? 0)}
              </td>
            </tr>
          ),
        )}
      </tbody>
      {sum !== undefined && (
        <tfoot>
          <tr>
            <th scope="row">
              {words.say('reckoning.sum')}{' '}
              <span className="quiet">{words.say('reckoning.of', { target: of.target(commitment.target) })}</span>
            </th>
            <td>{lengths.exact(sum.counted_ms ?? 0)}</td>
          </tr>
        </tfoot>
      )}
    </table>
  )
}
