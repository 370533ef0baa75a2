import type { mailHealth as master } from '../en/mail-health.ts'

export const mailHealth: Readonly<Record<keyof typeof master, string>> = {
  'health.title': 'Stan poczty',
  'health.lead': 'Co przyszło i co wyszło, skrzynka po skrzynce. Części każdego wiersza sumują się.',
  'health.none': 'Nie ma jeszcze adresu',
  'health.none-hint': 'Skrzynki pojawią się tutaj, gdy firma będzie mieć adres poczty.',
  'health.state.well': 'Wszystko w porządku',
  'health.state.late': 'Poczta czeka na odczytanie',
  'health.state.failing': 'Pobieranie się nie udaje',
  'health.state.given-up': 'Nie udało się doręczyć poczty',
  'health.to-look-at':
    '{count, plural, one {# wiadomość do obejrzenia} few {# wiadomości do obejrzenia} many {# wiadomości do obejrzenia} other {# wiadomości do obejrzenia}}',
  'health.last-mail': 'Ostatnia wiadomość {time}',
  'health.no-mail': 'Nie przyszła jeszcze żadna wiadomość',
  'health.waiting': 'Najstarsza, która czeka na odczytanie, przyszła {time}.',
  'health.direct': 'Wysyłana bezpośrednio do nas',
  'health.fetched': 'Pobierana z {host}, ostatnio {time}',
  'health.not-fetched': 'Pobierana z {host}, jeszcze nie do końca',
  'health.failing': 'Pobieranie nie udaje się od {time}.',
  'health.next-try': 'Kolejna próba {time}.',
  'health.plus.refused':
    'Poczta na adresy takie jak {address} tam nie dociera. Odpowiedzi trafiają do swojego zgłoszenia po wiadomości, na którą odpowiadają, a pracownicy odpowiadają w systemie, nie w swoim programie pocztowym.',
  'health.plus.unknown':
    'Nie wiadomo jeszcze, czy poczta na adresy takie jak {address} tam dociera. Do tego czasu odpowiedzi trafiają do swojego zgłoszenia po wiadomości, na którą odpowiadają.',
  'health.fetch': 'Pobierz teraz',
  'health.fetch-of': 'Pobierz teraz pocztę {address}',
  'health.asked': 'Zapytano. To, co tam leży, przyjdzie za chwilę.',
  'health.came': 'Przyszło',
  'health.left': 'Wyszło',
  'health.counts-of': '{what}: {address}',
  'health.day': '24 godziny',
  'health.week': '7 dni',
  'health.out.written': 'Napisane',
  'health.out.sent': 'Wysłane',
  'health.out.waiting': 'Czekają',
  'health.out.deferred': 'Ponawiane',
  'health.out.given_up': 'Zaniechane',
  'health.compared':
    'Folder {folder}, porównany {time}: {count, plural, one {leży tam # wiadomość.} few {leżą tam # wiadomości.} many {leży tam # wiadomości.} other {leży tam # wiadomości.}}',
  'health.compared-same': 'Wszystkie są u nas.',
  'health.compared-fetched':
    '{count, plural, one {Brakowało #, została pobrana.} few {Brakowało #, zostały pobrane.} many {Brakowało #, zostały pobrane.} other {Brakowało #, zostały pobrane.}}',
  'health.compared-failed':
    '{count, plural, one {Brakuje #, której nie udało się pobrać. Próba będzie ponowiona.} few {Brakuje #, których nie udało się pobrać. Próba będzie ponowiona.} many {Brakuje #, których nie udało się pobrać. Próba będzie ponowiona.} other {Brakuje #, których nie udało się pobrać. Próba będzie ponowiona.}}',
  'health.compared-gone':
    '{count, plural, one {#, którą mamy u siebie, już tam nie leży: ktoś ją przeniósł lub usunął.} few {#, które mamy u siebie, już tam nie leżą: ktoś je przeniósł lub usunął.} many {#, które mamy u siebie, już tam nie leżą: ktoś je przeniósł lub usunął.} other {#, które mamy u siebie, już tam nie leżą: ktoś je przeniósł lub usunął.}}',
  'health.bytes-whole':
    'Oryginały odczytane ponownie {time}: {count, plural, one {# wiadomość, cała.} few {# wiadomości, wszystkie całe.} many {# wiadomości, wszystkie całe.} other {# wiadomości, wszystkie całe.}}',
  'health.bytes-bad':
    'Oryginały odczytane ponownie {time}: {count, plural, one {brakuje # lub jest uszkodzony. Przywróć go z kopii zapasowej.} few {brakuje # lub są uszkodzone. Przywróć je z kopii zapasowej.} many {brakuje # lub są uszkodzone. Przywróć je z kopii zapasowej.} other {brakuje # lub są uszkodzone. Przywróć je z kopii zapasowej.}}',
  'health.room-short':
    'Dysk jest prawie pełny: zostało {free, number} MB. Poczta zostaje u nadawców, aż będzie miejsce.',
  'health.key-lacking':
    'Klucz, którym podpisywana jest poczta z {domain}, zniknął z DNS lub został tam zmieniony. Poczta jest nadal podpisywana. Zauważono: {time}.',
  'health.key-stopped':
    'Poczta z {domain} wychodzi bez podpisu: klucz, którym była podpisywana, zniknął z DNS lub został tam zmieniony. Zauważono: {time}.',
  'health.see-key': 'Zobacz jego rekord',
  'mail.outcome.to-look-at': 'Do obejrzenia',
  'mail.read': 'Przeczytaj',
  'mail.hide': 'Ukryj',
  'mail.leave': 'Zostaw tutaj',
  'mail.left': 'obejrzana: jest na swoim miejscu',
  'mail.retry': 'Spróbuj odczytać ponownie',
  'mail.raw-shown': 'Nie udało się jej odczytać. Oto jej początek, tak jak przyszła.',
  'mail.no-text': 'Nic w niej nie ma.',
  'mail.every-state': 'Wszystkie',
  'mail.send-now': 'Wyślij teraz',
}
