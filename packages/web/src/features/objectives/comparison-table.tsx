import { type BenchmarkGap, type Comparison, dayWords } from '@avow/contract'
import { CircleCheck, Equal, TriangleAlert } from 'lucide-react'
import { useWords } from '../../messages/words.tsx'
import { TableBox } from '../../ui/table-box.tsx'
import { useCharter } from '../charters/use-charter.tsx'
import { amountWords, gapWords } from './figure-words.ts'
import '../../ui/table.css'

interface ComparisonTableProps {
  /** Its id. */
  readonly objective: string
  readonly comparisons: readonly Comparison[]
}

const SIGNS = {
  ours: [CircleCheck, 'kept'],
  theirs: [TriangleAlert, 'at-risk'],
  neither: [Equal, 'running'],
} as const satisfies Record<BenchmarkGap['better'], unknown>

/** What others claim and what our people waited there, each against our own figure. */
export function ComparisonTable({ objective, comparisons }: ComparisonTableProps) {
  const words = useWords()
  const { of } = useCharter()
  const title = words.say('objective.comparisons', { objective })
  const head = {
    of: words.say('given.of'),
    claims: words.say('given.claims'),
    ours: words.say('objective.ours'),
    gap: words.say('objective.gap'),
    observed: words.say('objective.observed'),
    source: words.say('given.source'),
  }
  return (
    <TableBox label={title}>
      <table className="table comparisons">
        <thead>
          <tr>
            {Object.values(head).map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {comparisons.map((one) => (
            <tr key={[one.of, one.channel, one.date, one.source, one.claims.kind].join('/')}>
              <td>
                <bdi>{one.of}</bdi>
                {one.channel !== null && <span className="quiet"> · {of.factValue('channel', one.channel)}</span>}
                {one.stance !== null && <span className="quiet line">{words.say(`stance.${one.stance}`)}</span>}
              </td>
              <td data-label={head.claims}>{amountWords(one.claims, words)}</td>
              <td data-label={head.ours}>{one.ours?.figure == null ? '–' : amountWords(one.ours.figure, words)}</td>
              <td data-label={head.gap}>
                {one.gap === null ? (
                  <span className="quiet">
                    {words.say(one.ours === null ? 'objective.not-comparable' : 'objective.no-cases')}
                  </span>
                ) : (
                  <GapMark gap={one.gap} />
                )}
              </td>
              <td data-label={head.observed}>
                {one.observed === null ? (
                  '–'
                ) : (
                  <>
                    {words.say('objective.observed-wait', {
                      wait: amountWords({ kind: 'time', ms: one.observed.ms }, words),
                      count: one.observed.count,
                    })}
                    {one.observed.gap !== null && (
                      <span className="line">
                        <GapMark gap={one.observed.gap} />
                      </span>
                    )}
                  </>
                )}
              </td>
              <td data-label={head.source}>
                <bdi>{one.source}</bdi>
                <span className="quiet line">
                  {words.say('objective.read', { date: dayWords(words.locale, one.date) })}
                </span>
                {one.is_old && (
                  <span className="state at-risk line">
                    <TriangleAlert aria-hidden="true" /> {words.say('objective.old')}
                  </span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableBox>
  )
}

function GapMark({ gap }: { readonly gap: BenchmarkGap }) {
  const words = useWords()
  const [Sign, standing] = SIGNS[gap.better]
  return (
    <span className={`state ${standing}`}>
      <Sign aria-hidden="true" /> {gapWords(gap, words)}
    </span>
  )
}
