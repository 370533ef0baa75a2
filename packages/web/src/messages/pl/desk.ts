import type { desk as master } from '../en/desk.ts'

export const desk: Readonly<Record<keyof typeof master, string>> = {
  loading: 'Wczytywanie…',
  again: 'Spróbuj ponownie',
  close: 'Zamknij',
  cancel: 'Anuluj',
  save: 'Zapisz',
  more: 'Pokaż więcej',
  optional: 'nieobowiązkowe',
  nobody: 'Nikt',
  'page.skip': 'Przejdź do treści',
  'page.title': '{page} – {workspace}',

  'nav.main': 'Panel obsługi',
  'nav.tickets': 'Zgłoszenia',
  'nav.new': 'Nowe zgłoszenie',
  'nav.mail': 'Poczta',
  'nav.attention-count':
    '{count, plural, =0 {Wymaga uwagi} one {Wymaga uwagi: # sprawa} few {Wymaga uwagi: # sprawy} many {Wymaga uwagi: # spraw} other {Wymaga uwagi: # sprawy}}',
  'nav.grants-count':
    '{count, plural, =0 {Zadośćuczynienia} one {Zadośćuczynienia: # do decyzji} few {Zadośćuczynienia: # do decyzji} many {Zadośćuczynienia: # do decyzji} other {Zadośćuczynienia: # do decyzji}}',
  'nav.broken-count':
    '{count, plural, =0 {Niedotrzymane obietnice} one {Niedotrzymane obietnice: # z ostatnich 7 dni, przyczyna bez korekty} few {Niedotrzymane obietnice: # z ostatnich 7 dni, przyczyna bez korekty} many {Niedotrzymane obietnice: # z ostatnich 7 dni, przyczyna bez korekty} other {Niedotrzymane obietnice: # z ostatnich 7 dni, przyczyna bez korekty}}',
  'nav.charter-count':
    '{count, plural, =0 {Karta} one {Karta: # zmiana do przeczytania} few {Karta: # zmiany do przeczytania} many {Karta: # zmian do przeczytania} other {Karta: # zmiany do przeczytania}}',
  'nav.people': 'Osoby',
  'nav.keys': 'Klucze API',
  'nav.settings': 'Ustawienia',
  'nav.help': 'Skróty klawiszowe',
  'nav.short.new': 'Nowe',
  'nav.short.grants': 'Zadośćuczynienia',
  'nav.short.broken': 'Niedotrzymane',
  'nav.short.attention': 'Wymaga uwagi',
  'nav.short.help': 'Skróty',

  'charter.title': 'Karta',
  'charter.handbook': 'Podręcznik',
  'charter.changes': 'Do przeczytania',
  'charter.versions': 'Wersje',
  'charter.objectives': 'Cele',
  'charter.direction': 'Kierunek',
  'charter.improvements': 'Ulepszenia',
  'charter.health': 'Przegląd stanu',
  'charter.law': 'Prawo',
  'charter.suggestions': 'Propozycje',
  'charter.templates': 'Szablony',
  'charter.drafts': 'Wersje robocze',

  'live.lost': 'Połączenie zostało przerwane. Dane na ekranie mogą być nieaktualne; panel łączy się dalej sam.',
  'live.message': 'Nowa wiadomość, zgłoszenie {number}: {who}',
  'live.broken': 'Niedotrzymana obietnica, zgłoszenie {number}: {who}',

  'settings.title': 'Ustawienia',
  'settings.language': 'Język',
  'settings.looks': 'Na tym urządzeniu',
  'settings.theme': 'Kolory',
  'settings.theme-device': 'Jak w urządzeniu',
  'settings.theme-light': 'Jasne',
  'settings.theme-dark': 'Ciemne',
  'settings.shortcuts': 'Pojedyncze klawisze działają (j, k, r…)',
  'settings.shortcuts-hint': 'Warto wyłączyć, jeśli urządzenie pisze samo albo przyjmuje tekst głosem.',
  'settings.person': 'Konto',
  'settings.sign-out': 'Wyloguj się',
  'settings.workspace': 'Przestrzeń robocza',
  'settings.workspace-zone': 'Godziny są podane według strefy {zone}.',
  'settings.workspace-other': 'Przejdź do: {name}',
  'settings.charter': 'Obowiązująca karta',
  'settings.charter-version': 'Wersja {version}, od: {date}',
  'settings.export': 'Wyeksportuj wszystko jako wiersze JSON',
  'settings.demo': 'Demo',
  'settings.demo-lead':
    'W tej przestrzeni jest demo: zmyśleni klienci, zgłoszenia i pracownicy. Po jego usunięciu wszystko inne zostaje.',
  'settings.demo-remove': 'Usuń demo',
  'settings.demo-sure': 'Usuń: tego nie da się cofnąć',
  'settings.demo-removed':
    'Usunięto: {tickets, plural, one {# zgłoszenie} few {# zgłoszenia} many {# zgłoszeń} other {# zgłoszenia}}, {people, plural, one {# osobę} few {# osoby} many {# osób} other {# osoby}}.',

  'attention.title': 'Wymaga uwagi',
  'attention.none': 'Nic nie wymaga uwagi',
  'attention.none-hint':
    'Tu pojawią się reguły, których nie dało się zastosować, i wiadomości, których nie dało się odczytać.',
  'attention.ticket': 'Zgłoszenie {number}',
  'attention.code.rule-unevaluated': 'Nie udało się zastosować reguły karty ({clause})',
  'attention.code.ticket-set-aside':
    'Zgłoszenie zostało odłożone: nie udało się obliczyć jego obietnic. Kolejna próba nastąpi sama',
  'attention.code.mail-quarantined': 'Nie udało się odczytać wiadomości, została odłożona',
  'attention.code.staff-mail-held':
    'Wiadomość, która miała być odpowiedzią kogoś z zespołu, nie została wysłana i czeka',
  'attention.code.mail-not-delivered': 'Nie udało się doręczyć naszej wiadomości',
  'attention.code.mail-sign-in-again':
    'Dostawca {address} nie wpuszcza już programu: zaloguj się tam ponownie, w Ustawieniach, Adresy poczty',
  'attention.code.mail-cannot-leave':
    'Poczta z {address} nie może wyjść przez swój serwer. Sprawdź go w Ustawieniach, Adresy poczty',
  'attention.code.automatic-mail-held':
    'Automatyczna wiadomość została wstrzymana: za dużo ich w krótkim czasie w jedno miejsce',
  'attention.code.mail-limit': 'Dużo wiadomości od jednego nadawcy w krótkim czasie: te ponad limit zostały odłożone',
  'attention.code.position-empty': 'Nikt nie zajmuje stanowiska „{position}”, na które liczy karta',
  'attention.code.position-away': 'Wszyscy na stanowisku „{position}”, na które liczy karta, są nieobecni',
  'attention.code.language-unspoken':
    'Ktoś napisał w języku, w którym ten system nie zwraca się do klientów: {language}. To, co wychodzi automatycznie, jest w innym',
  'attention.code.unattended':
    'Osoba, która prowadziła to zgłoszenie, jest nieobecna i nikt jej nie zastępuje: trzeba je komuś przypisać',
  'attention.code.wait-unattended':
    'Oczekiwanie w procedurze ({clause}, krok {step}) trwało tak długo, jak może, a nikt nie prowadzi tego zgłoszenia: trzeba je komuś przypisać',
  'attention.code.law-deemed-accepted':
    'Minął czas z wiersza prawa {row}: reklamację uznaje się za przyjętą ({promise})',
  'attention.code.law-deemed-accepted.reported':
    'Minął czas z wiersza prawa {row}: jak podają źródła, bez potwierdzenia, reklamację uznaje się za przyjętą. Trzeba to sprawdzić ({promise})',
  'attention.code.law-compensation': 'Minął czas z wiersza prawa {row}: klientowi należy się {amount} ({promise})',
  'attention.code.law-compensation.reported':
    'Minął czas z wiersza prawa {row}: jak podają źródła, bez potwierdzenia, klientowi należy się {amount}. Trzeba to sprawdzić ({promise})',
  'attention.code.law-dispute-body':
    'Minął czas z wiersza prawa {row}: trzeba wskazać klientowi organ rozstrzygania sporów ({promise})',
  'attention.code.law-dispute-body.reported':
    'Minął czas z wiersza prawa {row}: jak podają źródła, bez potwierdzenia, klient może zwrócić się do organu rozstrzygania sporów. Trzeba to sprawdzić ({promise})',
  'attention.code.law-letter-drafted':
    'Wkrótce minie czas z wiersza prawa {row}: przygotowano list do klienta ({promise})',
  'attention.code.law-letter-drafted.reported':
    'Jak podają źródła, wkrótce minie czas z wiersza {row}: przygotowano list do klienta ({promise})',
  'attention.code.law-limit-passed': 'Minął czas z wiersza prawa {row}, a odpowiedzi nie było ({promise})',
  'attention.code.law-limit-passed.reported':
    'Jak podają źródła, minął czas z wiersza {row}, a odpowiedzi nie było ({promise})',
  'attention.code.mailbox-silent':
    'Od {hours, plural, one {# godziny} few {# godzin} many {# godzin} other {# godziny}} zwykłego czasu nic nie przyszło na {mailbox}: sprawdź, czy poczta nadal dociera',
  'attention.code.mailbox-late':
    'Poczta do {mailbox} czeka na odczytanie od {minutes, plural, one {# minuty} few {# minut} many {# minut} other {# minuty}}',
  'attention.code.mailbox-not-fetched':
    'Od {minutes, plural, one {# minuty} few {# minut} many {# minut} other {# minuty}} nie udaje się pobrać poczty {mailbox}',
  'attention.code.mail-bytes-lost':
    'Oryginałów {count, plural, one {# wiadomości} few {# wiadomości} many {# wiadomości} other {# wiadomości}} do {mailbox} brakuje lub są uszkodzone: przywróć je z kopii zapasowej',
  'attention.code.mail-key-lacking':
    'Klucz, którym podpisywana jest poczta z {domain}, zniknął z DNS lub został tam zmieniony: przywróć jego rekord',
  'attention.code.mail-key-stopped':
    'Poczta z {domain} wychodzi bez podpisu, bo jej klucz zniknął z DNS lub został tam zmieniony: przywróć jego rekord',
  'attention.code.disk-full':
    'Dysk jest prawie pełny (zostało {free, number} MB). Poczta zostaje u nadawców, aż będzie miejsce',
  'attention.code.other': 'Coś wymaga uwagi człowieka ({code})',
  'notices.title': 'Powiadomienia',
  'notices.none': 'Nie ma jeszcze powiadomień',
  'notices.none-hint':
    'Gdy obietnica jest zagrożona lub niedotrzymana, a karta każe o tym powiadomić, pojawia się to tutaj.',
  'notices.code.escalated': 'Eskalacja {clause}, krok {step, number}, do sprawdzenia: {commitment}',
  'notices.code.step-overdue': '{clause}, krok {step, number}: oczekiwanie trwało tak długo, jak może',
  'notices.code.charter-changed': 'Wersja {version} karty: zmienione punkty do przeczytania',
  'notices.code.charter-to-read':
    '{count, plural, one {# punkt karty do przeczytania} few {# punkty karty do przeczytania} many {# punktów karty do przeczytania} other {# punktu karty do przeczytania}}',
  'notices.code.suggestion-decided': 'Jest decyzja o propozycji do punktu {clause}',
  'notices.code.draft-submitted': 'Szkic karty czeka na Twoje zatwierdzenie',
  'notices.code.grant-asked': 'Zadośćuczynienie w tym zgłoszeniu czeka na decyzję',
  'notices.code.grant-approved': 'Prośba o zadośćuczynienie została zatwierdzona',
  'notices.code.grant-refused': 'Prośba o zadośćuczynienie została odrzucona',
  'notices.code.forward-answered': 'Z zewnątrz przyszła odpowiedź na coś przekazanego z prowadzonego zgłoszenia',
  'notices.code.mentioned': 'Notatka w tym zgłoszeniu wspomina o Tobie',
  'notices.code.stands-in': 'Do prowadzenia: zgłoszenie nieobecnej osoby',
  'notices.code.other': 'Nowe powiadomienie ({code})',
  'notices.see-draft': 'Otwórz szkic',
  'notices.decide': 'Zdecyduj',
  'notices.see-changes': 'Zobacz, co się zmieniło',
  'notices.read-clauses': 'Przeczytaj',
  'notices.see-suggestions': 'Zobacz odpowiedź',
  'attention.done': 'Oznacz jako zrobione',
  'attention.see-set-aside': 'Obejrzyj ją',
  'attention.see-mail': 'Zobacz stan poczty',
  'attention.see-people': 'Zobacz osoby',
  'notices.read': 'Oznacz jako przeczytane',

  'keys.title': 'Skróty klawiszowe',
  'keys.move': 'Poruszanie się',
  'keys.act': 'W zgłoszeniu',
  'keys.write': 'Pisanie',
  'keys.next': 'Następne zgłoszenie',
  'keys.previous': 'Poprzednie zgłoszenie',
  'keys.open': 'Otwórz zgłoszenie',
  'keys.back': 'Wróć do listy',
  'keys.new': 'Nowe zgłoszenie',
  'keys.reply': 'Odpowiedź',
  'keys.forward': 'Przekaż',
  'keys.note': 'Notatka',
  'keys.assign': 'Przypisz',
  'keys.state': 'Stan',
  'keys.facts': 'Fakty',
  'keys.grant': 'Zadośćuczynienie: kwota',
  'keys.why': 'Dlaczego: pierwsza obietnica',
  'keys.send': 'Wyślij',
  'keys.send-solve': 'Wyślij i rozwiąż',
  'keys.leave': 'Opuść tekst; zostanie zachowany',
  'keys.help': 'Ta lista',
  'keys.off': 'Pojedyncze klawisze są wyłączone w ustawieniach.',
}
