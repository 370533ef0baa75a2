import { casesOf } from '../../src/check/tables/cases.ts'
import { charterOf } from './charter-texts.ts'

/** The columns of a table of one row, and in each the atoms that its conditions accept. `facts`: the charter before its promises. */
export function boxOfConditions(facts: string, conditions: string) {
  const { document } = charterOf(
    `${facts}promises:\n  - { id: P1, audience: staff, clock: first-response, measured: [each], table: [ { ${conditions}, target: 1 h of office } ] }\n`,
  )
  const { columns, diagramColumns } = casesOf({
    facts: document.facts,
    hit: 'first',
    when: new Map(),
    rows: document.promises[0]?.rows ?? [],
  })
  const box = diagramColumns.map(({ count, bits }) =>
    Array.from({ length: count }, (_, atom) => atom).filter((atom) => bits[atom] === 1),
  )
  return { columns, box }
}
