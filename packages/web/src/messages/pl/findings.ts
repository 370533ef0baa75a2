import type { findings as master } from '../en/findings.ts'

export const findings: Readonly<Record<keyof typeof master, string>> = {
  'says.uncovered-case.some':
    '{clause} niczego nie obiecuje w takim przypadku: {cases}{more, plural, =-1 {; albo inne przypadki} =0 {} one {; albo jeszcze # rodzaj przypadków} few {; albo jeszcze # rodzaje przypadków} many {; albo jeszcze # rodzajów przypadków} other {; albo jeszcze # rodzaju przypadków}}. Nie obejmuje go żaden wiersz. Można dodać dla niego wiersz albo ostatni wiersz bez warunków, albo wyłączyć go z zakresu przez „when”.',
  'says.uncovered-case.never':
    '{clause} niczego nie obiecuje żadnemu zgłoszeniu: żaden wiersz nie pasuje do przypadków z zakresu. Proszę porównać wiersze z „when”.',
  'says.uncovered-unknown':
    '{clause} niczego nie obiecuje w takim przypadku: {cases}{more, plural, =-1 {; albo inne przypadki} =0 {} one {; albo jeszcze # rodzaj przypadków} few {; albo jeszcze # rodzaje przypadków} many {; albo jeszcze # rodzajów przypadków} other {; albo jeszcze # rodzaju przypadków}}. Nie obejmuje go żaden wiersz. Niewypełniony fakt spełnia tylko „-”, pustą komórkę i „unknown”: można dodać ostatni wiersz bez warunków albo wiersz dla „unknown”.',
  'says.uncovered-remedy.some':
    '{clause} niczego nie proponuje w takim przypadku: {cases}{more, plural, =-1 {; albo inne przypadki} =0 {} one {; albo jeszcze # rodzaj przypadków} few {; albo jeszcze # rodzaje przypadków} many {; albo jeszcze # rodzajów przypadków} other {; albo jeszcze # rodzaju przypadków}}. Nie obejmuje go żaden wiersz. Można dodać dla niego wiersz albo ostatni wiersz bez warunków, albo wyłączyć go z zakresu przez „when”.',
  'says.uncovered-remedy.never':
    '{clause} niczego nie proponuje żadnemu zgłoszeniu: żaden wiersz nie pasuje do przypadków z zakresu. Proszę porównać wiersze z „when”.',
  'says.empty-scope':
    'Żadne zgłoszenie nigdy nie spełnia „when” w {clause}, więc ten punkt nigdy nie działa. Trzeba poprawić warunek albo usunąć punkt.',
  'says.overlapping-rows':
    'Wiersz {row, number} w {clause} – {gives} – pasuje do zgłoszeń, do których {count, plural, one {pasuje też wiersz {rows}} few {pasują też wiersze {rows}} many {pasują też wiersze {rows}} other {pasują też wiersze {rows}}}, a przy „hit: unique” takie zgłoszenie nie dostaje niczego. Warunki powinny się wykluczać; można też wpisać „hit: first”.',
  'says.unreachable-row.never':
    'Do wiersza {row, number} w {clause} – {gives} – nigdy nie dochodzi: żadne zgłoszenie z zakresu nie spełnia jego warunków. Trzeba je poprawić albo usunąć wiersz.',
  'says.unreachable-row.taken':
    'Do wiersza {row, number} w {clause} – {gives} – nigdy nie dochodzi: każde zgłoszenie, które spełnia jego warunki, {count, plural, one {przejmuje wcześniej wiersz {rows}} few {przejmują wcześniej wiersze {rows}} many {przejmują wcześniej wiersze {rows}} other {przejmują wcześniej wiersze {rows}}}. Można go przesunąć w górę albo usunąć.',
  'says.duplicate-row':
    'Wiersz {row, number} w {clause} – {gives} – ma te same warunki co wiersz {earlier, number}. Jeden z nich trzeba usunąć.',
  'says.row-changes-nothing':
    'Wiersz {row, number} w {clause} – {gives} – niczego nie zmienia: bez niego te same zgłoszenia dostają to samo {count, plural, one {z wiersza {rows}} few {z wierszy {rows}} many {z wierszy {rows}} other {z wierszy {rows}}}. Można go usunąć albo poprawić to, co daje.',
  'says.table-too-large':
    'Tabela w {clause} zawiera zbyt wiele różnych przypadków, by sprawdzić je jeden po drugim ({columns, plural, one {# kolumna} few {# kolumny} many {# kolumn} other {# kolumny}}, {rows, plural, one {# wiersz} few {# wiersze} many {# wierszy} other {# wiersza}}). Trzeba ją podzielić na punkty, każdy z własnym „when”.',
  'says.calendar-never-opens':
    'Kalendarz „{calendar}” nigdy się nie otwiera (od {date}), więc obietnice liczone według niego nie mają terminu. Trzeba wpisać godziny pod „open”.',
  'says.closed-longer-than-target.late':
    'Kalendarz „{calendar}” jest zamknięty przez {dates, plural, one {# dzień} few {# dni} many {# dni} other {# dnia}} z rzędu ({first} – {last}), a {clause} daje obietnicę w ciągu {target}. Gdy zegar rusza {starts}, termin przypada {due} ({zone}). Można otworzyć w niektóre z tych dni albo uprzedzić klientów o przerwie.',
  'says.closed-longer-than-target.never':
    'Kalendarz „{calendar}” jest zamknięty przez {dates, plural, one {# dzień} few {# dni} many {# dni} other {# dnia}} z rzędu ({first} – {last}), a {clause} daje obietnicę w ciągu {target}. Gdy zegar rusza {starts}, termin nie przypada nigdy ({zone}). Można otworzyć w niektóre z tych dni albo uprzedzić klientów o przerwie.',
  'says.holidays-run-out.past':
    'Znane święta w „{calendar}” skończyły się ({date}): późniejsze terminy są oznaczone jako niepewne. Trzeba dodać kolejne święta i przesunąć „holidays until”.',
  'says.holidays-run-out.today':
    'Znane święta w „{calendar}” kończą się dzisiaj: późniejsze terminy są oznaczone jako niepewne. Trzeba dodać kolejne święta i przesunąć „holidays until”.',
  'says.holidays-run-out.soon':
    'Znane święta w „{calendar}” kończą się za {days, plural, one {# dzień} few {# dni} many {# dni} other {# dnia}} ({date}): późniejsze terminy są oznaczone jako niepewne. Trzeba dodać kolejne święta i przesunąć „holidays until”.',
  'says.holidays-without-end':
    '„{calendar}” ma dni zamknięcia, ale nie ma „holidays until”: po ostatnim ({date}) każdy dzień liczy się jak zwykły. Trzeba wpisać, do kiedy dni zamknięcia są znane.',
  'says.text-missing.languages':
    'Brakuje tekstu w tych językach: {languages} ({part}). {count, plural, one {Czytający w tym języku} few {Czytający w tych językach} many {Czytający w tych językach} other {Czytający w tych językach}} zobaczą go w innym.',
  'says.text-missing.values': 'Fakt „{fact}” ma teksty dla niektórych wartości, a dla tych nie: {values}.',
  'says.text-missing.silent':
    'Punkt {clause} jest publiczny i nie ma „says”, więc na stronie publicznej brakuje słów. Trzeba je wpisać albo przeznaczyć punkt dla pracowników.',
  'says.master-text-missing':
    'Brakuje tekstu ({part}) w głównym języku karty, z którego powstają pozostałe: {language}. Trzeba go wpisać.',
  'says.target-not-told':
    "Tekst ({part}) podaje '{target}' w języku: {language}, a w tych nie: {languages}, więc tam nie widać czasu. Trzeba wstawić '{target}' tam, gdzie ma być czas.",
  'says.translation-older':
    'Tekst ({part}) zmieniono w języku: {language}, a w tych nie: {languages}. Tam nadal stoi to, co było wcześniej. Trzeba zaktualizować tłumaczenie albo zostawić je z podaniem powodu.',
  'says.given-up-conflict.start':
    'Zegar w {clause} jest odwoływany przez „{event}”, zdarzenie, od którego się zaczyna, więc nigdy nie można go dotrzymać. Trzeba podać inne zdarzenie pod „given up”.',
  'says.given-up-conflict.end':
    'Zdarzenie „{event}” zarazem spełnia i odwołuje zegar w {clause}. Trzeba podać inne zdarzenie pod „given up”.',
  'says.target-of-nothing':
    'Wiersz {row, number} w {clause} – {gives} – nie daje żadnego czasu: termin mija, gdy zegar rusza, i nikt nie może go dotrzymać. Trzeba podać czas, którego da się dotrzymać.',
  'says.steps-out-of-order':
    'Krok {step, number} w {clause} – {at} – działa przed krokiem {earlier, number} – {before} – a stoi po nim. Kroki trzeba zapisać w kolejności, w której działają.',
  'says.unused-part.part': 'Nic w karcie tego nie używa: {part}. Trzeba tego użyć albo to usunąć.',
  'says.unused-part.remedy':
    'Punkt {clause} nie ma warunków i żadna obietnica nie wskazuje go pod „if broken”, więc stoi przy każdym zgłoszeniu. Trzeba go tam wskazać albo dodać warunki.',
  'says.higher-tier-slower':
    'Wiersz {row, number} w {clause} ({gives}) obsługuje {fact} {higher} później, niż wiersz {by, number} obsługuje {lower} ({sooner}), gdy wszystko inne jest takie samo. Trzeba je porównać albo podać powód w „because”.',
  'says.promises-disagree':
    '{clause} obiecuje {gives}, a {other} obiecuje {otherwise} w tej samej sprawie, a klienci mogą przeczytać obie. Trzeba je rozdzielić przez „when” albo zostawić jedną.',
  'says.promise-looser-than-law.late':
    'Wiersz {row, number} w {clause} – {gives} – daje więcej czasu niż wiersz prawa {law} ({allows}). Gdy zegar rusza {starts}, termin przypada {due}, a czas według prawa mija {limit} ({zone}). Trzeba obiecać krótszy czas albo wyłączyć wiersz w „law”, podając powód, dla którego nie obowiązuje.',
  'says.promise-looser-than-law.longer':
    'Wiersz {row, number} w {clause} – {gives} – daje więcej czasu niż wiersz prawa {law} ({allows}). Trzeba obiecać krótszy czas albo wyłączyć wiersz w „law”, podając powód, dla którego nie obowiązuje.',
  'says.promise-looser-than-law.fewer':
    'Wiersz {row, number} w {clause} – {gives} – mierzy się na {promised, number}% spraw, a wiersz prawa {law} ({allows}) wymaga {wanted, number}%. Trzeba obiecać krótszy czas albo wyłączyć wiersz w „law”, podając powód, dla którego nie obowiązuje.',
  'says.promise-perhaps-looser-than-law.late':
    'Wiersz {row, number} w {clause} – {gives} – daje więcej czasu niż wiersz prawa {law} ({allows}). Gdy zegar rusza {starts}, termin przypada {due}, a czas według prawa mija {limit} ({zone}). Liczby nie potwierdzono w obowiązującym tekście urzędowym, więc nie wstrzymuje to publikacji. Trzeba obiecać krótszy czas albo wyłączyć wiersz w „law”, podając powód, dla którego nie obowiązuje.',
  'says.promise-perhaps-looser-than-law.longer':
    'Wiersz {row, number} w {clause} – {gives} – daje więcej czasu niż wiersz prawa {law} ({allows}). Liczby nie potwierdzono w obowiązującym tekście urzędowym, więc nie wstrzymuje to publikacji. Trzeba obiecać krótszy czas albo wyłączyć wiersz w „law”, podając powód, dla którego nie obowiązuje.',
  'says.promise-perhaps-looser-than-law.fewer':
    'Wiersz {row, number} w {clause} – {gives} – mierzy się na {promised, number}% spraw, a wiersz prawa {law} ({allows}) wymaga {wanted, number}%. Liczby nie potwierdzono w obowiązującym tekście urzędowym, więc nie wstrzymuje to publikacji. Trzeba obiecać krótszy czas albo wyłączyć wiersz w „law”, podając powód, dla którego nie obowiązuje.',
  'says.remedy-shorter-than-law':
    '{clause} nie daje nic w dniu {on}, gdy „{fact}” to {since}, a według wiersza prawa {law} klient ma {allows}, z ostatnim dniem włącznie. Trzeba wydłużyć ten czas albo wyłączyć wiersz w „law”, podając powód, dla którego nie obowiązuje.',
  'says.dispute-body-missing':
    'Według {laws} klient może zwrócić się do podmiotu rozstrzygającego spory, a karta żadnego nie wymienia. Trzeba wpisać, kto to jest i jak się z nim skontaktować, pod „dispute body” w „law” albo wyłączyć {count, plural, one {wiersz} few {wiersze} many {wiersze} other {wiersze}} z podaniem powodu.',
  'says.remedy-without-authority':
    'Wiersz {row, number} w {clause} ({gives}) dopuszcza „{remedy}”, a żadne stanowisko nie może tego przyznać: nikt nigdy nie mógłby tego dać. Trzeba to dodać do „may” w punkcie o uprawnieniach albo usunąć.',
  'says.escalation-goes-back.got':
    'Krok {step, number} w {clause} daje zgłoszenie stanowisku {position}, które miało je już w kroku {earlier, number}: krąży ono w kółko. Trzeba dać je komuś innemu albo tylko powiadomić.',
  'says.escalation-goes-back.round':
    'Krok {step, number} w {clause} oddaje zgłoszenie z powrotem stanowisku {position}, które wiedziało o nim od kroku {earlier, number} w {other}, po tym jak dostało je {through}: krąży ono w kółko. Trzeba dać je komuś innemu albo tylko powiadomić.',
  'says.promise-tighter-than-agreements':
    'Wiersz {row, number} w {clause} ({gives}) jest ciaśniejszy niż uzgodnienia, na których się opiera. Gdy zegar rusza {starts}, {count, plural, one {{agreements} daje swoją część} few {{agreements} dają swoje części jedna po drugiej} many {{agreements} dają swoje części jedna po drugiej} other {{agreements} dają swoje części jedna po drugiej}} do {ends}, a termin przypada {due} ({zone}). Trzeba obiecać dłuższy czas albo uzgodnić krótszy.',
  'says.step-in-other-calendar':
    'Krok {step, number} w {clause} – {at} – liczy się według „{calendar}”, a {promise} według „{own}”. Krok, który według „{own}” zadziałałby {would}, działa {acts} ({zone}). Trzeba go liczyć według „{own}”.',
  'says.position-unheld.step':
    'Krok {step, number} w {clause} trafia do stanowiska {position}, którego nikt nie zajmuje: nikt by go nie dostał. Trzeba komuś powierzyć to stanowisko albo wskazać inne.',
  'says.position-unheld.authority':
    '{clause} mówi, co może przyznać {position}, a nikt nie zajmuje tego stanowiska. Trzeba je komuś powierzyć albo usunąć ten punkt.',
  'says.lower-position-may-more':
    'Wiersz {row, number} w {clause} ({gives}) pozwala stanowisku {position} przyznać więcej „{remedy}”, niż {other} ({otherwise}) pozwala stanowisku {higher}, które stoi wyżej. Stanowiska zapisuje się od najniższego: trzeba poprawić ich kolejność albo podnieść jedno lub obniżyć drugie.',
  'says.remedy-beyond-authority.most':
    'Wiersz {row, number} w {clause} ({gives}) daje więcej „{remedy}”, niż ktokolwiek może przyznać, nawet zapytany: najwięcej to {most} ({position}, według {other}). Trzeba obniżyć „up to”, ograniczyć je warunkiem albo pozwolić jakiemuś stanowisku na więcej.',
  'says.remedy-beyond-authority.nobody':
    'Wiersz {row, number} w {clause} ({gives}) daje „{remedy}”, a przy takim zgłoszeniu żadne stanowisko nie może nic przyznać. Trzeba poprawić warunki uprawnień albo wiersza.',
  'says.objective-without-procedure':
    'Żadna procedura nie służy celowi {clause}: nic nie mówi, jak go osiągnąć. Trzeba wpisać „objective: {clause}” w procedurze albo dodać nową.',
  'says.procedure-without-standard':
    'Nic nie mierzy {clause}. Trzeba podać pod „standards” obietnice, którymi jest mierzona.',
  'says.step-never-reached.passed':
    'Żadna droga nie prowadzi do kroku {step, number} procedury {clause}: to, co jest przed nim, zawsze prowadzi gdzie indziej. Trzeba zmienić „next” lub „when” wcześniejszego kroku albo usunąć ten krok.',
  'says.step-never-reached.never':
    'Krok {step, number} procedury {clause} jest dla zgłoszeń, których {clause} nie dotyczy: jego „when” nigdy nie zachodzi razem z warunkiem procedury. Trzeba zmienić jeden z nich albo usunąć krok.',
  'says.value-without-evidence':
    '{clause} jest publiczna i nic jej nie pokazuje. Trzeba podać pod „shown by” punkty, w których klienci ją widzą.',
  'says.definition-unanswered.nothing':
    'Definicja doskonałej obsługi nie odpowiada na pytanie: {prompt} Trzeba dodać pod „definition” wiersz z „answers: {answers}” albo podać powód, dla którego pozostaje otwarte.',
  'says.definition-unanswered.nobody':
    '{clause} mówi, kto odpowiada za obsługę, i nie podaje stanowiska. Trzeba w nim napisać „position”.',
  'says.clause-unattended.owner':
    '{count, plural, one {Nikt nie odpowiada za {clauses}. Trzeba podać „owner” albo jednego dla całej karty pod „people”.} few {Nikt nie odpowiada za {clauses}. Trzeba w każdym podać „owner” albo jednego dla całej karty pod „people”.} many {Nikt nie odpowiada za {clauses}. Trzeba w każdym podać „owner” albo jednego dla całej karty pod „people”.} other {Nikt nie odpowiada za {clauses}. Trzeba w każdym podać „owner” albo jednego dla całej karty pod „people”.}}',
  'says.clause-unattended.objective':
    '{count, plural, one {{clauses} nie służy żadnemu celowi. Trzeba tam wpisać „objective”.} few {{clauses} nie służą żadnemu celowi. Trzeba w każdym wpisać „objective”.} many {{clauses} nie służą żadnemu celowi. Trzeba w każdym wpisać „objective”.} other {{clauses} nie służą żadnemu celowi. Trzeba w każdym wpisać „objective”.}}',
  'says.clause-unattended.review':
    "{count, plural, one {{clauses} nie ma daty przeglądu.} few {{clauses} nie mają daty przeglądu.} many {{clauses} nie mają daty przeglądu.} other {{clauses} nie mają daty przeglądu.}} Trzeba tam wpisać „review” albo „review: '{' every: 12 months '}'” dla całej karty.",
  'says.review-passed':
    '{clause}: przegląd miał się odbyć najpóźniej w dniu {date}, a ten dzień już minął. Trzeba go przeprowadzić i wpisać w „review” datę następnego.',
  'says.benchmark-old':
    '{clause} porównuje się z liczbą ({of}) odczytaną w dniu {date}, ponad 12 miesięcy temu. Trzeba ją odczytać ponownie i wpisać dzisiejszą z jej źródłem i datą.',
  'says.promise-incomplete':
    '{clause} jest publiczna i ma {there, number} z {all, number} pól potrzebnych czytelnikom. Brakuje: {missing}. Trzeba wpisać w obietnicy: {written}. „contact” i „complaints” mogą zamiast tego stać raz na początku, dla całej karty.',
  'says.vague-words':
    '{language}: {part} zawiera „{words}”, co może znaczyć godzinę albo tydzień. Trzeba podać czas albo to, co się zrobi.',
  'says.number-in-text':
    "{language}: {part} ma liczbę {number} wpisaną ręcznie: gdy zmieni się reguła, słowa się nie zmienią. Jeśli to obiecany czas, trzeba go dać do tabeli, a do tekstu '{target}'; jeśli nie, powiedzieć to bez liczby.",
  'says.example-fails.due':
    'Przykład {example, number} oczekuje dla {clause} terminu {expected}, a wychodzi {found} ({zone}). Trzeba poprawić punkt albo pozwolić, by przykład oczekiwał tego, co wychodzi.',
  'says.example-fails.no-due':
    'Przykład {example, number} oczekuje dla {clause} terminu {expected} ({zone}), a nic nie ma terminu. Trzeba poprawić punkt albo pozwolić, by przykład oczekiwał tego, co wychodzi.',
  'says.example-fails.promised':
    'Przykład {example, number} oczekuje, że {clause} niczego nie obieca, a wiersz {row, number} obiecuje. Trzeba poprawić punkt albo pozwolić, by przykład oczekiwał tego, co wychodzi.',
  'says.example-fails.row':
    'Przykład {example, number} oczekuje, że w {clause} zdecyduje wiersz {expected, number}, a decyduje wiersz {found, number}. Trzeba poprawić punkt albo pozwolić, by przykład oczekiwał tego, co wychodzi.',
  'says.example-fails.no-row':
    'Przykład {example, number} oczekuje, że w {clause} zdecyduje wiersz {expected, number}, a żaden wiersz nie pasuje. Trzeba poprawić punkt albo pozwolić, by przykład oczekiwał tego, co wychodzi.',
  'says.example-fails.not-evaluated':
    'Przykład {example, number} oczekuje czegoś od {clause}, a na jego zgłoszeniu nie da się tego ocenić. Trzeba poprawić punkt albo pozwolić, by przykład oczekiwał tego, co wychodzi.',
  'says.example-fails.allow':
    'Przykład {example, number} oczekuje, że {clause} dopuści: {expected}. Dopuszcza: {found}. Trzeba poprawić punkt albo pozwolić, by przykład oczekiwał tego, co wychodzi.',
  'says.example-fails.amount':
    'Przykład {example, number} oczekuje od {clause} kwoty do {expected}, a wychodzi do {found}. Trzeba poprawić punkt albo pozwolić, by przykład oczekiwał tego, co wychodzi.',
  'says.example-fails.no-amount':
    'Przykład {example, number} oczekuje od {clause} kwoty do {expected}, a nie wychodzi żadna. Trzeba poprawić punkt albo pozwolić, by przykład oczekiwał tego, co wychodzi.',
  'says.example-fails.not-tried':
    '{count, plural, one {# przykład nie został wypróbowany: przykład {example, number}} few {# przykłady nie zostały wypróbowane, pierwszy to przykład {example, number}} many {# przykładów nie zostało wypróbowanych, pierwszy to przykład {example, number}} other {# przykładu nie zostało wypróbowane, pierwszy to przykład {example, number}}}. Jest ich za dużo jak na ich punkty albo ich daty są zbyt odległe. Trzeba usunąć te, których żaden wiersz nie potrzebuje, albo podać bliższe daty.',

  'read.not-readable':
    'Tekst nie jest ani YAML, ani JSON. Może tu albo w poprzednim wierszu brakować cudzysłowu, przecinka, dwukropka lub nawiasu.',
  'read.not-used-in-charters':
    'Stoi tu YAML, którego karta nie używa: kotwica, alias, znacznik, klucz scalający, dyrektywa albo drugi dokument. Każdą część trzeba napisać tam, gdzie jej miejsce.',
  'read.not-readable.tab': 'Stoi tu tabulator. Wcięcia trzeba robić spacjami; tabulator nie jest w YAML wcięciem.',
  'read.not-readable.indentation':
    'Ten wiersz nie zaczyna się w tej samej kolumnie co te, do których należy. Trzeba dać mu takie samo wcięcie.',
  'read.not-readable.indented-too-far':
    'Wiersz jest tu za bardzo wcięty albo jest o jeden dwukropek za dużo. Trzeba wciąć go jak sąsiednie albo usunąć dwukropek.',
  'read.not-readable.no-colon':
    'Tu ma stać nazwa z dwukropkiem, w jednym wierszu. Trzeba dodać dwukropek albo zamknąć cudzysłów przed nią.',
  'read.not-readable.no-space': 'Po dwukropku brakuje spacji. Trzeba ją dodać.',
  'read.not-readable.no-comma': 'Brakuje tu przecinka lub dwukropka. Trzeba go dodać albo ująć tekst w cudzysłów.',
  'read.not-readable.no-dash':
    'Każda pozycja tej listy zaczyna się od „- ”, a ten wiersz nie. Trzeba to dodać albo wciąć wiersz jako część poprzedniej.',
  'read.not-readable.nothing-between': 'Między dwoma przecinkami nic nie ma. Trzeba usunąć jeden.',
  'read.not-readable.open-quote':
    'Cudzysłów otwarty tu lub wcześniej nie jest zamknięty. Trzeba go zamknąć na końcu tekstu.',
  'read.not-readable.open-bracket':
    'Nawias otwarty wcześniej nie jest zamknięty albo jego treść nie jest wcięta. Trzeba go zamknąć albo wciąć wiersze w środku.',
  'read.not-readable.extra-bracket':
    'Ten nawias niczego nie zamyka. Trzeba go usunąć albo poszukać brakującego przed nim.',
  'read.not-readable.needs-quotes':
    'Ten tekst wymaga cudzysłowu, bo YAML bierze jego znak za swój. Trzeba ująć go w cudzysłów.',
  'read.not-readable.dash-in-brackets':
    'W nawiasach myślnik oznacza listę. Trzeba ująć go w cudzysłów albo pominąć komórkę.',
  'read.not-readable.backslash':
    'Ukośnik wsteczny w podwójnym cudzysłowie zaczyna znak specjalny. Trzeba napisać dwa albo użyć pojedynczego cudzysłowu.',
  'read.not-readable.comment-space': 'Przed znakiem # komentarza brakuje spacji. Trzeba ją dodać.',
  'read.not-readable.empty': 'Dokument jest pusty. Trzeba napisać kartę.',
  'read.not-used-in-charters.anchor':
    'To nadaje części nazwę do powtarzania (kotwica). W karcie każdą część pisze się w całości: trzeba to usunąć.',
  'read.not-used-in-charters.alias':
    'To powtarza inną część (alias). Trzeba napisać ją tu w całości albo ująć w cudzysłów tekst zaczynający się od *.',
  'read.not-used-in-charters.tag':
    'To znacznik typu, a karta ich nie ma. Trzeba go usunąć albo ująć w cudzysłów tekst zaczynający się od !.',
  'read.not-used-in-charters.merge': '„<<” scaliłoby tu inną część. Trzeba napisać jej pola w całości.',
  'read.not-used-in-charters.directive': 'Wiersz zaczynający się od % nic w karcie nie znaczy. Trzeba go usunąć.',
  'read.not-used-in-charters.second-document':
    'Plik zawiera jedną kartę, a tu zaczyna się drugi dokument. Trzeba go usunąć albo zapisać w osobnym pliku.',
  'read.too-large':
    'Dokument jest większy, niż da się przeczytać w rozsądnym czasie. Trzeba podzielić długie tabele albo przenieść teksty poza kartę.',
  'read.too-deep':
    'Listy i mapy są zagnieżdżone zbyt głęboko. Żadna część karty tego nie potrzebuje: może jest o nawias za dużo.',
  'read.too-long': 'Ten tekst, nazwa, warunek lub lista są za długie. Trzeba skrócić.',
  'read.too-many-findings': 'Uwag jest więcej, niż widać. Najpierw trzeba poprawić te.',
  'read.forbidden-character': 'W tekście stoi znak sterujący albo połowa znaku. Trzeba go usunąć.',
  'read.forbidden-name': 'Ta nazwa coś znaczy dla programów. Trzeba wybrać inną.',
  'read.named-twice':
    'Ten sam klucz, nazwa, identyfikator, wartość lub dzień stoi dwa razy. Trzeba zostawić jedno albo zmienić nazwę drugiego.',
  'read.bad-number':
    'Liczba ma postać, którą nie każdy program czyta tak samo, albo za dużo cyfr. Pisze się 12 lub 12.5; tekst bierze się w cudzysłów.',
  'read.wrong-version':
    'Dokument nie ma formatu „avow: 1”. Trzeba to wpisać na początku albo użyć nowszej wersji programu.',
  'read.wrong-shape': 'Tu powinno stać coś innego: tekst, lista albo pola z wartościami.',
  'read.missing-field': 'Brakuje pola, które musi być. Trzeba je dodać.',
  'read.unknown-field': 'Nie ma tu pola o tej nazwie. Trzeba poprawić nazwę.',
  'read.unknown-clause-kind':
    'Ta wersja nie zna jeszcze takiego rodzaju punktów. Trzeba go pominąć albo użyć nowszej wersji programu.',
  'read.fields-conflict': 'Pola mówią to samo, wykluczają się albo tu nie pasują. Trzeba zostawić to, o które chodzi.',
  'read.bad-name': 'Nazwy ani identyfikatora nie można tak zapisać.',
  'read.reserved-name': 'Ta nazwa ma już własne znaczenie. Trzeba wybrać inną.',
  'read.unknown-fact': 'Nie ma faktu o tej nazwie. Trzeba poprawić nazwę albo zadeklarować go pod „facts”.',
  'read.unknown-calendar': 'Nie ma kalendarza o tej nazwie. Trzeba poprawić nazwę albo dopisać go pod „calendars”.',
  'read.unknown-event': 'Nie ma zdarzenia o tej nazwie. Trzeba poprawić nazwę albo zadeklarować je pod „events”.',
  'read.unknown-position': 'Nie ma stanowiska o tej nazwie. Trzeba poprawić nazwę albo dopisać je pod „positions”.',
  'read.unknown-clause':
    'Nie ma punktu, do którego mogłoby to prowadzić. Trzeba poprawić identyfikator albo napisać ten punkt.',
  'read.unknown-value': 'To nie jest żadna z możliwych tu wartości.',
  'read.unknown-zone': 'Nie ma strefy czasowej o tej nazwie. Wielkie i małe litery mają znaczenie.',
  'read.unknown-language': 'Karta nie ma tego języka. Trzeba poprawić kod albo dodać go do „languages”.',
  'read.bad-text':
    "Tekst jest pusty, wymaga cudzysłowu albo ma symbol, którego nic nie wypełnia. Tylko „says” obietnicy może zawierać '{target}'.",
  'read.bad-fact-type': 'Fakt nie ma znanego typu.',
  'read.fact-not-allowed':
    'Tego faktu nie można tu użyć: liczy go sam program, nie jest kwotą albo zmieniałby się, gdy coś czeka.',
  'read.bad-date': 'To nie jest data albo data z godziną, albo tu nie pasuje.',
  'read.bad-hours': 'Takich godzin otwarcia być nie może: zła godzina, nakładające się okresy albo nieznany dzień.',
  'read.bad-duration': 'To nie jest długość czasu albo nie wiadomo, jak ją liczyć.',
  'read.bad-money':
    'To nie jest kwota: liczba z najwyżej tyloma miejscami po przecinku, ile ma waluta, i trzy litery waluty.',
  'read.bad-measure': 'Obietnicy nie można tak mierzyć. Możliwe są „each”, „share” i „mean”.',
  'read.bad-condition': 'Warunku nie da się zrozumieć albo nic nie może go spełnić.',
  'read.cuts-out-of-order':
    'Dwa wieki w jednej kolumnie w jednych dniach stoją w takiej kolejności, a w innych w odwrotnej. Oba trzeba zapisać w dniach albo oba w miesiącach.',

  'read.with.typed': 'Stoi tu „{typed}”.',
  'read.with.of': 'Chodzi o „{of}”.',
  'read.with.needed': 'Potrzebne: {needed}.',
  'read.with.together': 'Dotyczy: {together}.',
  'read.with.line': 'Patrz wiersz {line, number}.',
  'read.with.most': 'Najwięcej może być {most, number}.',
  'read.with.meant': 'Może chodzi o „{meant}”?',
  'read.with.possible': 'Możliwe: {possible}.',
  'read.with.like': 'Pisze się na przykład {like}.',

  'findings.nothing': 'nic',
  'findings.part.title': 'tytuł',
  'findings.part.fact': 'fakt „{name}”',
  'findings.part.value': 'wartość „{name}” faktu „{of}”',
  'findings.part.event': 'zdarzenie „{name}”',
  'findings.part.calendar': 'kalendarz „{name}”',
  'findings.part.position': 'stanowisko „{name}”',
  'findings.part.says': '„says” w {name}',
  'findings.part.because': '„because” w {name}',
  'findings.part.text': '„{name}” w {of}',
}
