import { writtenValue } from '@avow/core'
import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react'
import { type KeyboardEvent, memo } from 'react'
import { useWords } from '../../messages/words.tsx'
import type { Fields } from './charter-data.ts'
import type { Cell } from './grid-keys.ts'

/** What is being typed into a cell, and what stood there. */
export interface Typing extends Cell {
  readonly text: string
  readonly before: unknown
}

/** What can be done in a row; row-grid.tsx does it. */
export interface GridDeeds {
  readonly focus: (cell: Cell) => void
  readonly begin: (cell: Cell) => void
  readonly onKey: (event: KeyboardEvent<HTMLElement>, cell: Cell) => void
  readonly onTypingKey: (event: KeyboardEvent<HTMLInputElement>, cell: Typing) => void
  readonly type: (cell: Typing, text: string) => void
  readonly stopTyping: (cell: Typing) => void
  readonly moveRow: (from: number, to: number) => void
  readonly removeRow: (row: number) => void
}

interface RowProps {
  readonly row: Fields
  readonly index: number
  readonly isLast: boolean
  readonly columns: readonly string[]
  /** What each column is called. */
  readonly heads: readonly string[]
  /** The column that the Tab key stops at, where it is in this row. */
  readonly active: number | undefined
  readonly typing: Typing | undefined
  /** Names of columns in which something is wrong, a line each. */
  readonly faulty: string
  readonly mayWrite: boolean
  readonly deeds: GridDeeds
}

/** A row of the grid. A key typed into one row draws that row alone: a table may have hundreds. */
export const GridRow = memo(function GridRow(props: RowProps) {
  const { row, index, isLast, columns, heads, active, typing, faulty, mayWrite, deeds } = props
  const words = useWords()
  const wrong = faulty.split('\n')
  return (
    <tr>
      <th scope="row">{words.number(index + 1)}</th>
      {columns.map((name, column) => {
        const cell = { row: index, column }
        const typed = typing?.column === column ? typing : undefined
        const shown = writtenValue(row[name])
        return (
          <td
            key={name}
            // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the pattern of grids
            role="gridcell"
            tabIndex={active === column && typed === undefined ? 0 : -1}
            data-cell={`${index}:${column}`}
            data-faulty={wrong.includes(name) || undefined}
            onClick={() => {
              if (typed === undefined) deeds.focus(cell)
            }}
            onDoubleClick={() => deeds.begin(cell)}
            onKeyDown={typed === undefined ? (event) => deeds.onKey(event, cell) : undefined}
          >
            {typed !== undefined ? (
              <input
                // The one way into the cell is to type.
                // biome-ignore lint/a11y/noAutofocus: see above
                autoFocus
                className="ltr"
                aria-label={words.say('studio.grid.cell', { column: heads[column] ?? name, row: index + 1 })}
                value={typed.text}
                onChange={({ currentTarget }) => deeds.type(typed, currentTarget.value)}
                onKeyDown={(event) => deeds.onTypingKey(event, typed)}
                onBlur={() => deeds.stopTyping(typed)}
              />
            ) : shown === '' ? (
              <span className="quiet">–</span>
            ) : (
              <bdi>{shown}</bdi>
            )}
          </td>
        )
      })}
      {mayWrite && (
        <td className="row-deeds">
          <RowButton
            label={words.say('studio.grid.up', { row: index + 1 })}
            isOff={index === 0}
            onPress={() => deeds.moveRow(index, index - 1)}
            icon={ArrowUp}
          />
          <RowButton
            label={words.say('studio.grid.down', { row: index + 1 })}
            isOff={isLast}
            onPress={() => deeds.moveRow(index, index + 1)}
            icon={ArrowDown}
          />
          <RowButton
            label={words.say('studio.grid.remove', { row: index + 1 })}
            isOff={index === 0 && isLast}
            onPress={() => deeds.removeRow(index)}
            icon={Trash2}
          />
        </td>
      )}
    </tr>
  )
})

function RowButton(props: {
  readonly label: string
  readonly isOff: boolean
  readonly onPress: () => void
  readonly icon: typeof ArrowUp
}) {
  const { label, isOff, onPress, icon: Icon } = props
  return (
    <button
      type="button"
      className="button plain square small"
      tabIndex={-1}
      aria-label={label}
      title={label}
      disabled={isOff}
      onClick={onPress}
    >
      <Icon aria-hidden="true" />
    </button>
  )
}
