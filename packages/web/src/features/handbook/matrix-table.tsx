import { type ClauseView, clauseName } from '@avow/contract'
import { Link } from '@tanstack/react-router'
import { Check } from 'lucide-react'
import { useWords } from '../../messages/words.tsx'
import { TableBox } from '../../ui/table-box.tsx'
import type { CharterWords } from '../charters/charter-words.ts'
import { useMay } from '../people/me.tsx'
import { procedureMatrix } from './procedure-matrix.ts'
import '../../ui/table.css'

interface MatrixTableProps {
  readonly clauses: readonly ClauseView[]
  readonly of: CharterWords
}

/** Procedures against the promises that they are measured by, with the holes in words below. */
export function MatrixTable({ clauses, of }: MatrixTableProps) {
  const words = useWords()
  const mayReadSkips = useMay('audit.read')
  const { promises, rows, unmeasured, unserved } = procedureMatrix(clauses)
  const title = words.say('matrix.title')
  const nameOf = (clause: ClauseView) => clauseName(clause, clauses, { words, of })
  const idsOf = (those: readonly ClauseView[]) => words.list(those.map(({ id }) => id))
  return (
    <details className="matrix">
      <summary className="unfold">{title}</summary>
      <TableBox label={title}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{words.say('matrix.procedure')}</th>
              {promises.map((promise) => (
                <th scope="col" key={promise.id}>
                  <a href={`#${promise.id}`} title={nameOf(promise)}>
                    <span className="ltr">{promise.id}</span>
                  </a>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ procedure, standards }) => (
              <tr key={procedure.id}>
                <th scope="row">
                  <a href={`#${procedure.id}`}>
                    <span className="mark ltr">{procedure.id}</span> {nameOf(procedure)}
                  </a>
                </th>
                {promises.map(({ id }) => (
                  <td key={id}>
                    {standards.has(id) ? (
                      <>
                        <Check className="icon" aria-hidden="true" />
                        <span className="for-readers">{words.say('matrix.measures')}</span>
                      </>
                    ) : (
                      <span className="quiet">–</span>
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </TableBox>
      {unmeasured.length > 0 && <p>{words.say('matrix.unmeasured', { clauses: idsOf(unmeasured) })}</p>}
      {unserved.length > 0 && <p>{words.say('matrix.unserved', { clauses: idsOf(unserved) })}</p>}
      {unmeasured.length + unserved.length === 0 && <p className="quiet">{words.say('matrix.full')}</p>}
      {mayReadSkips && (
        <p>
          <Link to="/handbook/skipped">{words.say('matrix.skipped')}</Link>
        </p>
      )}
    </details>
  )
}
