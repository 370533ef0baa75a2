import { expect, test } from 'vitest'
import { directionOf, directionOfText, languageFor, localeFor } from './languages.ts'

test('the chosen language comes first, then those spoken, then English', () => {
  expect(languageFor('ar', ['en-GB'])).toBe('ar')
  expect(languageFor(null, ['de-DE', 'pl-PL', 'ar-EG', 'en'])).toBe('pl')
  expect(languageFor('xx', ['de-DE'])).toBe('en')
})

test('numbers and dates are those of the reader’s country', () => {
  expect(localeFor('ar', ['en-GB', 'ar-EG'])).toBe('ar-EG')
  expect(localeFor('en', ['ar-EG'])).toBe('en-GB')
})

test('direction follows the language, whatever the country', () => {
  expect([directionOf('ar-SA'), directionOf('he'), directionOf('el'), directionOf('arn')]).toEqual([
    'rtl',
    'rtl',
    'ltr',
    'ltr',
  ])
})

test('a text runs as its first letter does', () => {
  expect(directionOfText('1042: طلب BR-1')).toBe('rtl')
  expect(directionOfText('BR-1 طلب')).toBe('ltr')
  expect(directionOfText('…')).toBe('ltr')
})
