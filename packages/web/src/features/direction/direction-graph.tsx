import { clauseName, termWords } from '@avow/contract'
import { CLAUSE_KINDS, servedBy, serving } from '@avow/core'
import { useEffect } from 'react'
import type { AnswerOf } from '../../api/call.page.ts'
import { useWords } from '../../messages/words.tsx'
import type { CharterWords } from '../charters/charter-words.ts'
import { ClauseLink } from './clause-link.tsx'

type Direction = AnswerOf<'readDirection'>
type Node = Direction['nodes'][number]

interface GraphProps {
  readonly direction: Direction
  readonly of: CharterWords
}

/** From above to below: what a procedure carries out stands before it, and the promises that it is measured by behind it. */
const LEVELS: readonly Node['kind'][] = [
  ...(['value', 'objective', 'remedy', 'procedure', 'promise'] as const),
  ...CLAUSE_KINDS.filter((kind) => !['value', 'objective', 'remedy', 'procedure', 'promise'].includes(kind)),
  'measure',
]

/** Level by level, each with what it serves and what serves it: one can go up and down. */
export function DirectionGraph({ direction, of }: GraphProps) {
  const words = useWords()
  const { nodes, links } = direction
  // Who came for one clause comes before the clauses are there.
  useEffect(() => {
    const wanted = document.getElementById(decodeURIComponent(location.hash.slice(1)))
    wanted?.scrollIntoView()
    wanted?.focus({ preventScroll: true })
  }, [])
  const linked = new Set(links.flatMap(({ below, above }) => [below, above]))
  const levels = LEVELS.map((kind) => ({
    kind,
    those: nodes.filter(
      (node) => node.kind === kind && (linked.has(node.id) || kind === 'value' || kind === 'objective'),
    ),
  })).filter(({ those }) => those.length > 0)
  return (
    <section className="direction-part" aria-labelledby="graph-title">
      <h2 id="graph-title">{words.say('direction.graph')}</h2>
      <ol className="levels">
        {levels.map(({ kind, those }) => (
          <li key={kind}>
            <h3>{kind === 'measure' ? words.say('direction.measures') : words.sayCode(`handbook.kind.${kind}`)}</h3>
            <ul>
              {those.map(({ id }) => (
                <li key={id} id={anchor(id)} tabIndex={-1} className="direction-node">
                  <NodeName id={id} direction={direction} of={of} />
                  <Ways
                    label={words.say('direction.serves')}
                    ids={servedBy(direction, id).map(({ above }) => above)}
                    direction={direction}
                    of={of}
                  />
                  <Ways
                    label={words.say('direction.served-by')}
                    ids={serving(direction, id).map(({ below }) => below)}
                    direction={direction}
                    of={of}
                  />
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </section>
  )
}

function NodeName({ id, direction, of }: GraphProps & { readonly id: string }) {
  const words = useWords()
  const { clauses } = direction
  const isClause = clauses.some((clause) => clause.id === id)
  return isClause ? (
    <ClauseLink id={id} clauses={clauses} of={of} />
  ) : (
    <span>{termWords('measure', id, { words, of })}</span>
  )
}

interface WaysProps extends GraphProps {
  readonly label: string
  readonly ids: readonly string[]
}

/** The next nodes in one direction: each leads to its place on this page. */
function Ways({ label, ids, direction, of }: WaysProps) {
  const words = useWords()
  const { clauses } = direction
  const nameOf = (id: string): string => {
    if (id === 'mission') return words.say('term.mission')
    const clause = clauses.find((one) => one.id === id)
    return clause === undefined ? termWords('measure', id, { words, of }) : clauseName(clause, clauses, { words, of })
  }
  if (ids.length === 0) return null
  return (
    <p className="ways">
      <span className="quiet">{label}</span>
      {[...new Set(ids)].map((id) => (
        <a key={id} href={`#${anchor(id)}`} title={nameOf(id)}>
          {clauses.some((clause) => clause.id === id) ? <span className="mark ltr">{id}</span> : nameOf(id)}
        </a>
      ))}
    </p>
  )
}

/** Where a node stands on the page; of the mission, its sentence at the top. */
export function anchor(id: string): string {
  return id === 'mission' ? id : `node-${id.replaceAll(/[()]/g, '-')}`
}
