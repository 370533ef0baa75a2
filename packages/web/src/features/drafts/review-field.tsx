import type { EditPath, PlainValue } from '@avow/core'
import { useWords } from '../../messages/words.tsx'
import { AddNamed } from './add-named.tsx'
import { fieldsOf, listOf } from './charter-data.ts'
import { addOne, removeOne } from './list-edits.ts'
import { RemoveButton } from './remove-button.tsx'
import { SPAN_UNITS, spanForm, spanWritten, triggerForm, triggerValue } from './review-form.ts'
import { Sentence } from './sentence.tsx'
import { useStudio } from './studio-context.tsx'
import { ChoiceField, Line, TypedField } from './typed-field.tsx'

/** When the charter is to be looked at again: every so long, and at what before that. */
export function ReviewField() {
  const { data, edit, mayWrite } = useStudio()
  const words = useWords()
  const review = fieldsOf(data['review'])
  const triggers = listOf(review['triggers'])
  const path = ['review', 'triggers']
  if (data['review'] === undefined)
    return mayWrite ? (
      <button
        type="button"
        className="reveal"
        onClick={() => edit([{ kind: 'set', path: ['review'], value: { every: '12 months' } }])}
      >
        {words.say('studio.reveal', { what: words.say('studio.review') })}
      </button>
    ) : null
  return (
    <>
      <Line label={words.say('studio.review')}>
        <Every value={review['every']} />{' '}
        <RemoveButton
          label={words.say('studio.remove', { what: words.say('studio.review') })}
          onRemove={() => edit([{ kind: 'remove', path: ['review'] }])}
        />
      </Line>
      <Line label={words.say('studio.review.triggers')}>
        <ul className="chips">
          {triggers.map((written, index) => {
            const { word, after } = triggerForm(written)
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: triggers are known by their place
              <li key={index} className="chip">
                <bdi>{word}</bdi>{' '}
                <TypedField
                  path={[...path, index]}
                  label={words.say('studio.review.after', { word })}
                  empty={words.say('studio.review.at-once')}
                  written={after ?? ''}
                  read={(typed): PlainValue => triggerValue({ word, after: typed.trim() })}
                />
                <RemoveButton
                  label={words.say('studio.remove', { what: word })}
                  onRemove={() => edit(removeOne(triggers, path, index))}
                />
              </li>
            )
          })}
        </ul>
        <AddNamed
          label={words.say('studio.review.trigger')}
          add={words.say('studio.review.add')}
          taken={triggers.map((written) => triggerForm(written).word)}
          onAdd={(name) => edit(addOne(review['triggers'], path, name))}
        />
      </Line>
    </>
  )
}

const EVERY: EditPath = ['review', 'every']

function Every({ value }: { readonly value: unknown }) {
  const words = useWords()
  const form = spanForm(value)
  if (form === undefined) return <TypedField path={EVERY} label={words.say('studio.review')} />
  const number = (
    <TypedField
      path={EVERY}
      label={words.say('studio.review.count')}
      written={form.count}
      isNeeded
      read={(typed) => (/^\d+$/.test(typed.trim()) ? spanWritten({ ...form, count: typed.trim() }) : undefined)}
    />
  )
  const unit = (
    <ChoiceField
      path={EVERY}
      label={words.say('studio.review.unit')}
      value={form.unit}
      options={SPAN_UNITS.map((one) => [one, words.say(`studio.span.${one}`, { count: Number(form.count) })])}
      write={(one) => spanWritten({ ...form, unit: SPAN_UNITS.find((known) => known === one) ?? 'months' })}
    />
  )
  return <Sentence of={'studio.review.every'} parts={{ number, unit }} />
}
