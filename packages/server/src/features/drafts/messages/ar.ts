import type { Catalogue } from './en.ts'

export const ar: Catalogue = {
  subject: 'مسودة من الميثاق تنتظر موافقتك',
  intro: '{title}: قُدِّمت مسودة، ويمكنك الموافقة عليها.',
  note: 'موضوعها: {note}',
  'effective.at-once': 'تسري حالما تتم الموافقة عليها.',
  'effective.from': 'تسري من {from}.',
  look: 'اطّلع على الفرق، ثم وافق عليها أو أعِدها:',
}
