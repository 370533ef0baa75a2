import { useWords } from '../../messages/words.tsx'
import { fieldsOf, wordsOf } from './charter-data.ts'
import { PositionField } from './clause-terms.tsx'
import { useStudio } from './studio-context.tsx'
import { Line, TypedField } from './typed-field.tsx'

/** Who answers for the charter, and who may approve it. */
export function PeopleFields() {
  const { data, positions, of, edit, mayWrite } = useStudio()
  const words = useWords()
  const people = fieldsOf(data['people'])
  const approvers = wordsOf(people['approvers'])
  const [first] = positions
  if (data['people'] === undefined)
    return mayWrite && first !== undefined ? (
      <button
        type="button"
        className="reveal"
        onClick={() => edit([{ kind: 'set', path: ['people'], value: { approvers: [first], need: 1 } }])}
      >
        {words.say('studio.reveal', { what: words.say('studio.approvers') })}
      </button>
    ) : null
  return (
    <>
      <Line label={words.say('studio.owner')}>
        <PositionField path={['people', 'owner']} value={people['owner']} label={words.say('studio.owner')} />
      </Line>
      <fieldset className="set checks" disabled={!mayWrite}>
        <legend className="quiet">{words.say('studio.approvers')}</legend>
        {positions.map((name) => (
          <label key={name} className="check">
            <input
              type="checkbox"
              checked={approvers.includes(name)}
              onChange={({ currentTarget }) => {
                const next = currentTarget.checked ? [...approvers, name] : approvers.filter((one) => one !== name)
                if (next.length > 0) edit([{ kind: 'set', path: ['people', 'approvers'], value: next }])
              }}
            />
            <bdi>{of.position(name)}</bdi>
          </label>
        ))}
      </fieldset>
      <Line label={words.say('studio.need')}>
        <TypedField path={['people', 'need']} label={words.say('studio.need')} />
      </Line>
    </>
  )
}
