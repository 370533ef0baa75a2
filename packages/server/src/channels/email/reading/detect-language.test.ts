import { expect, it } from 'vitest'
import { detectLanguage } from './detect-language.ts'

const DESK = ['en', 'it', 'pl', 'el', 'ar-EG']

it.each([
  ['en', 'My parcel has not arrived and nobody answers the phone.'],
  ['it', 'Il mio pacco non è ancora arrivato e nessuno risponde al telefono.'],
  ['pl', 'Moja paczka jeszcze nie dotarła i nikt nie odbiera telefonu.'],
  ['el', 'Το δέμα μου δεν έχει φτάσει και κανείς δεν απαντά στο τηλέφωνο.'],
  ['ar-EG', 'لم يصل الطرد الخاص بي ولا أحد يجيب على الهاتف.'],
])('finds %s', (language, text) => {
  expect(detectLanguage(text, DESK)).toBe(language)
})

it.each([
  ['fewer than twenty letters', 'Where is my parcel?'.slice(0, 18)],
  ['a language that the desk does not speak', 'Mein Paket ist noch nicht angekommen und niemand geht ans Telefon.'],
  ['numbers and codes', 'INV-2026-0001 INV-2026-0002 ABC123XYZ 998877 https://example.com/a/b/c'],
  ['nothing', ''],
])('says nothing about %s', (_, text) => {
  expect(detectLanguage(text, DESK)).toBeUndefined()
})
