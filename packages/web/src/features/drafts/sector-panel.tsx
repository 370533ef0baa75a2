import { JURISDICTIONS, lawRowsFor, openSource, SECTORS, sourceData } from '@avow/core'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useWords } from '../../messages/words.tsx'
import { Loading, Trouble } from '../../ui/standing-in.tsx'
import { fittingTemplates } from '../templates/fitting-templates.ts'
import { templateQueries } from '../templates/template-queries.page.ts'
import { type Fields, fieldsOf, textsOf, wordsOf } from './charter-data.ts'
import { type SectorSuggestion, sectorSuggestions } from './sector-suggestions.ts'
import { useStudio } from './studio-context.tsx'
import './sector.css'

/**
 * What suits the company that the draft says it is: templates of its sectors, their clauses that the draft has not, and the rows
 * of law that bind it. The draft's `law` is the profile; another one changes what is suggested, and nothing is written unless taken.
 */
export function SectorPanel() {
  const words = useWords()
  const [isOpen, setOpen] = useState(false)
  return (
    <details className="group sector" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        <h2>{words.say('studio.sector.title')}</h2>
      </summary>
      {isOpen && <Suggestions />}
    </details>
  )
}

function Suggestions() {
  const { data } = useStudio()
  const words = useWords()
  const law = fieldsOf(data['law'])
  const sectors = wordsOf(law['sectors'])
  const { data: known, error, refetch } = useQuery(templateQueries.list())
  const [chosen, choose] = useState<string>()
  if (sectors.length === 0) return <p>{words.say('studio.sector.no-profile')}</p>
  if (error !== null) return <Trouble error={error} again={refetch} />
  if (known === undefined) return <Loading />
  const fitting = fittingTemplates(known.items, sectors)
  const template = fitting.find(({ name }) => name === chosen) ?? fitting[0]
  return (
    <>
      <p className="quiet">{words.say('studio.sector.lead')}</p>
      <LawRows law={law} />
      {template === undefined ? (
        <p>{words.say('studio.sector.none')}</p>
      ) : (
        <>
          <label className="field">
            <span>{words.say('studio.sector.template')}</span>
            <select
              className="input"
              value={template.name}
              onChange={({ currentTarget }) => choose(currentTarget.value)}
            >
              {fitting.map(({ name }) => (
                <option key={name} value={name}>
                  {words.sayCode(`template.of.${name}`) ?? name}
                </option>
              ))}
            </select>
          </label>
          <OfTemplate
            name={template.name}
            languages={template.languages}
            currency={currencyIn(data, known.currencies) ?? known.currency}
          />
        </>
      )}
    </>
  )
}

/** The law pack that belongs to the profile, row by row. */
function LawRows({ law }: { readonly law: Fields }) {
  const words = useWords()
  const rows = lawRowsFor(
    JURISDICTIONS.filter((one) => wordsOf(law['jurisdictions']).includes(one)),
    SECTORS.filter((one) => wordsOf(law['sectors']).includes(one)),
  )
  return (
    <details>
      <summary>{words.say('studio.sector.rows', { count: rows.length })}</summary>
      <ul>
        {rows.map(({ id, says }) => (
          <li key={id}>
            <bdi>{id}</bdi>{' '}
            <span lang="en" dir="ltr">
              {says}
            </span>
          </li>
        ))}
      </ul>
    </details>
  )
}

function OfTemplate(props: {
  readonly name: string
  readonly languages: readonly string[]
  readonly currency: string
}) {
  const { data, languages } = useStudio()
  const words = useWords()
  const common = languages.filter((one) => props.languages.includes(one))
  const asked = {
    languages: common.length > 0 ? common : props.languages.slice(0, 1),
    jurisdictions: [],
    currency: props.currency,
  }
  const { data: template, error, refetch } = useQuery(templateQueries.one(props.name, asked))
  const said = useMemo(() => {
    const source = template === undefined ? undefined : openSource(template.source)
    return source === undefined ? undefined : fieldsOf(sourceData(source.root))
  }, [template])
  const suggestions = useMemo(() => (said === undefined ? [] : sectorSuggestions(data, said)), [data, said])
  if (error !== null) return <Trouble error={error} again={refetch} />
  if (said === undefined) return <Loading />
  if (suggestions.length === 0) return <p>{words.say('studio.sector.nothing')}</p>
  return (
    <ul className="sector-list">
      {suggestions.map((suggestion) => (
        <OneSuggestion key={`${suggestion.kind} ${suggestion.id}`} suggestion={suggestion} />
      ))}
    </ul>
  )
}

function OneSuggestion({ suggestion }: { readonly suggestion: SectorSuggestion }) {
  const { of, languages, mayWrite, edit } = useStudio()
  const words = useWords()
  const { kind, id, says, target, brings, edits } = suggestion
  const text = of.text(textsOf(says, languages[0] ?? 'en'))
  const what = text?.text.replace('{target}', target ?? '…') ?? id
  return (
    <li>
      <span className="quiet">{words.say(`handbook.kind.${kind}`)}</span>
      <span dir="auto" lang={text?.language}>
        {what}
      </span>
      {brings.length > 0 && (
        <span className="quiet">{words.say('studio.sector.brings', { names: words.list(brings) })}</span>
      )}
      {mayWrite && (
        <button
          type="button"
          className="button small"
          aria-label={words.say('studio.sector.take-what', { what })}
          onClick={() => edit(edits)}
        >
          {words.say('studio.sector.take')}
        </button>
      )}
    </li>
  )
}

/** What the draft counts in, where it names an amount. */
function currencyIn(data: Fields, known: readonly string[]): string | undefined {
  const [, currency] = /\b(?:\d|money) ?([A-Z]{3})\b/.exec(JSON.stringify(data)) ?? []
  return known.find((one) => one === currency)
}
