/** Authority that does not fit together: the lower may more than the higher, or nobody may what is promised. */
import {
  type AuthorityClause,
  type CharterDocument,
  type Condition,
  type Finding,
  formatMoney,
  type RemedyClause,
  type RemedyRow,
} from '../../charter/index.ts'
import type { TableSource } from '../tables/cases.ts'
import { jointCases } from '../tables/joint-cases.ts'
import { authorityWords, remedyWords } from '../tables/table-subjects.ts'
import type { Moment } from '../tables/witness.ts'
import { found } from '../words/found.ts'
import { limitOf, type Most, mostOf } from './authority-limits.ts'

/** The findings about authority that are made of walking its tables. */
export function checkAuthority(document: CharterDocument, moment: Moment): Finding[] {
  return [...checkLowerMayMore(document, moment), ...checkBeyond(document, moment)]
}

interface MayMore {
  readonly remedy: string
  readonly lower: Most
  readonly higher: Most
}

/**
 * Positions stand in the charter from the lowest up. Where a ticket exists on which one may grant more of a remedy than one
 * above it that may grant it too (SPEC CH5): one finding for each row that does.
 */
function checkLowerMayMore({ facts, positions, authority }: CharterDocument, moment: Moment): Finding[] {
  const ranked = positions.map(({ name }) => authority.filter(({ position }) => position === name))
  const told = new Set<AuthorityClause['rows'][number]>()
  return ranked.flatMap((below, rank) =>
    ranked.slice(rank + 1).flatMap((above) => {
      if (below.length === 0 || above.length === 0) return []
      const remedies = [...new Set(below.flatMap(({ rows }) => rows.flatMap(({ may }) => may)))]
      const cases = jointCases<MayMore>(
        [...below, ...above].map((clause) => tableOf(facts, clause)),
        (hits) => {
          for (const remedy of remedies) {
            const lower = mostOf(remedy, below, hits.slice(0, below.length))
            const higher = mostOf(remedy, above, hits.slice(below.length))
            if (typeof lower === 'string' || typeof higher === 'string') continue
            if (lower.currency !== undefined && higher.currency !== undefined && lower.currency !== higher.currency)
              continue
            if (lower.minor > higher.minor) return { remedy, lower, higher }
          }
          return undefined
        },
        ({ lower, higher }) => `${lower.clause.id} ${lower.row} ${higher.clause.id} ${higher.row}`,
        moment,
      )
      return cases.flatMap(({ verdict: { remedy, lower, higher }, witness }) => {
        const [own, other] = [lower.clause.rows[lower.row], higher.clause.rows[higher.row]]
        if (own === undefined || other === undefined || told.has(own)) return []
        told.add(own)
        const data = {
          ...{ row: lower.row + 1, clause: lower.clause.id, gives: authorityWords(own), remedy },
          ...{ position: lower.clause.position, higher: higher.clause.position },
          ...{ other: higher.clause.id, otherwise: authorityWords(other) },
        }
        return [found('lower-position-may-more', own.place, data, witness)]
      })
    }),
  )
}

interface Beyond {
  readonly row: number
  readonly remedy: string
  readonly most: Most | 'none'
}

/**
 * A ticket on which a row gives more of a remedy than any position may grant, asked or not (SPEC CH6). Remedies that no
 * clause of authority names at all are told by `remedy-without-authority`.
 */
function checkBeyond({ facts, remedies, authority }: CharterDocument, moment: Moment): Finding[] {
  return remedies.flatMap((clause) => {
    const sources = [clause, ...authority].map((one) => tableOf(facts, one))
    const probes = probesOf(clause, facts, authority)
    const cases = jointCases<Beyond>(
      [...sources, ...probes.map(({ source }) => source)],
      ([own, ...hits]) => {
        const row = typeof own === 'number' ? clause.rows[own] : undefined
        if (typeof own !== 'number' || row?.upTo === undefined) return undefined
        const { upTo } = row
        const amount = amountOver(upTo, probes, hits.slice(authority.length))
        if (amount === undefined) return undefined
        for (const remedy of row.allow) {
          if (!authority.some(({ rows }) => rows.some(({ may }) => may.includes(remedy)))) continue
          const most = mostOf(remedy, authority, hits)
          if (most === 'unsure') continue
          if (most === 'none' ? isLimited(remedy, authority) && amount.over(0) : amount.over(most.minor, most.currency))
            return { row: own, remedy, most }
        }
        return undefined
      },
      ({ row, most }) => `${row} ${most === 'none' ? 'none' : `${most.clause.id} ${most.row}`}`,
      moment,
    )
    return clause.rows.flatMap((row, index) => {
      const shown = cases.find(({ verdict }) => verdict.row === index)
      return shown === undefined ? [] : [beyondFinding(clause, row, index, shown.verdict, shown.witness)]
    })
  })
}

