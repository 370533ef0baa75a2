import { memo, useEffect, useRef, useState } from 'react'
import { useWords } from '../../messages/words.tsx'
import { serverNow } from '../../time/clock.page.ts'
import { CaseTable } from './case-table.tsx'
import { type Fields, fieldsOf, listOf } from './charter-data.ts'
import type { TriedExample } from './check-messages.ts'
import { ExampleFields } from './example-fields.tsx'
import { expectWhatCame, newExample } from './example-form.ts'
import { ExampleOutcome } from './example-note.tsx'
import { Part } from './part.tsx'
import { useStudio } from './studio-context.tsx'
import { UntriedRows } from './untried-rows.tsx'
import { useStable } from './use-stable.ts'

const EXAMPLES = ['examples']

/** Every example with what came of it, each to be changed where it stands. */
export function ExamplesPart() {
  const { data, examples: tried, promises, remedies, edit, mayWrite } = useStudio()
  const words = useWords()
  const [isShown, show] = useState(false)
  const [fresh, setFresh] = useState<number>()
  const adder = useRef<HTMLButtonElement>(null)
  const examples = listOf(data['examples']).map(fieldsOf)
  const wrong = tried.filter(({ failures }) => failures.length > 0).length
  const deeds = useStable<ExampleDeeds>({
    remove: (index) => {
      setFresh(undefined)
      adder.current?.focus()
      edit([{ kind: 'remove', path: [...EXAMPLES, index] }])
    },
    expectWhatCame: (index, of) => edit(expectWhatCame(of.failures, [...EXAMPLES, index])),
  })
  const canAdd = mayWrite && promises.length + remedies.length > 0
  return (
    <Part name="examples" title={words.say('studio.examples')}>
      <p className="quiet">
        {tried.length === 0
          ? words.say('studio.examples.none')
          : words.say('studio.examples.count', { count: tried.length, wrong })}
      </p>
      {examples.length > 0 && (
        <details
          className="fold"
          open={isShown || wrong > 0}
          onToggle={({ currentTarget }) => show(currentTarget.open)}
        >
          <summary>{words.say('studio.examples.show')}</summary>
          {(isShown || wrong > 0) && (
            <ol className="tried">
              {examples.map((example, index) => (
                <ExampleLine
                  // biome-ignore lint/suspicious/noArrayIndexKey: examples are known by their number
                  key={index}
                  example={example}
                  index={index}
                  tried={tried.find(({ number }) => number === index + 1)}
                  isFresh={fresh === index}
                  mayWrite={mayWrite}
                  deeds={deeds}
                />
              ))}
            </ol>
          )}
        </details>
      )}
      <UntriedRows
        onTake={({ given, expect }) => {
          setFresh(undefined)
          edit([{ kind: 'insert', path: EXAMPLES, at: examples.length, value: { given, expect } }])
        }}
      />
      {canAdd && (
        <button
          ref={adder}
          type="button"
          className="button small"
          onClick={() => {
            show(true)
            setFresh(examples.length)
            edit([
              {
                kind: 'insert',
                path: EXAMPLES,
                at: examples.length,
                value: newExample(examples, { promises, remedies }, serverNow()),
              },
            ])
          }}
        >
          {words.say('studio.example.add')}
        </button>
      )}
      {canAdd && (
        <CaseTable
          onTake={([value, ...more]) => {
            if (value === undefined) return
            show(true)
            setFresh(undefined)
            edit([{ kind: 'insert', path: EXAMPLES, at: examples.length, value, more }])
          }}
        />
      )}
    </Part>
  )
}

interface ExampleDeeds {
  readonly remove: (index: number) => void
  readonly expectWhatCame: (index: number, tried: TriedExample) => void
}

/** One example: what came of it, and its fields when they are asked for. */
const ExampleLine = memo(function ExampleLine(props: {
  readonly example: Fields
  readonly index: number
  readonly tried: TriedExample | undefined
  /** Just added: its fields are open. */
  readonly isFresh: boolean
  readonly mayWrite: boolean
  readonly deeds: ExampleDeeds
}) {
  const { example, index, tried, isFresh, mayWrite, deeds } = props
  const words = useWords()
  const [isOpen, open] = useState(isFresh)
  const line = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (isFresh) line.current?.querySelector<HTMLElement>('.example-fields :is(input, select)')?.focus()
  }, [isFresh])
  const number = index + 1
  const isRight = tried?.failures.length === 0
  return (
    <li ref={line} className={`remark example ${tried === undefined ? '' : isRight ? 'kept' : 'broken'}`}>
      {tried === undefined ? (
        <span className="quiet">{words.say('studio.example.untried', { number })}</span>
      ) : (
        <ExampleOutcome example={tried} />
      )}
      {mayWrite && (
        <details className="fold" open={isOpen} onToggle={({ currentTarget }) => open(currentTarget.open)}>
          <summary>{words.say('studio.example.change', { number })}</summary>
          {isOpen && <ExampleFields path={[...EXAMPLES, index]} example={example} number={number} />}
          <div className="several">
            {tried !== undefined && !isRight && (
              <button type="button" className="button small" onClick={() => deeds.expectWhatCame(index, tried)}>
                {words.say('studio.example.take')}
              </button>
            )}
            <button type="button" className="link" onClick={() => deeds.remove(index)}>
              {words.say('studio.example.remove', { number })}
            </button>
          </div>
        </details>
      )}
    </li>
  )
})
