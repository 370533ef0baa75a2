import type { EditPath } from '@avow/core'
import { useWords } from '../../messages/words.tsx'
import { CellField } from './cell-field.tsx'
import type { Fields } from './charter-data.ts'
import { AndList, Sentence } from './sentence.tsx'
import { useStudio } from './studio-context.tsx'

/** The scope of a clause: “only where …”. Nothing where it is for every ticket. */
export function WhenFields({ path, when }: { readonly path: EditPath; readonly when: Fields }) {
  const { facts, of } = useStudio()
  const words = useWords()
  const names = Object.keys(when)
  if (names.length === 0) return null
  return (
    <p className="sentence">
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
    </p>
  )
}