function beyondFinding(
  { id }: RemedyClause,
  row: RemedyRow,
  index: number,
  { remedy, most }: Beyond,
  witness: Parameters<typeof found>[3],
): Finding {
  const data = { row: index + 1, clause: id, gives: remedyWords(row), remedy }
  if (most === 'none') return found('remedy-beyond-authority.nobody', row.place, data, witness)
  const limit = formatMoney({ minor: most.minor, currency: most.currency ?? '' })
  const own = { position: most.clause.position, most: limit, other: most.clause.id }
  return found('remedy-beyond-authority.most', row.place, { ...data, ...own }, witness)
}

/** What costs something has a limit somewhere; an apology that nobody limits costs nothing. */
function isLimited(remedy: string, authority: readonly AuthorityClause[]): boolean {
  return authority.some(({ rows }) =>
    rows.some((row) => row.may.includes(remedy) && (row.perTicket !== undefined || row.perDay !== undefined)),
  )
}

/** Tells the tickets apart by how a money fact stands to the limits of authority, as a table of its own. */
interface Probe {
  readonly fact: string
  readonly currency: string
  readonly limits: readonly number[]
  readonly source: TableSource
}

function probesOf(
  { rows, place }: RemedyClause,
  facts: CharterDocument['facts'],
  authority: readonly AuthorityClause[],
): Probe[] {
  const names = new Set(rows.flatMap(({ upTo }) => (upTo?.kind === 'fact' ? [upTo.fact] : [])))
  return [...names].flatMap((fact) => {
    const type = facts.get(fact)?.type
    if (type?.kind !== 'money') return []
    const written = authority.flatMap((clause) =>
      clause.rows
        .map(limitOf)
        .flatMap((limit) => (limit !== 'unsure' && Number.isFinite(limit.minor) ? [limit.minor] : [])),
    )
    const limits = [...new Set([0, ...written])].toSorted((a, b) => b - a)
    const probed = limits.map((limit): { readonly cells: Condition } => {
      const accepts = [{ kind: 'range', from: { kind: 'number', value: limit + 1 } } as const]
      return { cells: new Map([[fact, { fact, text: '', accepts, place }]]) }
    })
    return [{ fact, currency: type.currency, limits, source: { facts, hit: 'first', when: new Map(), rows: probed } }]
  })
}

/** What a row gives, asked whether it is more than a limit in minor units; undefined where it is not known. */
function amountOver(
  upTo: NonNullable<RemedyRow['upTo']>,
  probes: readonly Probe[],
  hits: readonly (number | string)[],
): { readonly over: (minor: number, currency?: string) => boolean } | undefined {
  if (upTo.kind === 'amount') {
    const { money } = upTo
    return { over: (minor, currency = money.currency) => currency === money.currency && money.minor > minor }
  }
  const index = probes.findIndex(({ fact }) => fact === upTo.fact)
  const [probe, hit] = [probes[index], hits[index]]
  if (probe === undefined || typeof hit !== 'number') return undefined
  const passed = probe.limits[hit] ?? Number.NEGATIVE_INFINITY
  return { over: (minor, currency = probe.currency) => currency === probe.currency && passed >= minor }
}

function tableOf(
  facts: CharterDocument['facts'],
  { hit, when, rows }: Pick<TableSource, 'hit' | 'when' | 'rows'>,
): TableSource {
  return { facts, hit, when, rows }
}
