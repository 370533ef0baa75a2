import type { EditPath } from '@avow/core'
import { useWords } from '../../messages/words.tsx'
import { AddCondition } from './add-condition.tsx'
import { audienceChosen, audienceValue, factsOfCustomers, SOME_CUSTOMERS } from './audience-form.ts'
import { CellField, ValuesField } from './cell-field.tsx'
import { cellForm } from './cell-form.ts'
import { fieldsOf } from './charter-data.ts'
import { AndList, Sentence } from './sentence.tsx'
import { useStudio } from './studio-context.tsx'
import { ChoiceField } from './typed-field.tsx'

interface AudienceProps {
  /** Of the field. */
  readonly path: EditPath
  readonly label: string
  readonly value: unknown
  /** What nothing written means, where that can be chosen. */
  readonly unsaid?: string
  /** Conditions stand open, where no box can open in another one. */
  readonly isOpen?: boolean
}

/** Who may see a clause, or a row: everybody, staff, a position, or some customers by facts of their tickets. */
export function AudienceChoice({ path, label, value, unsaid, isOpen = false }: AudienceProps) {
  const { positions, facts, of } = useStudio()
  const words = useWords()
  const chosen = audienceChosen(value)
  const isSome = chosen === SOME_CUSTOMERS
  return (
    <>
      <ChoiceField
        path={path}
        label={label}
        value={chosen === '' && unsaid === undefined ? 'staff' : chosen}
        options={[
          ...(unsaid === undefined ? [] : [['', unsaid] as const]),
          ['public', words.say('studio.audience.public')],
          ['staff', words.say('studio.audience.staff')],
          ...(isSome || factsOfCustomers(facts).length > 0
            ? [[SOME_CUSTOMERS, words.say('studio.audience.customers')] as const]
            : []),
          ...positions.map((name) => [name, of.position(name)] as const),
        ]}
        write={(word) => audienceValue(word, facts)}
      />
      {isSome && <Customers path={path} value={value} isOpen={isOpen} />}
    </>
  )
}

/** By which facts customers are those: “Tier is gold”. The last condition takes the audience with it. */
function Customers({
  path,
  value,
  isOpen,
}: {
  readonly path: EditPath
  readonly value: unknown
  readonly isOpen: boolean
}) {
  const { facts, of } = useStudio()
  const words = useWords()
  const when = fieldsOf(fieldsOf(value)['customers'])
  const names = Object.keys(when)
  const inside = [...path, 'customers']
  return (
    <span className="customers">
      <AndList
        items={names.map((name) => {
          const fact = facts.find((one) => one.name === name)
          const condition = { path: [...inside, name], fact, value: when[name] }
          return (
            <Sentence
              key={name}
              of={'studio.is'}
              values={{ fact: of.fact(name) }}
              parts={{
                value:
                  isOpen && fact !== undefined ? (
                    <ValuesField path={condition.path} fact={fact} form={cellForm(condition.value)} />
                  ) : (
                    <CellField {...condition} without={names.length === 1 ? path : undefined} />
                  ),
              }}
            />
          )
        })}
      />{' '}
      <AddCondition
        path={inside}
        row={when}
        facts={factsOfCustomers(facts)}
        label={words.say('studio.audience.customers.add')}
        shown={words.say('studio.condition.more')}
      />
    </span>
  )
}
