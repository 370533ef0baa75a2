import type { DefinitionCoverage } from '@avow/core'
import { useWords } from '../../messages/words.tsx'

/** How much of the definition of excellent service has a live measure, and which lines have none. */
export function DefinitionMeasured({ coverage }: { readonly coverage: DefinitionCoverage }) {
  const words = useWords()
  const { lines, measured, percent, unmeasured } = coverage
  return (
    <p className="quiet">
      {words.say('handbook.definition.measured', { measured, lines, percent: percent / 100 })}
      {unmeasured.length > 0 && <> {words.say('handbook.definition.unmeasured', { lines: words.list(unmeasured) })}</>}
    </p>
  )
}
