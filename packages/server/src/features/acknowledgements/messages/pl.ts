import type { Catalogue } from './en.ts'

export const pl: Catalogue = {
  subject: 'Mamy Państwa zgłoszenie, numer {number}',
  received: 'Dziękujemy za wiadomość. Państwa zgłoszenie ma numer {number}.',
  due: 'Człowiek odpowie Państwu najpóźniej: {due}.',
  past: 'Człowiek miał odpowiedzieć Państwu najpóźniej: {due}. Ten termin minął. Przepraszamy, odpowiedź nadejdzie.',
  paused: 'Czas na naszą odpowiedź jest w tej chwili wstrzymany, ponieważ na coś czekamy.',
  none: 'Nie obiecaliśmy terminu tej odpowiedzi. Każde zgłoszenie czyta człowiek.',
  crisis: '{text} Dotyczy to zgłoszeń, które przyjdą do {until}.',
  ends: 'Ta wiadomość przyszła tą drogą: {channel}. Działa ona do {date}. Tym zgłoszeniem zajmiemy się mimo to.',
  ended: 'Ta wiadomość przyszła tą drogą: {channel}. Działała ona do {date}. Tym zgłoszeniem zajmiemy się mimo to.',
  next: 'Potem prosimy korzystać z: {channel}.',
  'next-at': 'Potem prosimy korzystać z: {channel}:',
  held: '{count, plural, one {Mamy jeszcze jedno Państwa zgłoszenie, którego przyjęcia dotąd nie potwierdziliśmy:} few {Mamy jeszcze # Państwa zgłoszenia, których przyjęcia dotąd nie potwierdziliśmy:} many {Mamy jeszcze # Państwa zgłoszeń, których przyjęcia dotąd nie potwierdziliśmy:} other {Mamy jeszcze # Państwa zgłoszenia, których przyjęcia dotąd nie potwierdziliśmy:}}',
  'held.due': 'Numer {number}: człowiek odpowie Państwu najpóźniej: {due}.',
  'held.past':
    'Numer {number}: człowiek miał odpowiedzieć Państwu najpóźniej: {due}. Ten termin minął; odpowiedź nadejdzie.',
  'held.paused': 'Numer {number}: czas na naszą odpowiedź jest w tej chwili wstrzymany.',
  'held.none': 'Numer {number}: nie obiecaliśmy terminu tej odpowiedzi.',
  more: '{count, plural, one {I jeszcze jedno.} few {I jeszcze #.} many {I jeszcze #.} other {I jeszcze #.}}',
  'away.subject': 'Państwa zgłoszenie {number}: odpowie ktoś inny',
  away: 'Osoba, która zajmowała się Państwa zgłoszeniem {number}, jest nieobecna. Ktoś inny odpowie Państwu najpóźniej: {due}.',
  follow: 'Tutaj mogą Państwo sprawdzić, co się z nim dzieje, i coś dodać:',
  add: 'Aby coś dodać, proszę odpowiedzieć na tę wiadomość.',
  charter: '{title}:',
}
