import type { Catalogue } from './en.ts'

export const it: Catalogue = {
  'plus.subject': 'Prova di un indirizzo',
  'plus.text':
    'Il servizio di assistenza ha scritto questo messaggio a se stesso all’indirizzo {address}, per sapere se la posta a indirizzi simili arriva. Non occorre fare nulla.',
}
