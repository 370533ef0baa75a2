import { useWords } from '../../messages/words.tsx'
import { LanguagesField } from './languages-field.tsx'
import { LawField } from './law-field.tsx'
import { Part } from './part.tsx'
import { PeopleFields } from './people-fields.tsx'
import { PositionsField } from './positions-field.tsx'
import { ReviewField } from './review-field.tsx'
import { TextsField } from './texts-field.tsx'
import { Line, TypedField, WordsField } from './typed-field.tsx'

/** What is said once: the title, the mission, the languages, the law, when it is looked at again, who must approve, and the positions. */
export function HeadPart() {
  const words = useWords()
  return (
    <Part name="head" title={words.say('studio.head')}>
      <TextsField path={['title']} label={words.say('studio.title')} />
      <TextsField path={['mission']} label={words.say('term.mission')} />
      <LanguagesField />
      <LawField />
      <Line label={words.say('studio.zone')}>
        <TypedField path={['zone']} label={words.say('studio.zone')} />
      </Line>
      <Line label={words.say('studio.effective')}>
        <TypedField
          path={['effective']}
          label={words.say('studio.effective')}
          empty={words.say('studio.effective.empty')}
          hint={words.say('studio.effective.hint')}
        />
      </Line>
      <ReviewField />
      <PeopleFields />
      <Line label={words.say('studio.no-answer.all')}>
        <WordsField path={['no answer needed']} label={words.say('studio.no-answer.all')} />
      </Line>
      <PositionsField />
    </Part>
  )
}
