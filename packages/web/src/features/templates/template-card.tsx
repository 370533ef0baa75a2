import type { Template } from '@avow/contract'
import { useId, useState } from 'react'
import { languageName, regionName } from '../../messages/formats.ts'
import { useWords } from '../../messages/words.tsx'
import { BeginDraft } from './begin-draft.tsx'

/** One charter to begin with: what it is for, what is in it, under which law it is clean, and on asking its text. */
export function TemplateCard(props: {
  readonly template: Template
  /** It is of a sector of the company. */
  readonly isYours: boolean
  /** Under whose law the company lives already. */
  readonly jurisdictions: readonly string[]
  readonly currencies: readonly string[]
  readonly currency: string
}) {
  const { template, isYours, ...more } = props
  const { name, languages, sectors, jurisdictions, clauses } = template
  const words = useWords()
  const id = useId()
  const [isOpen, setOpen] = useState(false)
  const heading = words.sayCode(`template.of.${name}`) ?? name
  return (
    <li aria-labelledby={id}>
      <h2 id={id}>
        {heading} {isYours && <span className="mark">{words.say('templates.yours')}</span>}
      </h2>
      {sectors.length === 0 ? (
        <p>{words.say('templates.no-law')}</p>
      ) : (
        <>
          <p>
            {words.say('templates.sectors', {
              sectors: words.list(sectors.map((sector) => words.say(`law.sector.${sector}`))),
            })}
          </p>
          <p>
            {words.say('templates.law', {
              jurisdictions: words.list(jurisdictions.map((one) => regionName(words.locale, one))),
            })}
          </p>
        </>
      )}
      <p className="quiet">
        {words.say('templates.languages', {
          languages: words.list(languages.map((one) => languageName(words.locale, one))),
        })}
      </p>
      <ul className="template-kinds quiet">
        {clauses.map(({ kind, count }) => (
          <li key={kind}>
            {words.say(`handbook.kind.${kind}`)} <strong>{words.number(count)}</strong>
          </li>
        ))}
      </ul>
      {isOpen ? (
        <BeginDraft template={template} heading={heading} {...more} />
      ) : (
        <button type="button" className="button small" aria-describedby={id} onClick={() => setOpen(true)}>
          {words.say('templates.open')}
        </button>
      )}
    </li>
  )
}
