/** Kinds of clauses that are declared once: how they are read, shown, filled in and compared follows from their table of fields. */
import type { Clause, ClauseKind } from '../clause.ts'
import type { Audience, Condition } from '../parts.ts'
import { audience } from './audience.ts'
import { clauseId, clauses } from './clause.ts'
import { checkColumnOrder } from './column-order.ts'
import { COMMON, commonOf } from './common.ts'
import { type FieldsRead, type FieldTable, field, fields, required } from './fields.ts'
import { article } from './links.ts'
import type { PlainField, PlainFields } from './plain-field.ts'
import type { Reading } from './reading.ts'
import { refine, type Shape } from './shape.ts'

/** What is declared of a kind. */
export interface DeclaredKind<
  K extends ClauseKind = ClauseKind,
  A extends boolean = boolean,
  F extends PlainFields = PlainFields,
> {
  readonly kind: K
  /** What its section is there for. */
  readonly says: string
  /** With which the ids of its clauses begin. */
  readonly letter: string
  /**
   * Whether its clauses say who may read them. Those that are for everybody stand on the public page, and of their fields
   * those that are public. Without it they are for staff.
   */
  readonly hasAudience: A
  /** Whether its texts tell customers what they get, and so are searched for vague words and for numbers. */
  readonly isTold: boolean
  /** Whether it is there for an objective, which it is asked to name. */
  readonly serves: boolean
  /** What customers get by a new clause: `less`, or `more` where it is for everybody. */
  readonly gives?: 'less' | 'more'
  /** Its own fields, by the names that charters write. */
  readonly fields: F
}

/** A kind with its section, as its file declares it. */
export interface PlainKindRead<K extends ClauseKind, A extends boolean, F extends PlainFields>
  extends DeclaredKind<K, A, F> {
  /** Its section. */
  readonly clauses: Shape<readonly PlainClauseOf<K, A, F>[]>
}

/** Under which a field stands in the clause: `shownBy` for `shown by`. */
type Key<N extends string> = N extends `${infer First} ${infer Rest}` ? `${First}${Capitalize<Key<Rest>>}` : N
type Value<F> = F extends PlainField<infer T> ? T : never
/** Whether the clause has a value of the field, written or not. */
type IsThere<F> = F extends { readonly required: true }
  ? true
  : F extends { readonly shape: { readonly without: undefined } }
    ? false
    : true

type PlainClauseOf<K extends ClauseKind, A extends boolean, F extends PlainFields> = Clause & {
  readonly kind: K
} & (A extends true ? { readonly audience: Audience } : unknown) & {
    readonly [N in keyof F & string as IsThere<F[N]> extends true ? Key<N> : never]: Value<F[N]>
  } & {
    readonly [N in keyof F & string as IsThere<F[N]> extends true ? never : Key<N>]?: Value<F[N]>
  }

/** A clause of a kind. */
export type ClauseOf<P> = P extends PlainKindRead<infer K, infer A, infer F> ? PlainClauseOf<K, A, F> : never

const AUDIENCE = field('Who may read it: public, staff (the default) or a position.', audience)

/** A kind from what is declared of it. */
export function plainKind<const K extends ClauseKind, const A extends boolean, F extends PlainFields>(
  declared: DeclaredKind<K, A, F>,
): PlainKindRead<K, A, F> {
  const { kind, letter, hasAudience, fields: own } = declared
  const table: FieldTable = {
    id: required(`The stable id of the ${kind}, such as ${letter}1.`, clauseId),
    ...(hasAudience ? { audience: AUDIENCE } : {}),
    ...own,
    ...COMMON,
  }
  const clause = refine(fields(article(kind), table), (read, reading) => {
    const values = ownValues(read, own)
    checkScopes(values, own, reading)
    const { id, audience = 'staff' } = read.values
    if (id === undefined || Object.keys(own).some((name) => own[name]?.required && !values.has(name))) return undefined
    // Each value was read by the shape of its field, from which the type of the clause is made.
    return {
      kind,
      id,
      place: read.place,
      ...(hasAudience ? { audience } : {}),
      ...commonOf(read.values),
      ...Object.fromEntries([...values].map(([name, value]) => [keyOf(name), value])),
    } as unknown as PlainClauseOf<K, A, F>
  })
  return { ...declared, clauses: clauses(`${kind}s`, clause) }
}

/** What is written in the fields of a kind, or holds without. */
function ownValues({ values }: FieldsRead<FieldTable>, own: PlainFields): ReadonlyMap<string, unknown> {
  return new Map(
    Object.entries(own)
      .map(([name, { shape }]) => [name, values[name] ?? shape.without] as const)
      .filter(([, value]) => value !== undefined),
  )
}

function checkScopes(values: ReadonlyMap<string, unknown>, own: PlainFields, reading: Reading): void {
  const scopes = [...values].filter(([name]) => own[name]?.shape.type.kind === 'condition')
  // What the shape of a condition reads is one.
  checkColumnOrder(
    scopes.map(([, scope]) => scope as Condition),
    reading,
  )
}

/** Under which a field stands in the clause: `shownBy` for `shown by`. */
export function keyOf(name: string): string {
  return name.replaceAll(/ ([a-z])/g, (_, letter: string) => letter.toUpperCase())
}
