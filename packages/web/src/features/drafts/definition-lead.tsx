import { DEFINITION_PROMPTS, type DefinitionPrompt, definitionCoverage, parseDate } from '@avow/core'
import { useWords } from '../../messages/words.tsx'
import { serverNow } from '../../time/clock.page.ts'
import { DefinitionMeasured } from '../handbook/definition-measured.tsx'
import { type Fields, fieldsOf, listOf } from './charter-data.ts'
import { definedIn } from './defined-in.ts'
import { useStudio } from './studio-context.tsx'

/** Above the lines of the definition: how much of it is measured, and the questions that nothing answers yet. */
export function DefinitionLead({
  data,
  onAnswer,
}: {
  readonly data: Fields
  readonly onAnswer: (prompt: DefinitionPrompt) => void
}) {
  const { mayWrite } = useStudio()
  const words = useWords()
  const answered = listOf(data['definition']).map((line) => fieldsOf(line)['answers'])
  const open = DEFINITION_PROMPTS.filter((prompt) => !answered.includes(prompt))
  const today = parseDate(new Date(serverNow()).toISOString().slice(0, 10)) ?? 0
  return (
    <>
      {answered.length > 0 && <DefinitionMeasured coverage={definitionCoverage(definedIn(data), today)} />}
      {open.length === 0 ? (
        <p className="quiet">{words.say('studio.definition.answered')}</p>
      ) : (
        <>
          <p className="quiet">{words.say('studio.definition.open', { count: open.length })}</p>
          <ul className="several">
            {open.map((prompt) => (
              <li key={prompt}>
                {mayWrite ? (
                  <button type="button" className="button small" onClick={() => onAnswer(prompt)}>
                    {words.say(`definition.${prompt}`)}
                  </button>
                ) : (
                  words.say(`definition.${prompt}`)
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}
