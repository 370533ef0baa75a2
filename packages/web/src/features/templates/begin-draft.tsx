import type { Template } from '@avow/contract'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { languageName, regionName } from '../../messages/formats.ts'
import { useWords } from '../../messages/words.tsx'
import { Loading, Trouble, troubleWords } from '../../ui/standing-in.tsx'
import { useStartDraft } from '../drafts/use-start-draft.page.ts'
import { useMay } from '../people/me.tsx'
import { templateQueries } from './template-queries.page.ts'

/** What of a template to keep, the text that comes of it, and the way to a draft. */
export function BeginDraft(props: {
  readonly template: Template
  readonly heading: string
  readonly jurisdictions: readonly string[]
  readonly currencies: readonly string[]
  readonly currency: string
}) {
  const { template, heading, currencies } = props
  const words = useWords()
  const mayWrite = useMay('charter.write')
  const [languages, setLanguages] = useState<readonly string[]>(template.languages)
  const [jurisdictions, setJurisdictions] = useState<readonly string[]>(
    template.jurisdictions.filter((one) => props.jurisdictions.includes(one)),
  )
  const [currency, setCurrency] = useState(props.currency)
  const asked = templateQueries.one(template.name, { languages, jurisdictions, currency })
  const { data, error, refetch, isPlaceholderData } = useQuery({ ...asked, placeholderData: keepPreviousData })
  const starting = useStartDraft()
  return (
    <form
      className="form template-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (data === undefined) return
        starting.mutate({ note: words.say('templates.note', { template: heading }), source: data.source })
      }}
    >
      <Choices
        label={words.say('templates.keep-languages')}
        all={template.languages}
        chosen={languages}
        least={1}
        nameOf={(one) => languageName(words.locale, one)}
        onChoose={setLanguages}
      />
      {template.jurisdictions.length > 0 && (
        <Choices
          label={words.say('templates.keep-law')}
          hint={words.say('templates.law-hint')}
          all={template.jurisdictions}
          chosen={jurisdictions}
          least={0}
          nameOf={(one) => regionName(words.locale, one)}
          onChoose={setJurisdictions}
        />
      )}
      <label className="field">
        <span>{words.say('templates.currency')}</span>
        <select className="input" value={currency} onChange={({ currentTarget }) => setCurrency(currentTarget.value)}>
          {currencies.map((one) => (
            <option key={one}>{one}</option>
          ))}
        </select>
      </label>
      {error !== null && <Trouble error={error} again={refetch} />}
      {data === undefined && error === null && <Loading />}
      {data !== undefined && (
        <section className="template-text" aria-label={words.say('templates.text')}>
          <h3>{words.say('templates.text')}</h3>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard */}
          <pre dir="ltr" tabIndex={0}>
            {data.source}
          </pre>
        </section>
      )}
      {starting.error !== null && (
        <p className="band broken" role="alert">
          {troubleWords(starting.error, words)}
        </p>
      )}
      {mayWrite ? (
        <p>
          <button
            type="submit"
            className="button main"
            disabled={data === undefined || isPlaceholderData || starting.isPending}
          >
            {words.say('templates.start')}
          </button>
        </p>
      ) : (
        <p className="quiet">{words.say('templates.for-writers')}</p>
      )}
    </form>
  )
}

/** Some of several, in their order; the last of the least stays. */
function Choices(props: {
  readonly label: string
  readonly hint?: string
  readonly all: readonly string[]
  readonly chosen: readonly string[]
  readonly least: number
  readonly nameOf: (one: string) => string
  readonly onChoose: (chosen: readonly string[]) => void
}) {
  const { label, hint, all, chosen, least, nameOf, onChoose } = props
  return (
    <fieldset className="set">
      <legend className="label">{label}</legend>
      <div className="several">
        {all.map((one) => {
          const isChosen = chosen.includes(one)
          return (
            <label key={one} className="check">
              <input
                type="checkbox"
                checked={isChosen}
                disabled={isChosen && chosen.length <= least}
                onChange={() => onChoose(all.filter((other) => (other === one ? !isChosen : chosen.includes(other))))}
              />
              {nameOf(one)}
            </label>
          )
        })}
      </div>
      {hint !== undefined && <p className="quiet">{hint}</p>}
    </fieldset>
  )
}
