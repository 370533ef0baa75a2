import type { Cause } from '@avow/contract'
import { dateFormat } from '../../messages/formats.ts'
import type { Words } from '../../messages/make-words.ts'
import type { CharterWords } from '../charters/charter-words.ts'
import type { FilterName } from './breach-filters.ts'

/** A leading cause, in words without blame. */
export function causeName(cause: Cause, words: Words): string {
  return words.say(`cause.${cause}`)
}

/** Monday of a week as the reader writes dates; a date belongs to no time zone. */
export function weekWords(monday: string, locale: string): string {
  const day = Date.parse(`${monday}T00:00:00Z`)
  if (Number.isNaN(day)) return monday
  return dateFormat(locale, 'day-of-year').format(day)
}

/** What a group of a total is called. */
export function groupName(by: FilterName, key: string, words: Words, of: CharterWords): string {
  switch (by) {
    case 'cause':
      return words.sayCode(`cause.${key}`) ?? key
    case 'promise':
      return words.say('broken.promise', { id: key, name: of.promiseName(key) })
    case 'team':
      return key === '' ? words.say('broken.no-team') : key
    case 'week':
      return weekWords(key, words.locale)
  }
}
