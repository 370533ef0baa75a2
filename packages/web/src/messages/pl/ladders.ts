import type { ladders as master } from '../en/ladders.ts'

export const ladders: Readonly<Record<keyof typeof master, string>> = {
  'ladder.open': 'Przejdź przez {clause}',
  'ladder.hint':
    'Co stałoby się ze zgłoszeniem, którego nikt nie dotyka: każdy krok w swoim czasie, do kogo dociera i kto jest wtedy nieobecny, na ile znane są nieobecności. Nic nie jest wysyłane.',
  'ladder.at': 'Zgłoszenie wpływa ({zone})',
  'ladder.assignee': 'Kto je prowadzi',
  'ladder.go': 'Przejdź',
  'ladder.ticket': 'Zgłoszenie: {facts}.',
  'ladder.any': 'dowolne',
  'ladder.due': 'Termin {promise}: {time}.',
  'ladder.fine': 'Przy każdym kroku i na końcu ktoś jest na miejscu.',
  'ladder.fine-end':
    'Na końcu ktoś jest na miejscu. Krok, który powiadamia osobę prowadzącą zgłoszenie, do nikogo nie dociera, dopóki nikt go nie prowadzi.',
  'ladder.mend':
    '{count, plural, one {# miejsce do poprawy} few {# miejsca do poprawy} many {# miejsc do poprawy} other {# miejsca do poprawy}}',
  'ladder.steps': 'Kroki {clause}',
  'ladder.step': 'Krok {step, number}',
  'ladder.last': 'koniec',
  'ladder.when': '{time} ({zone})',
  'ladder.never': 'później, niż sięga jego kalendarz',
  'ladder.closed': 'Wszystkie kalendarze są wtedy zamknięte.',
  'ladder.on-duty': 'Ktoś jest na miejscu',
  'ladder.off-duty': 'Nikogo nie ma na miejscu',
  'ladder.unassigned': 'Nikt jeszcze nie prowadzi zgłoszenia',
  'ladder.told': 'Powiadomienie w systemie ({position}): {who}',
  'ladder.given': 'Zgłoszenie dostaje ({position}): {who}',
  'ladder.mailed': 'Także e-mailem: {who}',
  'ladder.away': 'Nieobecność: {name}, do {time}.',
  'ladder.away-deputy': 'Nieobecność: {name}, do {time}; zastępstwo: {deputy}.',
  'ladder.away-tickets': 'Nieobecność: {name}, do {time}; zgłoszenia przejmuje {deputy}, stanowiska nie.',
  'ladder.instead': 'Nieobecni są wszyscy na stanowisku {position}: działa {instead}.',
  'ladder.chain': 'Zgłoszenie trafia do: {chain}.',
  'ladder.chain-none': 'Żaden krok nie przekazuje zgłoszenia komuś innemu.',
  'ladder.no-circle': 'Do nikogo nie wraca.',
  'ladder.outside': 'Za ostatnim krokiem: {body}',
  'ladder.why.not-begun': 'Nie zaczyna się dla zgłoszenia, które wpływa wtedy.',
  'ladder.why.past-horizon': 'Kalendarze nie znają tego czasu.',
  'ladder.trouble.position-empty':
    'Krok {step, number}: nikt nie zajmuje stanowiska {position}. Proszę je komuś powierzyć na liście osób.',
  'ladder.trouble.position-away':
    'Krok {step, number}: wszyscy na stanowisku {position} są wtedy nieobecni, a dalej nie ma nikogo. Proszę powierzyć je jeszcze jednej osobie albo wskazać inne stanowisko w tym lub późniejszym kroku.',
  'ladder.trouble.nobody-has-it':
    'Krok {step, number}, koniec: powiadomienie dostaje osoba prowadząca zgłoszenie, a nikt go nie prowadzi. Proszę powiadomić stanowisko albo przekazać zgłoszenie we wcześniejszym kroku.',
  'ladder.trouble.nobody-told':
    'Krok {step, number}, koniec: nikt się o nim nie dowiaduje. Proszę powiadomić stanowisko.',
  'ladder.trouble.goes-back': 'Krok {step, number}: zgłoszenie wraca do: {position}. Proszę przekazać je komuś wyżej.',
  'ladder.trouble.no-instant':
    'Krok {step, number} wypada później, niż sięga jego kalendarz. Proszę skrócić jego czas albo podać święta dalej naprzód.',
}
