import type { Breach } from '@avow/contract'
import { lengthsOf } from '../../messages/lengths.ts'
import { useWords } from '../../messages/words.tsx'

/** Where the time of a broken promise went: a bar in the order of time, and each kind with its length in words. */
export function SegmentsBar({ segments }: Pick<Breach, 'segments'>) {
  const words = useWords()
  const lengths = lengthsOf(words)
  const lengthOf = ({ from, to }: { readonly from: string; readonly to: string }) => Date.parse(to) - Date.parse(from)
  const whole = segments.reduce((sum, segment) => sum + lengthOf(segment), 0)
  if (whole === 0) return null
  const kinds = [...new Set(segments.map(({ kind }) => kind))]
    .map((kind) => ({
      kind,
      ms: segments.filter((segment) => segment.kind === kind).reduce((sum, segment) => sum + lengthOf(segment), 0),
    }))
    .sort((a, b) => b.ms - a.ms)
  return (
    <figure className="segments" aria-label={words.say('broken.segments')}>
      <div className="segments-bar" aria-hidden="true">
        {segments.map((segment) => (
          <i
            key={`${segment.kind} ${segment.from}`}
            className={`segment ${segment.kind}`}
            style={{ inlineSize: `${(100 * lengthOf(segment)) / whole}%` }}
          />
        ))}
      </div>
      <ul>
        {kinds.map(({ kind, ms }) => (
          <li key={kind}>
            <i className={`segment ${kind}`} aria-hidden="true" />
            {words.sayCode(`segment.${kind}`) ?? kind} <span className="quiet">{lengths.wall(ms)}</span>
          </li>
        ))}
      </ul>
    </figure>
  )
}
