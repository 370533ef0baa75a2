import type { Catalogue } from './en.ts'

export const pl: Catalogue = {
  subject: 'Szkic karty czeka na Twoje zatwierdzenie',
  intro: '{title}: przedłożono szkic, który możesz zatwierdzić.',
  note: 'Czego dotyczy: {note}',
  'effective.at-once': 'Ma obowiązywać od chwili zatwierdzenia.',
  'effective.from': 'Ma obowiązywać od: {from}.',
  look: 'Obejrzyj różnicę, a potem zatwierdź szkic albo go odeślij:',
}
