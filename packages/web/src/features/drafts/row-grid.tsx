import { type EditPath, type PlainValue, type SourceEdit, writtenValue } from '@avow/core'
import { Plus } from 'lucide-react'
import { type KeyboardEvent, useRef, useState } from 'react'
import { useWords } from '../../messages/words.tsx'
import type { Fields } from './charter-data.ts'
import { GIVEN_NAMES } from './given-fields.tsx'
import { type Cell, gridDeed } from './grid-keys.ts'
import { type GridDeeds, GridRow, type Typing } from './grid-row.tsx'
import { cellTyped, newRow, plain } from './grid-values.ts'
import { useSame } from './part-scope.tsx'
import { factsInRows, GRID_GIVEN, type GridKind } from './row-kinds.ts'
import { keyOf, useStudio } from './studio-context.tsx'
import { isFaulty, pointerOf } from './typed-field.tsx'
import { useStable } from './use-stable.ts'

/** A table edited like a spreadsheet: arrows, Enter, Escape; one stop of the Tab key. */
export function RowGrid({
  path,
  rows: written,
  kind,
  label,
}: {
  readonly path: EditPath
  readonly rows: readonly Fields[]
  readonly kind: GridKind
  readonly label: string
}) {
  const { data, facts, findings, of, edit, mayWrite } = useStudio()
  const words = useWords()
  // A row that says the same stays the same object, and is not drawn anew.
  const rows = useSame(written)
  const [active, setActive] = useState<Cell>({ row: 0, column: 0 })
  const [typing, setTyping] = useState<Typing>()
  const [more, setMore] = useState<readonly string[]>([])
  const table = useRef<HTMLTableElement>(null)
  const declared = facts.map(({ name }) => name)
  const conditions = factsInRows([...rows, Object.fromEntries(more.map((name) => [name, '']))], declared, kind)
  const given: readonly (keyof typeof GIVEN_NAMES)[] = GRID_GIVEN[kind]
  const columns = useSame<readonly string[]>([...conditions, ...given])
  const heads = useSame<readonly string[]>([
    ...conditions.map((name) => of.fact(name)),
    ...given.map((name) => words.say(GIVEN_NAMES[name])),
  ])
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
  const faultyIn = (row: number): string =>
    findings.length === 0
      ? ''
      : columns.filter((_, column) => isFaulty(findings, pointerOf(data, pathOf({ row, column })))).join('\n')
  const deeds: GridDeeds = {
    focus,
    begin: (cell) => begin(cell, undefined),
    onKey,
    onTypingKey,
    type(cell, text) {
      setTyping({ ...cell, text })
      write(cell, cellTyped(text), keyOf(pathOf(cell)))
    },
    stopTyping: (cell) => setTyping((now) => (now === cell ? undefined : now)),
    moveRow,
    removeRow,
  }
  const stable = useStable(deeds)

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
              {columns.map((name, column) => (
                <th key={name} scope="col" className={column < conditions.length ? undefined : 'given'}>
                  {heads[column]}
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
              <GridRow
                // biome-ignore lint/suspicious/noArrayIndexKey: rows have no name of their own
                key={index}
                row={row}
                index={index}
                isLast={index === rows.length - 1}
                columns={columns}
                heads={heads}
                active={active.row === index ? active.column : undefined}
                typing={typing?.row === index ? typing : undefined}
                faulty={faultyIn(index)}
                mayWrite={mayWrite}
                deeds={stable}
              />
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
}
