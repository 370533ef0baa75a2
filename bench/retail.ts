import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { textOf } from '../test/charter-files.ts'
import { judgeFiles, PUBLISHED } from '../test/conformance/retail/judge-files.ts'
import { confusionOf, figures, isNamed, withFigures } from '../test/conformance/retail/retail-page.ts'
import { ROOT } from '../tools/run-command.ts'
import type { BenchRow } from './bench-row.ts'

const PAGE = 'docs/retail-policy.md'

/** A retail policy that others published, as a charter, on its own tasks; writes the figures of docs/retail-policy.md. */
export async function run(): Promise<BenchRow[]> {
  const { tasks, ...judgements } = judgeFiles(PUBLISHED)
  writeFileSync(join(ROOT, PAGE), withFigures(textOf(PAGE), figures(judgements, tasks)))
  const { actions, neighbours } = judgements
  const { permitted, forbidden } = confusionOf(actions)
  const outside = tasks.flatMap((task) => task.outside).length
  return [
    {
      what: 'actions that the policy permits, allowed',
      value: percent(permitted.allowed, permitted.allowed + permitted.refused),
      unit: '%',
      reach: '100',
      note: `${permitted.allowed} of the tasks; ${forbidden.refused} that it forbids are refused, ${forbidden.allowed} allowed`,
    },
    {
      what: 'forbidden neighbours refused, the clause named',
      value: percent(neighbours.filter(isNamed).length, neighbours.length),
      unit: '%',
      reach: '100',
      note: `${neighbours.length} by 25 kinds of change`,
    },
    {
      what: 'actions outside the language',
      value: percent(outside, actions.length + outside),
      unit: '%',
      reach: '≤ 5',
      note: PAGE,
    },
  ]
}

function percent(part: number, whole: number): number {
  return (100 * part) / whole
}
