import type { ClauseView } from '../versions.ts'
import { factName } from './cell-words.ts'
import { givenWords, whenWords } from './given-words.ts'
import type { ClauseWording } from './tongue.ts'

/** One step of a procedure as people read it. */
export interface StepLine {
  /** By which other steps lead here. */
  readonly name: string | undefined
  /** What is done: `Ask for: photo`, or the words of the step. */
  readonly does: readonly { readonly label?: string; readonly text: string; readonly language?: string }[]
  /** `Tier: gold`: where it does not hold, the step is left out. */
  readonly only: readonly string[]
  /** What follows, where it is not the next step. */
  readonly next: string | undefined
}

/** The steps of a procedure in words. */
export function stepLines({ rows }: Pick<ClauseView, 'rows'>, context: ClauseWording): readonly StepLine[] {
  const { words, of } = context
  return rows.map(({ when, gives, says }) => {
    const { name, next, ...acts } = gives
    const said = of.text(says)
    return {
      name,
      does: [
        ...(said === undefined ? [] : [said]),
        ...Object.entries(acts).map(([act, written]) => ({
          label: words.sayCode(`given.${act.replaceAll(' ', '-')}`) ?? act,
          text: givenWords(act, written, context),
        })),
      ],
      only: Object.entries(when).map(([fact, written]) =>
        words.say('case.fact', { fact: factName(fact, context), value: whenWords(fact, written, context) }),
      ),
      next: next === undefined ? undefined : givenWords('next', next, context),
    }
  })
}
