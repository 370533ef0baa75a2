import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { regionName } from '../../messages/formats.ts'
import { useWords } from '../../messages/words.tsx'
import { Loading, Trouble } from '../../ui/standing-in.tsx'
import { draftQueries } from './draft-queries.page.ts'
import { HolidayPreview } from './holiday-preview.tsx'
import { useYears, YearsField } from './holiday-years.tsx'
import type { HolidaysFor } from './holidays-for.ts'
import { manyOf } from './list-edits.ts'

/** The public holidays of a country, or of one of its regions, looked up as one chooses. */
export function HolidaysOfCountry({ path, calendar, onClose }: HolidaysFor) {
  const words = useWords()
  const { thisYear, years, setYears } = useYears(calendar)
  const [{ country, region }, setPlace] = useState(() => lastPlace(calendar['holidays from']))
  const countries = useQuery(draftQueries.holidayCountries())
  const asked = { country, ...(region === '' ? {} : { region }), ...years, language: words.language }
  const found = useQuery({ ...draftQueries.holidays(asked), enabled: country !== '' })
  if (countries.data === undefined)
    return countries.error === null ? <Loading /> : <Trouble error={countries.error} again={countries.refetch} />
  const known = countries.data.items
    .map(({ code, regions }) => ({ code, regions, name: regionName(words.locale, code) }))
    .sort((a, b) => a.name.localeCompare(b.name, words.locale))
  const regions = known.find(({ code }) => code === country)?.regions ?? []
  return (
    <>
      <div className="holiday-choice">
        <label className="field">
          <span>{words.say('studio.holidays.country')}</span>
          <select
            className="input"
            value={country}
            onChange={({ currentTarget }) => setPlace({ country: currentTarget.value, region: '' })}
          >
            <option value="">{words.say('studio.holidays.country.choose')}</option>
            {known.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </select>
        </label>
        {regions.length > 0 && (
          <label className="field">
            <span>{words.say('studio.holidays.region')}</span>
            <select
              className="input"
              value={region}
              onChange={({ currentTarget }) => setPlace({ country, region: currentTarget.value })}
            >
              <option value="">{words.say('studio.holidays.region.whole')}</option>
              {regions.map(({ code, name }) => (
                <option key={code} value={code}>
                  {name}
                </option>
              ))}
            </select>
          </label>
        )}
        <YearsField thisYear={thisYear} years={years} onChange={setYears} />
      </div>
      {found.error !== null && <Trouble error={found.error} again={found.refetch} />}
      {found.isFetching && <Loading />}
      {found.data !== undefined && (
        <HolidayPreview
          path={path}
          calendar={calendar}
          onClose={onClose}
          found={found.data}
          firstYear={years.from}
          areAll
          key={JSON.stringify(asked)}
        />
      )}
    </>
  )
}

/** The country and region that the calendar’s dates came from last. */
function lastPlace(sources: unknown): { readonly country: string; readonly region: string } {
  const last = manyOf(sources).findLast((source) => PLACE.test(String(source)))
  const [, country = '', region = ''] = PLACE.exec(String(last)) ?? []
  return { country, region }
}

/** As the server writes it. */
const PLACE = /^date-holidays \S+, country ([A-Z]{2})(?:, region ([A-Za-z0-9-]+))?,/
