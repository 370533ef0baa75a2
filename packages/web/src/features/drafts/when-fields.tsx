import type { EditPath } from '@avow/core'
import { useWords } from '../../messages/words.tsx'
import { AddCondition } from './add-condition.tsx'
import { CellField } from './cell-field.tsx'
import type { Fields } from './charter-data.ts'
import { AndList, Sentence } from './sentence.tsx'
import { useStudio } from './studio-context.tsx'

/** The scope of a clause: “only where …”. Where it is for every ticket, what would narrow it. */
export function WhenFields({ path, when }: { readonly path: EditPath; readonly when: Fields }) {
  const { facts, of } = useStudio()
  const words = useWords()
  const names = Object.keys(when)
  const add = (
    <AddCondition
      path={path}
      row={when}
      label={words.say('studio.scope.add')}
      shown={words.say(names.length === 0 ? 'studio.scope.add' : 'studio.condition.more')}
    />
  )
  if (names.length === 0) return <div className="scope">{add}</div>
  return (
    <div className="sentence">
      <span>
        <Sentence
          of={'studio.scope'}
          parts={{
            conditions: (
              <AndList
                items={names.map((name) => (
                  <Sentence
                    key={name}
                    of={'studio.is'}
                    values={{ fact: of.fact(name) }}
                    parts={{
                      value: (
                        <CellField
                          path={[...path, name]}
                          fact={facts.find((fact) => fact.name === name)}
                          value={when[name]}
                          without={names.length === 1 ? path : undefined}
                        />
                      ),
                    }}
                  />
                ))}
              />
            ),
          }}
        />
      </span>
      <span className="for-readers">{words.say('studio.scope.hint')}</span>
      {add}
    </div>
  )
}
