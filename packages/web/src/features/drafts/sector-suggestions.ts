/** What a template says and a draft does not, clause by clause, each ready to be taken into the draft. */
import { type ClauseKind, SECTION_OF_KIND, type SourceEdit } from '@avow/core'
import { type Fields, fieldsOf, listOf, plainOf, wordsOf } from './charter-data.ts'
import { freeId, idsOf } from './clause-edits.ts'
import { fitClause } from './fit-clause.ts'
import { type NeededFact, neededFacts } from './needed-facts.ts'

/** In the order in which they are offered. Who is told and who may grant hang on the company's own people. */
const OFFERED = ['promise', 'channel', 'exclusion', 'remedy', 'procedure', 'value', 'objective', 'definition'] as const
type Offered = Extract<ClauseKind, (typeof OFFERED)[number]>

export interface SectorSuggestion {
  readonly kind: Offered
  /** Of the template's clause. */
  readonly id: string
  /** What the clause says; by language, or in the master language. */
  readonly says: unknown
  /** The last target of a promise. */
  readonly target: string | undefined
  /** Facts, values and calendars that the draft lacks and that come with it. */
  readonly brings: readonly string[]
  /** What taking it writes: the clause under an id of its own, and what it cannot do without. Nothing else. */
  readonly edits: readonly SourceEdit[]
}

/** Each clause of the template whose kind and subject the draft has not; those that cannot be fitted to it are left out. */
export function sectorSuggestions(draft: Fields, template: Fields): readonly SectorSuggestion[] {
  return OFFERED.flatMap((kind) =>
    clausesOf(template, kind)
      .filter((clause) => twinOf(draft, kind, clause) === undefined)
      .flatMap((clause) => offered(kind, clause, draft, template) ?? []),
  )
}

function offered(kind: Offered, clause: Fields, draft: Fields, template: Fields): SectorSuggestion | undefined {
  const needed = neededFacts(clause, draft, template)
  const calendars = Object.keys(fieldsOf(draft['calendars']))
  const calendar = calendars.includes(OFFICE) ? OFFICE : (calendars[0] ?? OFFICE)
  const fitted = fitClause(clause, { calendar, idOf: (id) => idInDraft(id, draft, template), draft })
  if (needed === undefined || fitted === undefined) return undefined
  const section = SECTION_OF_KIND[kind]
  const id = String(clause['id'])
  const own = freeId(draft, id.replace(/\d+$/, ''))
  const lacksCalendar = calendars.length === 0 && JSON.stringify(fitted).includes(OFFICE)
  const office = plainOf(fieldsOf(template['calendars'])[OFFICE])
  return {
    kind,
    id,
    says: clause['says'],
    target: listOf(clause['table'])
      .map((row) => fieldsOf(row)['target'])
      .findLast((target) => typeof target === 'string'),
    brings: [...needed.map(({ name }) => name), ...(lacksCalendar ? [OFFICE] : [])],
    edits: [
      ...(lacksCalendar ? [{ kind: 'set', path: ['calendars', OFFICE], value: office } as const] : []),
      ...needed.flatMap((fact) => factEdits(fact, draft)),
      { kind: 'insert', path: [section], at: listOf(draft[section]).length, value: { id: own, ...fitted } },
    ],
  }
}

const OFFICE = 'office'

function factEdits({ name, declared, values }: NeededFact, draft: Fields): readonly SourceEdit[] {
  if (values === undefined) return [{ kind: 'set', path: ['facts', name], value: plainOf(declared) }]
  const own = fieldsOf(fieldsOf(draft['facts'])[name])
  const list = 'in order' in own ? 'in order' : 'one of'
  return values.flatMap((value, index): readonly SourceEdit[] => [
    { kind: 'insert', path: ['facts', name, list], at: wordsOf(own[list]).length + index, value },
    // Where no value has words, one alone would be found to be the only one.
    ...(own['values say'] === undefined
      ? []
      : [
          {
            kind: 'set',
            path: ['facts', name, 'values say', value],
            value: plainOf(fieldsOf(fieldsOf(declared)['values say'])[value]),
          } as const,
        ]),
  ])
}

/** The clause of the draft that speaks of the same; its own id is found by it. */
function twinOf(draft: Fields, kind: Offered, clause: Fields): Fields | undefined {
  return clausesOf(draft, kind).find((own) => isOfSameSubject(kind, own, clause))
}

function isOfSameSubject(kind: Offered, own: Fields, clause: Fields): boolean {
  const alike = (name: string) => JSON.stringify(own[name]) === JSON.stringify(clause[name])
  switch (kind) {
    case 'promise':
      return alike('clock')
    case 'channel':
      return alike('channel')
    case 'definition':
      return alike('answers')
    // A template has one, for whatever went wrong.
    case 'remedy':
      return true
    // `kept(P1)`, `csat`: what is measured, not of which promise.
    case 'objective':
      return measureOf(own) === measureOf(clause)
    default:
      return saysTheSame(own['says'], clause['says']) || (clause['when'] !== undefined && alike('when'))
  }
}

function measureOf(clause: Fields): string {
  return String(clause['measure']).replace(/\(.*$/s, '')
}

/** In one language at least. */
function saysTheSame(own: unknown, other: unknown): boolean {
  if (typeof own === 'string') return own === other || Object.values(fieldsOf(other)).includes(own)
  return Object.entries(fieldsOf(own)).some(([language, text]) => fieldsOf(other)[language] === text)
}

/** Of the draft's clause that speaks of what the template's clause of this id does. */
function idInDraft(id: string, draft: Fields, template: Fields): string | undefined {
  for (const kind of OFFERED) {
    const clause = clausesOf(template, kind).find((one) => one['id'] === id)
    if (clause === undefined) continue
    const twin = twinOf(draft, kind, clause)?.['id']
    return typeof twin === 'string' && idsOf(draft, SECTION_OF_KIND[kind]).includes(twin) ? twin : undefined
  }
  return undefined
}

function clausesOf(data: Fields, kind: Offered): readonly Fields[] {
  return listOf(data[SECTION_OF_KIND[kind]]).map(fieldsOf)
}
