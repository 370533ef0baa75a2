import { Trash2 } from 'lucide-react'
import { type ReactNode, useRef, useState } from 'react'
import { useWords } from '../../messages/words.tsx'
import { clauseOfPart, type Dependents, dependentsIn } from './clause-dependents.ts'
import { Margin } from './margin.tsx'
import { partId } from './part-id.ts'
import type { PartName } from './place-findings.ts'
import { RemoveClause } from './remove-clause.tsx'
import { useStudio } from './studio-context.tsx'

/** A part of the document with its margin beside it. */
export function Part(props: {
  readonly name: PartName
  readonly title: ReactNode
  /** Beside the title: audience, clock. */
  readonly terms?: ReactNode
  readonly onRemove?: (() => void) | undefined
  readonly removeLabel?: string
  readonly children: ReactNode
}) {
  const { name, title, terms, onRemove, removeLabel, children } = props
  const { mayWrite, readData } = useStudio()
  const here = useRef<HTMLElement>(null)
  const [asked, ask] = useState<Dependents>()
  const clause = clauseOfPart(name)
  const remove = (): void => {
    // The button goes with its part: the keyboard stays among the others.
    const heading = here.current?.closest('.group')?.querySelector('h2')
    ask(undefined)
    onRemove?.()
    requestAnimationFrame(() => heading?.focus())
  }
  const askOrRemove = (): void => {
    const found = clause && dependentsIn(readData(), clause.section, clause.id)
    if (found !== undefined && found.clauses.length + found.examples > 0) ask(found)
    else remove()
  }
  return (
    <section ref={here} className="part" id={partId(name)} tabIndex={-1} aria-labelledby={`${partId(name)}-title`}>
      <div className="part-text">
        <header>
          <h3 id={`${partId(name)}-title`}>{title}</h3>
          {terms}
          {mayWrite && onRemove !== undefined && (
            <button
              type="button"
              className="button plain square small remove"
              aria-label={removeLabel}
              title={removeLabel}
              onClick={askOrRemove}
            >
              <Trash2 aria-hidden="true" />
            </button>
          )}
        </header>
        {children}
        {asked !== undefined && clause !== undefined && (
          <RemoveClause id={clause.id} dependents={asked} onRemove={remove} onClose={() => ask(undefined)} />
        )}
      </div>
      <Margin part={name} />
    </section>
  )
}

/** A heading of the document, with what adds one more below it. */
export function Group({
  title,
  add,
  onAdd,
  children,
}: {
  readonly title: string
  readonly add?: string
  readonly onAdd?: () => void
  readonly children: ReactNode
}) {
  const { mayWrite } = useStudio()
  const words = useWords()
  return (
    <section className="group" aria-label={title}>
      <h2 tabIndex={-1}>{title}</h2>
      {children}
      {mayWrite && add !== undefined && (
        <button type="button" className="button small add-part" onClick={onAdd}>
          {words.say('studio.add', { what: add })}
        </button>
      )}
    </section>
  )
}
