import type { CharterDirectionJson } from '@avow/contract'
import { type CharterDirection, directionOf, firstOfLastDates, formatInstant, startOfDay } from '@avow/core'
import type { Transaction } from '../../db/index.ts'
import { readHandbook, versionInForce } from '../charters/index.ts'
import { publicFigures } from '../figures/index.ts'
import { countScorecards } from '../scorecards/index.ts'
import { countPillars } from './count-pillars.ts'

/**
 * What the version in force is there for, as far as its clauses are for somebody, with the promises kept for each value in the
 * last 30 dates of the charter's zone. A clause that serves an objective which is not for them serves none of those told, and
 * is no orphan. Throws `no-charter`.
 */
export async function readDirection(
  tx: Transaction,
  reader: { readonly person: string | undefined; readonly roles: readonly string[] },
): Promise<CharterDirectionJson> {
  const { version, mission, clauses } = await readHandbook(tx, reader)
  const charter = await versionInForce(tx, tx.now)
  if (charter === undefined) throw new Error(`the version ${version.version} has gone`)
  const direction = directionOf(charter.document)
  const figures = await publicFigures(tx, charter, tx.now)
  const [first] = figures.values()
  const from = startOfDay(charter.zone, firstOfLastDates(charter.zone, tx.now))
  const time = { from: first?.figure.from ?? from, to: first?.figure.to ?? tx.now }
  // The figures are kept for a minute; what is said is counted up to now.
  const said = await countScorecards(tx, { from: time.from, to: tx.now })
  return {
    version,
    mission,
    clauses,
    ...partsFor(direction, new Set(clauses.map(({ id }) => id))),
    ...countPillars(charter.document, direction, figures, said),
    from: formatInstant(time.from),
    to: formatInstant(time.to),
  }
}

/** What of it is told where these clauses are; a measure with what it measures. */
function partsFor({ nodes, links, traces, orphans }: CharterDirection, told: ReadonlySet<string>) {
  const isTold = (id: string) => told.has(id)
  const measures = new Set(
    links.flatMap(({ kind, below, above }) => (kind === 'measure' && isTold(above) ? [below] : [])),
  )
  const shown = nodes.filter(
    ({ id, kind }) => kind === 'mission' || (kind === 'measure' ? measures.has(id) : isTold(id)),
  )
  const ids = new Set(shown.map(({ id }) => id))
  return {
    nodes: [...shown],
    links: links.filter(({ below, above }) => ids.has(below) && ids.has(above)),
    traces: traces
      .filter(({ clause }) => isTold(clause))
      .map(({ clause, objectives, own }) => ({
        clause,
        objectives: objectives.filter(isTold),
        own: own !== undefined && isTold(own) ? own : null,
      })),
    orphans: orphans.filter(isTold),
  }
}
