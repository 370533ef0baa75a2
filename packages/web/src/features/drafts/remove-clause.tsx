import { CLAUSE_KINDS, SECTION_OF_KIND } from '@avow/core'
import { useWords } from '../../messages/words.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import type { Dependent, Dependents } from './clause-dependents.ts'
import { goToPart } from './go-to-part.page.ts'
import { partId } from './part-id.ts'

interface RemoveClauseProps {
  readonly id: string
  readonly dependents: Dependents
  readonly onRemove: () => void
  readonly onClose: () => void
}

/** Asks before a clause goes of which others speak: which they are, each with a way to it. */
export function RemoveClause({ id, dependents, onRemove, onClose }: RemoveClauseProps) {
  const words = useWords()
  const { clauses, examples, further } = dependents
  const go = (one: Dependent) => {
    onClose()
    // The window gives the focus back as it goes.
    requestAnimationFrame(() => goToPart(partId(`${one.section}/${one.id}`)))
  }
  return (
    <Dialog title={words.say('studio.remove', { what: id })} onClose={onClose}>
      <div className="form remove-clause">
        {clauses.length > 0 && (
          <>
            <p>{words.say('studio.dependents', { clause: id, count: clauses.length })}</p>
            <ul>
              {clauses.map((one) => (
                <li key={`${one.section}/${one.id}`}>
                  <Way to={one} onGo={go} />{' '}
                  <span className="quiet">{words.list(one.fields.map((name) => nameOf(name)))}</span>
                </li>
              ))}
            </ul>
          </>
        )}
        {further.length > 0 && (
          <p>
            {words.say('studio.dependents.further')}{' '}
            {further.map((one) => (
              <span key={`${one.section}/${one.id}`}>
                <Way to={one} onGo={go} />{' '}
              </span>
            ))}
          </p>
        )}
        {examples > 0 && <p>{words.say('studio.dependents.examples', { count: examples })}</p>}
        <p className="quiet">{words.say('studio.dependents.undo')}</p>
        <p className="deeds">
          <button type="button" className="button" onClick={onRemove}>
            {words.say('studio.dependents.remove')}
          </button>
          <button type="button" className="button plain" onClick={onClose}>
            {words.say('studio.dependents.keep')}
          </button>
        </p>
      </div>
    </Dialog>
  )

  function nameOf(field: string): string {
    const code = field.replaceAll(' ', '-')
    return words.sayCode(`term.${code}`) ?? words.sayCode(`given.${code}`) ?? field
  }
}

function Way({ to, onGo }: { readonly to: Dependent; readonly onGo: (one: Dependent) => void }) {
  const words = useWords()
  const kind = CLAUSE_KINDS.find((one) => SECTION_OF_KIND[one] === to.section)
  return (
    <a
      className="way"
      href={`#${partId(`${to.section}/${to.id}`)}`}
      onClick={(event) => {
        event.preventDefault()
        onGo(to)
      }}
    >
      {kind === undefined ? '' : words.say(`clause.${kind}`)} <span className="mark ltr">{to.id}</span>
    </a>
  )
}
