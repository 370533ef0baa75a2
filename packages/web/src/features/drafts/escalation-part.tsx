import type { EditPath, PlainValue } from '@avow/core'
import { useWords } from '../../messages/words.tsx'
import { type Fields, fieldsOf, listOf, wordsOf } from './charter-data.ts'
import { PositionField } from './clause-terms.tsx'
import { Part } from './part.tsx'
import { Sentence } from './sentence.tsx'
import { useStudio } from './studio-context.tsx'
import { TextsField } from './texts-field.tsx'
import { readWords, TypedField } from './typed-field.tsx'
import { WhenFields } from './when-fields.tsx'

/** Who is told, or takes over, as a promise nears its end or something happens. */
export function EscalationPart({ clause, path }: { readonly clause: Fields; readonly path: EditPath }) {
  const { of, edit, mayWrite } = useStudio()
  const words = useWords()
  const id = String(clause['id'] ?? path.at(-1))
  const steps = listOf(clause['steps']).map(fieldsOf)
  const stepsPath = [...path, 'steps']
  const isTimed = clause['for'] !== undefined
  const fresh: PlainValue = isTimed ? { at: '100%', tell: 'assignee' } : { tell: 'assignee' }
  return (
    <Part
      name={`escalation/${id}`}
      title={<bdi>{id}</bdi>}
      terms={
        <span className="quiet">
          {isTimed
            ? words.say('studio.escalation.for', { promise: String(clause['for']) })
            : clause['on'] === undefined
              ? ''
              : words.say('studio.escalation.on', { event: of.event(String(clause['on'])) })}
        </span>
      }
      removeLabel={words.say('studio.remove', { what: id })}
      onRemove={() => edit([{ kind: 'remove', path }])}
    >
      <WhenFields path={[...path, 'when']} when={fieldsOf(clause['when'])} />
      <ol className="sentences">
        {steps.map((step, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: steps have no name of their own
          <li key={index} className="sentence">
            <StepSentence step={step} path={[...stepsPath, index]} number={index + 1} />
            {mayWrite && steps.length > 1 && (
              <button
                type="button"
                className="link"
                onClick={() => edit([{ kind: 'remove', path: [...stepsPath, index] }])}
              >
                {words.say('studio.step.remove', { step: index + 1 })}
              </button>
            )}
          </li>
        ))}
      </ol>
      {mayWrite && (
        <button
          type="button"
          className="button small"
          onClick={() => edit([{ kind: 'insert', path: stepsPath, at: steps.length, value: fresh }])}
        >
          {words.say('studio.step.add')}
        </button>
      )}
      <TextsField path={[...path, 'because']} label={words.say('studio.why')} />
    </Part>
  )
}

function StepSentence({
  step,
  path,
  number,
}: {
  readonly step: Fields
  readonly path: EditPath
  readonly number: number
}) {
  const { edit, mayWrite } = useStudio()
  const words = useWords()
  const when = step['after'] !== undefined ? 'after' : step['at'] !== undefined ? 'at' : undefined
  const label = words.say('studio.step', { step: number })
  const tell = wordsOf(step['tell'])
  return (
    <span>
      {when !== undefined && (
        <>
          <Sentence
            of={when === 'at' ? 'studio.step.at' : 'studio.step.after'}
            parts={{ time: <TypedField path={[...path, when]} label={`${label}: ${words.say('studio.step.time')}`} /> }}
          />{' '}
        </>
      )}
      <Sentence
        of={'studio.step.tell'}
        parts={{
          who: (
            <TypedField
              path={[...path, 'tell']}
              label={`${label}: ${words.say('studio.step.who')}`}
              written={tell.join(', ')}
              empty={words.say('nobody')}
              read={(typed) => {
                const list = readWords(typed)
                return Array.isArray(list) && list.length === 1 ? list[0] : list
              }}
            />
          ),
        }}
      />{' '}
      <Sentence
        of={'studio.step.give'}
        parts={{
          who: (
            <PositionField
              path={[...path, 'give to']}
              value={step['give to']}
              label={`${label}: ${words.say('studio.step.to')}`}
            />
          ),
        }}
      />{' '}
      <label className="check inline">
        <input
          type="checkbox"
          disabled={!mayWrite}
          checked={step['raise priority'] === true || step['raise priority'] === 'yes'}
          onChange={({ currentTarget }) => {
            const at = [...path, 'raise priority']
            edit([currentTarget.checked ? { kind: 'set', path: at, value: true } : { kind: 'remove', path: at }])
          }}
        />
        {words.say('studio.step.priority')}
      </label>
    </span>
  )
}
