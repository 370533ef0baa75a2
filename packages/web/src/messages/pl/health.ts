import type { health as master } from '../en/health.ts'

export const health: Readonly<Record<keyof typeof master, string>> = {
  'health-check.title': 'Przegląd stanu',
  'health-check.lead':
    'Czego jeszcze brakuje obowiązującej karcie i obsłudze, która ją wypełnia: co to jest, dlaczego ma znaczenie i gdzie się to naprawia.',
  'health-check.none': 'Żadna karta nie obowiązuje',
  'health-check.none-hint':
    'Można zacząć od zera albo wnieść istniejące zasady jako projekt; po publikacji widać tu, czego im brakuje.',
  'health-check.score': '{percent, number, percent}: spełnione sprawdzenia {passed, number} z {checks, number}',
  'health-check.score-means': 'Każde sprawdzenie liczy się tak samo. Stan jest liczony przy każdym otwarciu strony.',
  'health-check.well': 'Niczego nie brakuje.',
  'health-check.gaps': '{count, plural, one {Jeden brak} few {# braki} many {# braków} other {# braku}}',
  'health-check.passed':
    '{count, plural, one {Jedno sprawdzenie spełnione} few {# sprawdzenia spełnione} many {# sprawdzeń spełnionych} other {# sprawdzenia spełnione}}',
  'health-check.to.people': 'Do osób',
  'health-check.to.addresses': 'Do adresów',
  'health-check.to.attention': 'Do spraw dla człowieka',
  'health-check.to.drafts': 'Do projektów',
  'health-check.check.definition': 'Doskonała obsługa jest określona',
  'health-check.gap.definition':
    '{count, plural, one {Jedno pytanie definicji jest otwarte} few {# pytania definicji są otwarte} many {# pytań definicji jest otwartych} other {# pytania definicji są otwarte}}',
  'health-check.why.definition': 'Bez odpowiedzi każdy ma własne pojęcie doskonałej obsługi.',
  'health-check.mend.definition': 'Odpowiedź wpisuje się w pierwszej części projektu.',
  'health-check.check.promises': 'Coś jest obiecane publicznie',
  'health-check.gap.promises': 'Nic nie jest obiecane publicznie',
  'health-check.why.promises': 'Klienci nie mogą wiedzieć, czego się spodziewać.',
  'health-check.mend.promises': 'Trzeba napisać publiczną obietnicę.',
  'health-check.check.figures': 'Każda obietnica ma liczbę',
  'health-check.gap.figures':
    '{count, plural, one {Jedna obietnica nie ma liczby} few {# obietnice nie mają liczby} many {# obietnic nie ma liczby} other {# obietnicy nie ma liczby}}',
  'health-check.why.figures': 'Nikt nie wie, jak często ma być dotrzymana.',
  'health-check.mend.figures': 'Trzeba podać pod „measured” udział albo średnią.',
  'health-check.check.complaints': 'Klienci wiedzą, gdzie złożyć skargę',
  'health-check.gap.complaints': 'Nic nie mówi, gdzie złożyć skargę',
  'health-check.why.complaints': 'Kto jest niezadowolony, idzie gdzie indziej albo do urzędu.',
  'health-check.mend.complaints': 'Trzeba napisać „complaints” raz dla całej karty albo w każdej obietnicy.',
  'health-check.check.exclusions': 'Powiedziane jest, czego nie można zrobić',
  'health-check.gap.exclusions': 'Nic nie mówi, czego nie można zrobić',
  'health-check.why.exclusions': 'Konsultanci obiecują wtedy to, czego nikt nie dotrzyma.',
  'health-check.mend.exclusions': 'Trzeba napisać wyłączenia, każde z tym, co można zrobić zamiast tego.',
  'health-check.check.objectives': 'Są cele',
  'health-check.gap.objectives': 'Nie ma żadnego celu',
  'health-check.why.objectives': 'Bez celu nikt nie wie, dokąd i na kiedy obsługa ma dojść.',
  'health-check.mend.objectives': 'Trzeba napisać cel z liczbą i datą.',
  'health-check.check.orphans': 'Każdy punkt do czegoś prowadzi',
  'health-check.gap.orphans':
    '{count, plural, one {Jeden punkt do niczego nie prowadzi} few {# punkty do niczego nie prowadzą} many {# punktów do niczego nie prowadzi} other {# punktu do niczego nie prowadzą}}',
  'health-check.why.orphans':
    'Cel bez procedury, procedura bez miary albo wartość, której nic nie pokazuje, to tylko słowa.',
  'health-check.mend.orphans': 'Trzeba go powiązać albo usunąć.',
  'health-check.check.texts': 'Każdy tekst jest w każdym języku',
  'health-check.gap.texts':
    '{count, plural, one {Brakuje jednego tekstu} few {Brakuje # tekstów} many {Brakuje # tekstów} other {Brakuje # tekstu}}',
  'health-check.why.texts': 'Czytelnicy jednego języka widzą inny albo nic.',
  'health-check.mend.texts': 'Trzeba dopisać, czego brakuje; projekt pokazuje gdzie.',
  'health-check.check.reviews': 'Żaden przegląd nie jest zaległy',
  'health-check.gap.reviews':
    '{count, plural, one {Jeden przegląd jest zaległy} few {# przeglądy są zaległe} many {# przeglądów jest zaległych} other {# przeglądu są zaległe}}',
  'health-check.why.reviews': 'Do czego nikt nie wraca, wkrótce nie jest już prawdą.',
  'health-check.mend.reviews': 'Trzeba to przejrzeć i wpisać, kiedy następnym razem.',
  'health-check.check.positions': 'Każde stanowisko jest obsadzone',
  'health-check.gap.positions':
    '{count, plural, one {Jedno stanowisko nie jest obsadzone} few {# stanowiska nie są obsadzone} many {# stanowisk nie jest obsadzonych} other {# stanowiska nie są obsadzone}}',
  'health-check.why.positions': 'To, co karta mu powierza, nigdy się nie dzieje.',
  'health-check.mend.positions': 'Trzeba je komuś powierzyć.',
  'health-check.check.mailboxes': 'Poczta może przychodzić',
  'health-check.gap.mailboxes': 'Żaden adres nie przyjmuje poczty',
  'health-check.why.mailboxes': 'Klienci nie mogą napisać.',
  'health-check.mend.mailboxes': 'Trzeba dodać adres.',
  'health-check.check.evaluated': 'Każde zgłoszenie dało się ocenić',
  'health-check.gap.evaluated':
    '{count, plural, one {Jedno zgłoszenie ma punkt, którego nie dało się ocenić} few {# zgłoszenia mają punkt, którego nie dało się ocenić} many {# zgłoszeń ma punkt, którego nie dało się ocenić} other {# zgłoszenia mają punkt, którego nie dało się ocenić}}',
  'health-check.why.evaluated': 'Klientowi nic to nie obiecuje, a nikt tego nie chciał.',
  'health-check.mend.evaluated': 'Trzeba zobaczyć, którego faktu brakuje albo które wiersze sobie przeczą.',
}
