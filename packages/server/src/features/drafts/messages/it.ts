import type { Catalogue } from './en.ts'

export const it: Catalogue = {
  subject: 'Una bozza della carta attende la Sua approvazione',
  intro: '{title}: è stata presentata una bozza, e Lei può approvarla.',
  note: 'Di che cosa si tratta: {note}',
  'effective.at-once': 'Entra in vigore non appena approvata.',
  'effective.from': 'Entra in vigore da: {from}.',
  look: 'Guardi la differenza, poi la approvi o la rimandi indietro:',
}
