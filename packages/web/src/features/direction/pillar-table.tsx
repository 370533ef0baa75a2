import type { AnswerOf } from '../../api/call.page.ts'
import { useWords } from '../../messages/words.tsx'
import { momentsOf } from '../../time/moments.ts'
import { TableBox } from '../../ui/table-box.tsx'
import type { CharterWords } from '../charters/charter-words.ts'
import { useCharter } from '../charters/use-charter.tsx'
import { ClauseLink } from './clause-link.tsx'
import '../../ui/table.css'

type Direction = AnswerOf<'readDirection'>

interface PillarTableProps {
  readonly direction: Direction
  readonly of: CharterWords
}

/** Of each value: how many clauses serve it, and how many of their promises were kept; the rows sum to the last one. */
export function PillarTable({ direction, of }: PillarTableProps) {
  const words = useWords()
  const { clauses, pillars, total, from, to, version } = direction
  const { charter } = useCharter(version.hash)
  // The dates are those of the charter.
  const moments = momentsOf(words.locale, charter?.zone ?? 'UTC')
  const title = words.say('direction.pillars')
  return (
    <section className="direction-part" aria-labelledby="pillars-title">
      <h2 id="pillars-title">{title}</h2>
      <p className="quiet">
        {words.say('direction.pillars-lead', {
          from: moments.date(Date.parse(from)),
          to: moments.date(Date.parse(to)),
        })}
      </p>
      <TableBox label={title}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{words.say('direction.value')}</th>
              <th scope="col" className="number">
                {words.say('direction.clauses')}
              </th>
              <th scope="col" className="number">
                {words.say('direction.due')}
              </th>
              <th scope="col" className="number">
                {words.say('direction.kept')}
              </th>
              <th scope="col" className="number">
                {words.say('direction.shown')}
              </th>
            </tr>
          </thead>
          <tbody>
            {pillars.map((row) => (
              <tr key={row.value ?? ''}>
                <th scope="row">
                  {row.value === null ? (
                    words.say('direction.no-value')
                  ) : (
                    <ClauseLink id={row.value} clauses={clauses} of={of} />
                  )}
                </th>
                <Counts row={row} />
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{words.say('direction.total')}</th>
              <Counts row={total} />
            </tr>
          </tfoot>
        </table>
      </TableBox>
    </section>
  )
}

function Counts({ row }: { readonly row: Direction['total'] }) {
  const words = useWords()
  return (
    <>
      <td className="number" data-label={words.say('direction.clauses')}>
        {words.number(row.clauses)}
      </td>
      <td className="number" data-label={words.say('direction.due')}>
        {words.number(row.settled)}
      </td>
      <td className="number" data-label={words.say('direction.kept')}>
        {words.number(row.kept)}
      </td>
      <td className="number" data-label={words.say('direction.shown')}>
        {row.scored === 0 ? '–' : words.say('direction.share', { share: row.shown / row.scored, count: row.scored })}
      </td>
    </>
  )
}
