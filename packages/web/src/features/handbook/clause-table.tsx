import { type ClauseRow, type ClauseView, conditionColumns, givenColumns } from '@avow/contract'
import { useWords } from '../../messages/words.tsx'
import { TableBox } from '../../ui/table-box.tsx'
import type { CharterWords } from '../charters/charter-words.ts'
import { ClauseSteps } from './clause-steps.tsx'

interface ClauseTableProps {
  readonly clause: ClauseView
  readonly of: CharterWords
  /** The other wording of the clause, whose rows are told apart from these. */
  readonly against?: ClauseView | null | undefined
}

/** The table of a clause: for which tickets, and what then; a procedure has its steps. Rows that the other wording does not have are marked. */
export function ClauseTable({ clause, of, against }: ClauseTableProps) {
  const words = useWords()
  const { rows, kind } = clause
  const conditions = conditionColumns(clause, { words, of })
  const givens = givenColumns(clause, { words, of })
  const others = new Set(against?.rows.map((row) => JSON.stringify(row)))
  const isChanged = (row: ClauseRow) => against != null && !others.has(JSON.stringify(row))
  if (rows.length === 0) return null
  if (kind === 'procedure') return <ClauseSteps clause={clause} of={of} />
  return (
    <TableBox label={clause.id}>
      <table className="table clause-table">
        <thead>
          <tr>
            {[...conditions, ...givens].map(({ name, label }) => (
              <th key={name} scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, number) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a row has no name but its number
            <tr key={number} className={isChanged(row) ? 'changed' : undefined}>
              {conditions.length > 0 && Object.keys(row.when).length === 0 ? (
                <td colSpan={conditions.length} className="quiet">
                  {/* A step is no case of several: one without a time is taken at once. */}
                  {words.say(kind === 'escalation' ? 'step.at-once' : 'cell.rest')}
                </td>
              ) : (
                conditions.map(({ name, label, text }) => {
                  const said = text(row)
                  return said === undefined ? (
                    <td key={name}>
                      <span className="quiet wide-only-cell">{words.say('cell.any')}</span>
                    </td>
                  ) : (
                    <td key={name} data-label={label}>
                      <bdi>{said}</bdi>
                    </td>
                  )
                })
              )}
              {givens.map(({ name, label, text }, at) => {
                const said = text(row)
                return (
                  <td key={name} data-label={said === undefined ? undefined : label}>
                    {said !== undefined && <bdi>{said}</bdi>}
                    {at === givens.length - 1 && isChanged(row) && (
                      <span className="mark changed-mark">{words.say('difference.row')}</span>
                    )}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </TableBox>
  )
}
