import type { Catalogue } from './en.ts'

export const pl: Catalogue = {
  subject:
    '{count, plural, one {Zmienił się jeden punkt, który Cię dotyczy: wersja {version}} few {Zmieniły się # punkty, które Cię dotyczą: wersja {version}} many {Zmieniło się # punktów, które Cię dotyczą: wersja {version}} other {Zmieniło się # punktu, które Cię dotyczą: wersja {version}}}',
  intro: '{title}: wersja {version} obowiązuje od: {from}.',
  'intro.ahead': '{title}: wersja {version} zacznie obowiązywać: {from}.',
  lead: '{count, plural, one {Jeden punkt, który Cię dotyczy, brzmi teraz inaczej. Zgłoszenia otwarte wcześniej zachowują to, co obiecano.} few {# punkty, które Cię dotyczą, brzmią teraz inaczej. Zgłoszenia otwarte wcześniej zachowują to, co obiecano.} many {# punktów, które Cię dotyczą, brzmi teraz inaczej. Zgłoszenia otwarte wcześniej zachowują to, co obiecano.} other {# punktu, które Cię dotyczą, brzmi teraz inaczej. Zgłoszenia otwarte wcześniej zachowują to, co obiecano.}}',
  'first.subject':
    '{count, plural, one {Jeden punkt karty do przeczytania} few {# punkty karty do przeczytania} many {# punktów karty do przeczytania} other {# punktu karty do przeczytania}}',
  'first.lead':
    '{title}, wersja {version}. {count, plural, one {Od teraz dotyczy Cię jeden jej punkt.} few {Od teraz dotyczą Cię # jej punkty.} many {Od teraz dotyczy Cię # jej punktów.} other {Od teraz dotyczy Cię # jej punktu.}}',
  clause: '{clause}, {change}',
  'kind.promise': 'Obietnica {id}',
  'kind.escalation': 'Eskalacja {id}',
  'kind.remedy': 'Zadośćuczynienie {id}',
  'kind.authority': 'Uprawnienie {id}',
  'kind.clause': 'Punkt {id}',
  'change.stricter': 'surowiej niż dotąd',
  'change.looser': 'łagodniej niż dotąd',
  'change.changed': 'zmiana',
  'change.added': 'nowość',
  'change.removed': 'już nie obowiązuje',
  'about.says': 'Treść',
  'about.because': 'Dlaczego',
  'about.all': 'Każde zgłoszenie',
  'field.clock': 'Co jest mierzone',
  'field.pauses': 'Czas stoi, gdy',
  'field.measured': 'Jak jest mierzone',
  'field.when': 'Dla których zgłoszeń',
  'field.hit': 'Który wiersz obowiązuje',
  'field.no answer needed': 'Nie wymaga odpowiedzi',
  'field.on change': 'Gdy zmienią się fakty',
  'field.if broken': 'Gdy nie dotrzymano',
  'field.for': 'Dla obietnicy',
  'field.on': 'Przy zdarzeniu',
  'field.position': 'Dla stanowiska',
  before: 'Dotąd: {text}',
  now: 'Teraz: {text}',
  nothing: 'nic',
  acknowledge: 'Przeczytaj zmiany i potwierdź to tutaj:',
  'reminder.subject':
    '{count, plural, one {Do przeczytania: jeden punkt wersji {version}} few {Do przeczytania: # punkty wersji {version}} many {Do przeczytania: # punktów wersji {version}} other {Do przeczytania: # punktu wersji {version}}}',
  'reminder.text':
    '{count, plural, one {W wersji {version} jest jeden dotyczący Cię punkt, którego przeczytanie nie jest jeszcze potwierdzone: {clauses}.} few {W wersji {version} są # dotyczące Cię punkty, których przeczytanie nie jest jeszcze potwierdzone: {clauses}.} many {W wersji {version} jest # dotyczących Cię punktów, których przeczytanie nie jest jeszcze potwierdzone: {clauses}.} other {W wersji {version} jest # dotyczącego Cię punktu, których przeczytanie nie jest jeszcze potwierdzone: {clauses}.}}',
}
