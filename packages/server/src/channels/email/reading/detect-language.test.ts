import { expect, it } from 'vitest'
import { askLanguage } from './ask-language.ts'
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
  ['en', 'Hi, the “Lampada da tavolo Fenwick” that I bought here has stopped working. Can you replace it?'],
  ['it', 'Buongiorno, la Fenwick Table Lamp Deluxe Edition che ho comprato non funziona più. Potete sostituirla?'],
  ['pl', 'Dzien dobry, czekam na paczke juz dwa tygodnie, prosze o odpowiedz. Fenwick Table Lamp Deluxe Edition'],
  ['el', 'Καλημέρα, το Fenwick Table Lamp Deluxe Edition που αγόρασα δεν λειτουργεί πια. Μπορείτε να το αλλάξετε;'],
  ['ar-EG', 'مرحبا، اشتريت Fenwick Table Lamp Deluxe Edition من متجركم وقد توقف عن العمل بعد يومين، أرجو استبداله'],
])('finds %s around names in another language', (language, text) => {
  expect(detectLanguage(text, DESK)).toBe(language)
})

it.each([
  ['two languages of the desk', 'Buongiorno, aspetto da due settimane. Hello, I have been waiting for two weeks.'],
  ['two scripts', 'Hello, my order has not arrived yet. مرحبا، لم يصل طلبي حتى الآن ولا أحد يجيب.'],
  ['Greek in Latin letters', 'Geia sas, den exo parei akoma to dema mou, poso akoma prepei na perimeno'],
  ['Persian, which is written as Arabic is', 'لطفاً بگویید بسته من کجاست، دو هفته است که منتظرم'],
  ['fewer than twenty letters', 'Where is my parcel?'.slice(0, 18)],
  ['a language that the desk does not speak', 'Mein Paket ist noch nicht angekommen und niemand geht ans Telefon.'],
  ['numbers and codes', 'INV-2026-0001 INV-2026-0002 ABC123XYZ 998877 https://example.com/a/b/c'],
  ['nothing', ''],
])('says nothing about %s', (_, text) => {
  expect(detectLanguage(text, DESK)).toBeUndefined()
})

it('is told apart as it is here, however many ask at once', async () => {
  const texts = Array.from({ length: 50 }, (_, n) =>
    n % 2 === 0
      ? 'My parcel has not arrived and nobody answers the phone.'
      : `Il mio pacco non è ancora arrivato (${n}).`,
  )
  const told = await Promise.all(texts.map((text) => askLanguage(text, DESK)))
  expect(told).toEqual(texts.map((text) => detectLanguage(text, DESK)))
  expect(new Set(told)).toEqual(new Set(['en', 'it']))
})
