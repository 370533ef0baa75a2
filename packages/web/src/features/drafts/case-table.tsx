import type { PlainValue } from '@avow/core'
import { useId, useState } from 'react'
import { useWords } from '../../messages/words.tsx'
import type { CasesRead } from './read-case-table.ts'
import { useStudio } from './studio-context.tsx'

/** Lines named at once; who has more mends these first. */
const SHOWN = 12

/** Bytes of a file that is read at all; what it holds is measured by the line. */
const MOST_BYTES = 2_000_000

/** Examples by the table: each line of a CSV becomes one, or is named with what is wrong with it. */
export function CaseTable({ onTake }: { readonly onTake: (examples: readonly PlainValue[]) => void }) {
  const { readData, facts, promises, remedies } = useStudio()
  const words = useWords()
  const field = useId()
  const [table, setTable] = useState('')
  const [read, setRead] = useState<CasesRead | { readonly kind: 'large-file' }>()
  const [isBusy, setBusy] = useState(false)
  const columns = ['at', ...facts.filter(({ isCounted }) => !isCounted).map(({ name }) => name)]
  const [clause = 'P1'] = [...promises, ...remedies]
  const outcomes = promises.includes(clause) ? [`${clause}.due`, `${clause}.row`] : [`${clause}.allow`, `${clause}.row`]
  const take = async (): Promise<void> => {
    setBusy(true)
    try {
      // What reads tables comes when somebody has one.
      const { readCaseTable } = await import('./read-case-table.ts')
      const fresh = readCaseTable(table, readData())
      setRead(fresh)
      if (fresh.kind !== 'read') return
      onTake(fresh.examples)
      setTable(fresh.rest)
    } finally {
      setBusy(false)
    }
  }
  const choose = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return
    setRead(file.size > MOST_BYTES ? { kind: 'large-file' } : undefined)
    if (file.size <= MOST_BYTES) setTable(await file.text())
  }
  return (
    <details className="fold">
      <summary>{words.say('studio.cases')}</summary>
      <p className="quiet" id={`${field}-says`}>
        {words.say('studio.cases.says')}
      </p>
      <code className="columns" dir="ltr">
        {[...columns, ...outcomes].join(',')}
      </code>
      <textarea
        className="cases"
        dir="ltr"
        rows={5}
        spellCheck={false}
        aria-label={words.say('studio.cases.table')}
        aria-describedby={`${field}-says`}
        value={table}
        onChange={({ currentTarget }) => setTable(currentTarget.value)}
      />
      <div className="several">
        <button
          type="button"
          className="button small"
          disabled={isBusy || table.trim() === ''}
          onClick={() => void take()}
        >
          {words.say('studio.cases.take')}
        </button>
        <label className="button small file">
          {words.say('studio.cases.file')}
          <input
            className="for-readers"
            type="file"
            accept=".csv,.txt,.tsv,text/csv,text/plain"
            onChange={({ currentTarget }) => {
              void choose(currentTarget.files?.[0])
              // The same file, mended, can be chosen again.
              currentTarget.value = ''
            }}
          />
        </label>
      </div>
      <div role="status">{read !== undefined && <Outcome read={read} />}</div>
    </details>
  )
}

/** What became of the table, in words. */
function Outcome({ read }: { readonly read: CasesRead | { readonly kind: 'large-file' } }) {
  const words = useWords()
  switch (read.kind) {
    case 'read':
      return (
        <>
          <p className={read.examples.length > 0 ? 'band kept' : 'band'}>
            {words.say('studio.cases.taken', { count: read.examples.length })}
          </p>
          {read.refused.length > 0 && (
            <ul className="tried">
              {read.refused.slice(0, SHOWN).map(({ line, why }) => (
                <li key={`${line} ${why}`} className="remark broken">
                  <strong>{words.say('studio.line', { line })}</strong>
                  <p lang="en" dir="auto">
                    {why}
                  </p>
                </li>
              ))}
            </ul>
          )}
          {read.refused.length > SHOWN && (
            <p className="quiet">{words.say('studio.cases.more', { count: read.refused.length - SHOWN })}</p>
          )}
        </>
      )
    case 'unknown-column':
      return (
        <p className="band broken">
          {words.say('studio.cases.unknown-column', {
            name: read.name,
            facts: words.list(['at', ...read.names.facts]),
            clause: read.names.clauses[0] ?? 'P1',
          })}
        </p>
      )
    case 'too-many':
      return <p className="band broken">{words.say('studio.cases.too-many', { most: read.most })}</p>
    default:
      return <p className="band broken">{words.say(`studio.cases.${read.kind}`)}</p>
  }
}
