import type { EditPath } from '@avow/core'
import { type ReactNode, useState } from 'react'
import { useWords } from '../../messages/words.tsx'
import { BrokenField } from './broken-field.tsx'
import { type Fields, fieldsOf, listOf, wordsOf } from './charter-data.ts'
import { ClauseMore } from './clause-more.tsx'
import { AudienceField, RowsChoice } from './clause-terms.tsx'
import { DeclaredClock } from './declared-clock.tsx'
import { MeasuredField } from './measured-field.tsx'
import { Part } from './part.tsx'
import { RowGrid } from './row-grid.tsx'
import { RowSentences } from './row-sentences.tsx'
import { useStudio } from './studio-context.tsx'
import { TextsField } from './texts-field.tsx'
import { ChoiceField, Line, WordsField } from './typed-field.tsx'
import { WhenFields } from './when-fields.tsx'

/** From so many rows on, a table is shown as one at first. */
export const MANY_ROWS = 9

const CLOCKS = ['first-response', 'next-response', 'update-every', 'resolution'] as const
type Preset = (typeof CLOCKS)[number]
/** What a promise may say beside its sentence. */
const TEXTS = ['conditions', 'limits', 'contact', 'complaints'] as const
const PAUSES = ['waiting-for-customer', 'on-hold'] as const

/** A promise: its words, its clock, and for whom it is how long. */
export function PromisePart({ clause, path }: { readonly clause: Fields; readonly path: EditPath }) {
  const { events, of, edit } = useStudio()
  const words = useWords()
  const rows = listOf(clause['table']).map(fieldsOf)
  const [isTable, setTable] = useState(rows.length >= MANY_ROWS)
  const id = String(clause['id'] ?? path.at(-1))
  const preset = CLOCKS.find((clock) => clock === clause['clock'])
  const event = (field: 'from' | 'until'): ReactNode => (
    <ChoiceField
      path={[...path, 'clock', field]}
      label={words.say(`studio.clock.${field}`)}
      value={String(fieldsOf(clause['clock'])[field] ?? '')}
      options={[...(field === 'from' ? ['ticket.created'] : []), ...events].map(
        (name) => [name, of.event(name)] as const,
      )}
    />
  )
  return (
    <Part
      name={`promises/${id}`}
      title={<bdi>{id}</bdi>}
      terms={
        <>
          <ClockField path={path} preset={preset} clause={clause} />
          <AudienceField path={path} value={clause['audience']} />
          <RowsChoice isTable={isTable} onChange={setTable} label={id} />
        </>
      }
      removeLabel={words.say('studio.remove', { what: id })}
      onRemove={() => edit([{ kind: 'remove', path }])}
    >
      <TextsField path={[...path, 'says']} label={words.say('studio.says')} />
      <WhenFields path={[...path, 'when']} when={fieldsOf(clause['when'])} />
      {isTable ? (
        <RowGrid
          path={[...path, 'table']}
          rows={rows}
          kind="promise"
          label={words.say('studio.rows', { clause: id })}
        />
      ) : (
        <RowSentences
          path={[...path, 'table']}
          rows={rows}
          kind="promise"
          then={preset === undefined ? 'studio.then.declared' : `studio.then.${preset}`}
          thenParts={preset === undefined ? { from: event('from'), until: event('until') } : {}}
        />
      )}
      <TextsField path={[...path, 'because']} label={words.say('studio.because')} />
      {preset !== 'first-response' && <PausesField path={path} clause={clause} isDeclared={preset === undefined} />}
      {preset === undefined && <DeclaredClock path={[...path, 'clock']} clock={fieldsOf(clause['clock'])} />}
      <MeasuredField path={[...path, 'measured']} value={clause['measured']} />
      <BrokenField path={path} clause={clause} />
      <Line label={words.say('studio.no-answer')}>
        <WordsField path={[...path, 'no answer needed']} label={words.say('studio.no-answer')} />
      </Line>
      <ClauseMore path={path} clause={clause}>
        <Line label={words.say('term.on-change')}>
          <ChoiceField
            path={[...path, 'on change']}
            label={words.say('term.on-change')}
            value={String(clause['on change'] ?? 'decide again')}
            options={[
              ['decide again', words.say('studio.on-change.again')],
              ['keep', words.say('studio.on-change.keep')],
            ]}
          />
        </Line>
        {preset === 'resolution' && (
          <Line label={words.say('studio.until')}>
            <ChoiceField
              path={[...path, 'until']}
              label={words.say('studio.until')}
              value={String(clause['until'] ?? 'solved')}
              options={[
                ['solved', words.say('studio.until.solved')],
                ['closed', words.say('studio.until.closed')],
              ]}
            />
          </Line>
        )}
        {TEXTS.map((name) => (
          <TextsField key={name} path={[...path, name]} label={words.say(`term.${name}`)} />
        ))}
      </ClauseMore>
    </Part>
  )
}

function ClockField(props: { readonly path: EditPath; readonly preset: Preset | undefined; readonly clause: Fields }) {
  const { path, preset, clause } = props
  const { events } = useStudio()
  const words = useWords()
  const [first = '', second] = events
  const [from, until] = second === undefined ? ['ticket.created', first] : [first, second]
  return (
    <ChoiceField
      path={[...path, 'clock']}
      label={words.say('studio.clock')}
      value={preset ?? 'declared'}
      options={[
        ...CLOCKS.map((clock) => [clock, words.say(`clock.${clock}`)] as const),
        ...(events.length > 0 ? [['declared', words.say('studio.clock.declared')] as const] : []),
      ]}
      write={(clock) => (clock === 'declared' ? { from, until } : clock)}
      // What belongs to the old clock alone goes with it.
      also={(clock) =>
        [...(clock === 'resolution' ? [] : ['until']), ...(clock === 'first-response' ? ['pauses'] : [])]
          .filter((name) => clause[name] !== undefined)
          .map((name) => ({ kind: 'remove', path: [...path, name] }))
      }
    />
  )
}

function PausesField({
  path,
  clause,
  isDeclared,
}: {
  readonly path: EditPath
  readonly clause: Fields
  readonly isDeclared: boolean
}) {
  const { edit, mayWrite } = useStudio()
  const words = useWords()
  const inClock = isDeclared && fieldsOf(clause['clock'])['pauses'] !== undefined
  const pausesPath = inClock ? [...path, 'clock', 'pauses'] : [...path, 'pauses']
  const pauses = wordsOf(inClock ? fieldsOf(clause['clock'])['pauses'] : clause['pauses'])
  return (
    <fieldset className="set checks" disabled={!mayWrite}>
      <legend className="quiet">{words.say('studio.pauses')}</legend>
      {PAUSES.map((state) => (
        <label key={state} className="check">
          <input
            type="checkbox"
            checked={pauses.includes(state)}
            onChange={({ currentTarget }) => {
              const next = currentTarget.checked ? [...pauses, state] : pauses.filter((one) => one !== state)
              edit([
                next.length === 0
                  ? { kind: 'remove', path: pausesPath }
                  : { kind: 'set', path: pausesPath, value: next },
              ])
            }}
          />
          {words.say(`state.${state}`)}
        </label>
      ))}
    </fieldset>
  )
}
