import type { EditPath, PlainValue } from '@avow/core'
import { useWords } from '../../messages/words.tsx'
import { LadderWalk } from '../ladders/ladder-walk.tsx'
import { type Fields, fieldsOf, listOf, wordsOf } from './charter-data.ts'
import { ClauseMore } from './clause-more.tsx'
import { PositionField } from './clause-terms.tsx'
import { Part } from './part.tsx'
import { Sentence } from './sentence.tsx'
import { useStudio, useStudioWords } from './studio-context.tsx'
import { TextsField } from './texts-field.tsx'
import { TriggerField } from './trigger-field.tsx'
import { STEP_TIMES, stepTime, stepTimeEdits } from './trigger-form.ts'
import { FlagField, readWords, TypedField } from './typed-field.tsx'
import { WhenFields } from './when-fields.tsx'

/** Who is told, or takes over, as a promise nears its end or something happens. */
export function EscalationPart({ clause, path }: { readonly clause: Fields; readonly path: EditPath }) {
  const { edit, mayWrite, draft, flush } = useStudio()
  const { of, zone } = useStudioWords()
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
      terms={<TriggerField path={path} clause={clause} />}
      removeLabel={words.say('studio.remove', { what: id })}
      onRemove={() => edit([{ kind: 'remove', path }])}
    >
      <TextsField path={[...path, 'says']} label={words.say('studio.says')} />
      {!isTimed && <WhenFields path={[...path, 'when']} when={fieldsOf(clause['when'])} />}
      <ol className="sentences">
        {steps.map((step, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: steps have no name of their own
          <li key={index} className="sentence">
            <StepSentence step={step} path={[...stepsPath, index]} number={index + 1} isTimed={isTimed} />
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
      <LadderWalk clause={id} draft={draft} of={of} zone={zone} before={flush} />
      <ClauseMore path={path} clause={clause} />
    </Part>
  )
}

function StepSentence({
  step,
  path,
  number,
  isTimed,
}: {
  readonly step: Fields
  readonly path: EditPath
  readonly number: number
  /** On the clock of a promise. */
  readonly isTimed: boolean
}) {
  const words = useWords()
  const label = words.say('studio.step', { step: number })
  const tell = wordsOf(step['tell'])
  return (
    <span>
      <StepTimeField step={step} path={path} label={label} isTimed={isTimed} />{' '}
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
      <FlagField
        path={[...path, 'raise priority']}
        label={words.say('studio.step.priority')}
        value={step['raise priority']}
        isInline
      />
    </span>
  )
}

/** When a step is taken: at a part of the promised time, some time after, or at once. */
function StepTimeField(props: {
  readonly step: Fields
  readonly path: EditPath
  readonly label: string
  readonly isTimed: boolean
}) {
  const { step, path, label, isTimed } = props
  const { calendars, edit, mayWrite } = useStudio()
  const words = useWords()
  const [calendar = 'office'] = calendars
  const now = stepTime(step)
  const options = STEP_TIMES.filter((time) => time === now || time === 'after' || isTimed === (time === 'at'))
  const kind = (
    <select
      className="typed"
      aria-label={`${label}: ${words.say('studio.step.kind')}`}
      value={now}
      disabled={!mayWrite}
      onChange={({ currentTarget }) => {
        const next = STEP_TIMES.find((time) => time === currentTarget.value)
        if (next !== undefined) edit(stepTimeEdits(step, path, next, calendar))
      }}
    >
      {options.map((time) => (
        <option key={time} value={time}>
          {words.say(`studio.step.kind.${time === 'at once' ? 'at-once' : time}`)}
        </option>
      ))}
    </select>
  )
  if (now === 'at once') return kind
  return (
    <>
      {kind} <TypedField path={[...path, now]} label={`${label}: ${words.say('studio.step.time')}`} isNeeded />
    </>
  )
}
