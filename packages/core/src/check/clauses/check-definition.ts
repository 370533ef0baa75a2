/** Whether a definition of excellent service, where a charter has one, answers what it is asked. */
import { type CharterDocument, DEFINITION_PROMPTS, type Finding } from '../../charter/index.ts'
import { found } from '../words/found.ts'

/** A finding of each question that nothing answers, and of who is to be responsible where no position is named. */
export function checkDefinition({ definition }: CharterDocument): Finding[] {
  const [first] = definition
  if (first === undefined) return []
  const unanswered = DEFINITION_PROMPTS.filter((prompt) => definition.every(({ answers }) => answers !== prompt))
  const responsible = definition.filter(({ answers }) => answers === 'responsible')
  const [nobody] = responsible
  return [
    ...unanswered.map((prompt) => found('definition-unanswered.nothing', first.place, { prompt, answers: prompt })),
    ...(nobody === undefined || responsible.some(({ position }) => position !== undefined)
      ? []
      : [found('definition-unanswered.nobody', nobody.place, { clause: nobody.id })]),
  ]
}
