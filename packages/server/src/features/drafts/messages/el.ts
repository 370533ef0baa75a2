import type { Catalogue } from './en.ts'

export const el: Catalogue = {
  subject: 'Ένα προσχέδιο του χάρτη περιμένει την έγκρισή σας',
  intro: '{title}: υποβλήθηκε ένα προσχέδιο και μπορείτε να το εγκρίνετε.',
  note: 'Τι αφορά: {note}',
  'effective.at-once': 'Θα ισχύσει μόλις εγκριθεί.',
  'effective.from': 'Θα ισχύσει από {from}.',
  look: 'Δείτε τη διαφορά και μετά εγκρίνετέ το ή επιστρέψτε το:',
}
