import type { ClauseView } from '@avow/contract'
import { useWords } from '../../messages/words.tsx'
import type { CharterWords } from '../charters/charter-words.ts'
import { factName } from './cell-words.ts'
import { givenWords, whenWords } from './given-words.ts'

interface ClauseTableProps {
  readonly clause: ClauseView
  readonly of: CharterWords
  /** The other wording of the clause, whose rows are told apart from these. */
  readonly against?: ClauseView | null | undefined
}

/** The table of a clause: for which tickets, and what then. Rows that the other wording does not have are marked. */
export function ClauseTable({ clause, of, against }: ClauseTableProps) {
  const words = useWords()
  const context = { words, of }
  const { rows } = clause
  const facts = [...new Set(rows.flatMap(({ when }) => Object.keys(when)))]
  const fields = [...new Set(rows.flatMap(({ gives }) => Object.keys(gives)))].sort((a, b) => placeOf(a) - placeOf(b))
  const others = new Set(against?.rows.map((row) => JSON.stringify(row)))
  const isChanged = (row: (typeof rows)[number]) => against != null && !others.has(JSON.stringify(row))
  // A step is no case of several: one without a time is taken at once.
  const rest = words.say(clause.kind === 'escalation' ? 'step.at-once' : 'cell.rest')
  if (rows.length === 0) return null
  return (
    <div className="table-box">
      <table className="table clause-table">
        <thead>
          <tr>
            {facts.map((fact) => (
              <th key={fact} scope="col">
                {labelOf(fact)}
              </th>
            ))}
            {fields.map((field) => (
              <th key={field} scope="col">
                {fieldOf(field)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a row has no name but its number
            <tr key={at} className={isChanged(row) ? 'changed' : undefined}>
              {facts.length > 0 && Object.keys(row.when).length === 0 ? (
                <td colSpan={facts.length} className="quiet">
                  {rest}
                </td>
              ) : (
                facts.map((fact) => (
                  <td key={fact} data-label={row.when[fact] === undefined ? undefined : labelOf(fact)}>
                    {row.when[fact] === undefined ? (
                      <span className="quiet wide-only-cell">{words.say('cell.any')}</span>
                    ) : (
                      <bdi>{whenWords(fact, row.when[fact] ?? '', context)}</bdi>
                    )}
                  </td>
                ))
              )}
              {fields.map((field, first) => (
                <td key={field} data-label={row.gives[field] === undefined ? undefined : fieldOf(field)}>
                  {row.gives[field] !== undefined && <bdi>{givenWords(field, row.gives[field] ?? '', context)}</bdi>}
                  {first === fields.length - 1 && isChanged(row) && (
                    <span className="mark changed-mark">{words.say('difference.row')}</span>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )

  function labelOf(fact: string): string {
    return words.sayCode(`when.${fact}`) ?? factName(fact, context)
  }

  function fieldOf(field: string): string {
    return words.sayCode(`given.${field.replaceAll(' ', '-')}`) ?? field
  }
}

/** In the order in which a charter has them; what came through a store may have lost it. */
const FIELDS = [
  'target',
  'audience',
  'allow',
  'may',
  'up to',
  'per ticket',
  'per day',
  'bend',
  'tell',
  'give to',
  'raise priority',
]

function placeOf(field: string): number {
  const at = FIELDS.indexOf(field)
  return at < 0 ? FIELDS.length : at
}
