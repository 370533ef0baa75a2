import type { EditPath } from '@avow/core'
import { ArrowDown, ArrowUp, Ellipsis, Trash2 } from 'lucide-react'
import type { MouseEvent } from 'react'
import { useWords } from '../../messages/words.tsx'
import { AudienceChoice } from './audience-choice.tsx'
import { Popover } from './popover.tsx'
import { useStudio } from './studio-context.tsx'

/** What can be done with a row that stands as a sentence: it moves, goes, or is for other readers than its promise. */
export function RowDeeds(props: {
  /** Of the table. */
  readonly path: EditPath
  readonly index: number
  readonly count: number
  /** Null where rows have no readers of their own. */
  readonly audience: unknown
}) {
  const { path, index, count, audience } = props
  const { edit, mayWrite } = useStudio()
  const words = useWords()
  const row = index + 1
  if (!mayWrite) return null
  // The keyboard goes with the row, or to what adds one where the row is gone.
  const move = ({ currentTarget }: MouseEvent<HTMLElement>, to: number): void => {
    const rows = currentTarget.closest('ol')
    edit([{ kind: 'move', path, from: index, to }])
    requestAnimationFrame(() => rows?.children[to]?.querySelector<HTMLElement>('.row-more button')?.focus())
  }
  const remove = ({ currentTarget }: MouseEvent<HTMLElement>): void => {
    const add = currentTarget.closest('ol')?.nextElementSibling
    if (add instanceof HTMLElement) add.focus()
    edit([{ kind: 'remove', path: [...path, index] }])
  }
  return (
    <span className="row-more add">
      <Popover
        label={words.say('studio.row.more', { row })}
        shown={<Ellipsis aria-hidden="true" size={16} />}
        isFaulty={false}
        isDisabled={false}
      >
        {index > 0 && (
          <button type="button" className="button small plain" onClick={(event) => move(event, index - 1)}>
            <ArrowUp aria-hidden="true" />
            {words.say('studio.grid.up', { row })}
          </button>
        )}
        {index < count - 1 && (
          <button type="button" className="button small plain" onClick={(event) => move(event, index + 1)}>
            <ArrowDown aria-hidden="true" />
            {words.say('studio.grid.down', { row })}
          </button>
        )}
        {count > 1 && (
          <button type="button" className="button small plain" onClick={remove}>
            <Trash2 aria-hidden="true" />
            {words.say('studio.grid.remove', { row })}
          </button>
        )}
        {audience !== null && (
          <div className="field">
            <span>{words.say('studio.audience')}</span>
            <AudienceChoice
              path={[...path, index, 'audience']}
              label={words.say('studio.row.audience', { row })}
              value={audience}
              unsaid={words.say('studio.row.audience.same')}
              isOpen
            />
          </div>
        )}
      </Popover>
    </span>
  )
}
