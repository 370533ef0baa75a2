import { type EditPath, type PlainValue, type SourceEdit, writtenValue } from '@avow/core'
import { ArrowDown, ArrowUp, Plus, Trash2 } from 'lucide-react'
import { type KeyboardEvent, useRef, useState } from 'react'
import { useWords } from '../../messages/words.tsx'
import type { Fields } from './charter-data.ts'
import { GIVEN_NAMES } from './given-fields.tsx'
import { type Cell, gridDeed } from './grid-keys.ts'
import { cellTyped, newRow, plain } from './grid-values.ts'
import { factsInRows, TABLE_KINDS, type TableKind } from './row-kinds.ts'
import { keyOf, useStudio } from './studio-context.tsx'
import { isFaulty, pointerOf } from './typed-field.tsx'

/** What is being typed into a cell, and what stood there. */
interface Typing extends Cell {
  readonly text: string
  readonly before: unknown
}

/** A table edited like a spreadsheet: arrows, Enter, Escape; one stop of the Tab key. */
export function RowGrid({
  path,
  rows,
  kind,
  label,
}: {
  readonly path: EditPath
  readonly rows: readonly Fields[]
  readonly kind: TableKind
  readonly label: string
}) {
  const { data, facts, findings, of, edit, mayWrite } = useStudio()
  const words = useWords()
  const [active, setActive] = useState<Cell>({ row: 0, column: 0 })
  const [typing, setTyping] = useState<Typing>()
  const [more, setMore] = useState<readonly string[]>([])
  const table = useRef<HTMLTableElement>(null)
  const declared = facts.map(({ name }) => name)
  const conditions = factsInRows([...rows, Object.fromEntries(more.map((name) => [name, '']))], declared)
  const given: readonly (keyof typeof GIVEN_NAMES)[] = TABLE_KINDS[kind].given
  const columns: readonly string[] = [...conditions, ...given]
  const unused = declared.filter((name) => !conditions.includes(name))

  const focus = (cell: Cell): void => {
    setActive(cell)
    requestAnimationFrame(() =>
      table.current
        ?.querySelector<HTMLElement>(`[data-cell="${cell.row}:${cell.column}"]`)
        ?.focus({ preventScroll: false }),
    )
  }
  const pathOf = ({ row, column }: Cell): EditPath => [...path, row, columns[column] ?? '']
  const write = (cell: Cell, value: PlainValue | undefined, key?: string): void => {
    const isThere = Object.hasOwn(rows[cell.row] ?? {}, columns[cell.column] ?? '')
    if (value === undefined && !isThere) return
    edit(
      [value === undefined ? { kind: 'remove', path: pathOf(cell) } : { kind: 'set', path: pathOf(cell), value }],
      key,
    )
  }
  const begin = (cell: Cell, text: string | undefined): void => {
    if (!mayWrite) return
    const before = rows[cell.row]?.[columns[cell.column] ?? '']
    setActive(cell)
    setTyping({ ...cell, text: text ?? writtenValue(before), before })
    if (text !== undefined) write(cell, cellTyped(text), keyOf(pathOf(cell)))
  }
  const leave = (to: Cell): void => {
    setTyping(undefined)
    focus(to)
  }
  const change = (edits: readonly SourceEdit[], to: Cell): void => {
    setTyping(undefined)
    if (mayWrite) edit(edits)
    focus(to)
  }
  const moveRow = (from: number, to: number): void => change([{ kind: 'move', path, from, to }], { ...active, row: to })
  const addRow = (at: number): void =>
    change([{ kind: 'insert', path, at, value: newRow(kind, rows) }], { row: at, column: 0 })
  const removeRow = (row: number): void => {
    if (rows.length > 1)
      change([{ kind: 'remove', path: [...path, row] }], { ...active, row: Math.min(row, rows.length - 2) })
  }

  const onKey = (event: KeyboardEvent<HTMLElement>, cell: Cell): void => {
    const isTurned = event.currentTarget.matches(':dir(rtl)')
    const deed = gridDeed(
      {
        key: event.key,
        ctrlKey: event.ctrlKey,
        metaKey: event.metaKey,
        altKey: event.altKey,
        isComposing: event.nativeEvent.isComposing,
      },
      cell,
      { row: rows.length, column: columns.length },
      isTurned,
    )
    if (deed === undefined) return
    event.preventDefault()
    if (deed.kind === 'go') focus(deed.to)
    else if (deed.kind === 'type') begin(cell, deed.begin)
    else if (deed.kind === 'clear') write(cell, undefined)
    else if (deed.kind === 'move row') moveRow(cell.row, deed.to)
    else if (deed.kind === 'add row') addRow(deed.at)
    else removeRow(cell.row)
  }
  const onTypingKey = (event: KeyboardEvent<HTMLInputElement>, cell: Typing): void => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape') {
      write(cell, cell.before === undefined ? undefined : plain(cell.before))
      leave(cell)
    } else if (event.key === 'Enter') leave({ row: Math.min(cell.row + 1, rows.length - 1), column: cell.column })
    else if (event.key === 'Tab') {
      const next = cell.column + (event.shiftKey ? -1 : 1)
      if (next < 0 || next >= columns.length) return
      leave({ row: cell.row, column: next })
    } else return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <div className="grid-box">
      <div className="scroller" tabIndex={-1}>
        {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the pattern of grids is made of a table */}
        <table role="grid" aria-label={label} className="grid" ref={table}>
          <thead>
            <tr>
              <th scope="col">
                <span className="for-readers">{words.say('studio.grid.row')}</span>
              </th>
              {conditions.map((name) => (
                <th key={name} scope="col">
                  {of.fact(name)}
                </th>
              ))}
              {given.map((name) => (
                <th key={name} scope="col" className="given">
                  {words.say(GIVEN_NAMES[name])}
                </th>
              ))}
              {mayWrite && (
                <th scope="col">
                  <span className="for-readers">{words.say('studio.grid.deeds')}</span>
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows have no name of their own
              <tr key={index}>
                <th scope="row">{words.number(index + 1)}</th>
                {columns.map((name, column) => {
                  const cell = { row: index, column }
                  const isActive = active.row === index && active.column === column
                  const isTyping = typing !== undefined && typing.row === index && typing.column === column
                  const shown = writtenValue(row[name])
                  return (
                    <td
                      key={name}
                      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the pattern of grids
                      role="gridcell"
                      tabIndex={isActive && !isTyping ? 0 : -1}
                      data-cell={`${index}:${column}`}
                      data-faulty={
                        (findings.length > 0 && isFaulty(findings, pointerOf(data, pathOf(cell)))) || undefined
                      }
                      onClick={() => {
                        if (!isTyping) focus(cell)
                      }}
                      onDoubleClick={() => begin(cell, undefined)}
                      onKeyDown={isTyping ? undefined : (event) => onKey(event, cell)}
                    >
                      {isTyping ? (
                        <input
                          // The one way into the cell is to type.
                          // biome-ignore lint/a11y/noAutofocus: see above
                          autoFocus
                          className="ltr"
                          aria-label={words.say('studio.grid.cell', {
                            column: headOf(name, of.fact, words.say),
                            row: index + 1,
                          })}
                          value={typing.text}
                          onChange={({ currentTarget }) => {
                            setTyping({ ...typing, text: currentTarget.value })
                            write(cell, cellTyped(currentTarget.value), keyOf(pathOf(cell)))
                          }}
                          onKeyDown={(event) => onTypingKey(event, typing)}
                          onBlur={() => setTyping((now) => (now === typing ? undefined : now))}
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
                      onPress={() => moveRow(index, index - 1)}
                      icon={ArrowUp}
                    />
                    <RowButton
                      label={words.say('studio.grid.down', { row: index + 1 })}
                      isOff={index === rows.length - 1}
                      onPress={() => moveRow(index, index + 1)}
                      icon={ArrowDown}
                    />
                    <RowButton
                      label={words.say('studio.grid.remove', { row: index + 1 })}
                      isOff={rows.length === 1}
                      onPress={() => removeRow(index)}
                      icon={Trash2}
                    />
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {mayWrite && (
        <div className="grid-foot">
          <button type="button" className="button small" onClick={() => addRow(Math.max(0, rows.length - 1))}>
            <Plus aria-hidden="true" />
            {words.say('studio.grid.add')}
          </button>
          {unused.length > 0 && (
            <select
              className="typed add"
              aria-label={words.say('studio.grid.add-column')}
              value=""
              onChange={({ currentTarget }) => setMore([...more, currentTarget.value])}
            >
              <option value="">{words.say('studio.grid.add-column')}</option>
              {unused.map((name) => (
                <option key={name} value={name}>
                  {of.fact(name)}
                </option>
              ))}
            </select>
          )}
          <span className="quiet keys-hint">{words.say('studio.grid.keys')}</span>
        </div>
      )}
    </div>
  )

  function headOf(name: string, fact: (name: string) => string, say: typeof words.say): string {
    const found = given.find((one) => one === name)
    return found === undefined ? fact(name) : say(GIVEN_NAMES[found])
  }
}

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
