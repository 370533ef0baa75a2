import type { DemoTexts } from './demo-texts.ts'

export const pl: DemoTexts = {
  months: [
    'stycznia',
    'lutego',
    'marca',
    'kwietnia',
    'maja',
    'czerwca',
    'lipca',
    'sierpnia',
    'września',
    'października',
    'listopada',
    'grudnia',
  ],
  openings: ['Dzień dobry,', 'Witam,', 'Szanowni Państwo,', 'Witam serdecznie,', 'Cześć,', 'Dzień dobry'],
  closings: [
    'Z poważaniem\n{me}',
    'Pozdrawiam\n{me}',
    'Pozdrawiam serdecznie,\n{first}',
    'Dziękuję i pozdrawiam\n{me}',
    '{me}',
    'Proszę o pilną odpowiedź.\n{me}',
  ],
  spoken: ['Dzień dobry, ', 'Witam, ', 'Dzień dobry, mówi {me}, ', 'Halo, dzień dobry, ', ''],
  angry: [
    'Szczerze mówiąc mam tego dość. To już drugi raz w tym roku, po Państwa firmie {w:spodziewałem|spodziewałam} się czegoś więcej.',
    'Ja płacę od razu, więc oczekuję dostawy na czas. Jeśli dziś nikt się nie odezwie, zgłaszam reklamację transakcji w banku.',
    'Proszę nie przysyłać mi kolejnej automatycznej odpowiedzi. Chcę, żeby zajął się tym człowiek.',
    'Jestem BARDZO {w:rozczarowany|rozczarowana}. Kupuję u Państwa od sześciu lat.',
  ],
  kind: [
    'Nie ma pośpiechu, kiedy znajdą Państwo chwilę.',
    'Wiem, że mają Państwo dużo pracy, więc z góry dziękuję.',
    'Poza tym zawsze {w:byłem zadowolony|byłam zadowolona} z Państwa rzeczy, na pewno się dogadamy.',
  ],
  damaged: [
    {
      subject: 'Dotarło rozbite – zamówienie {order}',
      text: '{The} z zamówienia {order} {p:dotarł|dotarła|dotarło} dzisiaj w kawałkach. Karton z zewnątrz wyglądał dobrze, ale w środku prawie nie było wypełnienia. To miał być prezent na sobotę, więc pilnie potrzebuję nowej sztuki. {w:Zapłaciłem|Zapłaciłam} {price}.',
      brief: '{the} z zamówienia {order} {p:przyszedł|przyszła|przyszło} w kawałkach. Co mam teraz zrobić?',
      of: 'fragile',
    },
    {
      subject: '{product} – nie włącza się',
      text: 'Wczoraj {w:rozpakowałem|rozpakowałam} {obj} i w ogóle się nie włącza. {w:Sprawdziłem|Sprawdziłam} trzy gniazdka i bezpieczniki. Żadnej lampki, żadnego dźwięku, nic. Numer zamówienia to {order}.',
      brief: 'właśnie {w:rozpakowałem|rozpakowałam} {obj} i zero reakcji, nie włącza się. Zamówienie {order}.',
      of: 'electric',
    },
    {
      subject: 'Uszkodzony towar',
      of: 'solid',
      text: '{The} (zamówienie {order}, {price}) ma głęboką rysę i wgniecenie z boku. Z rabatem może {p:bym go|bym ją|bym je} {w:zatrzymał|zatrzymała}, ale wolę nieuszkodzoną sztukę.',
      brief: '{the} ma dużą rysę i wgniecenie. Numer zamówienia {order}.',
    },
    {
      subject: 'Plama i rozpruty szew',
      text: 'Na produkcie „{product}” jest brązowa plama, a jeden szew się pruje. Nic nie było używane, dopiero co {w:wyjąłem|wyjęłam} z folii. Zamówienie {order} z {date}.',
      brief: '„{product}” – jest plama i rozpruty szew, prosto z opakowania.',
      of: 'textile',
    },
    {
      subject: 'pęknięta noga i brak śrub, {order}',
      whole: true,
      text: 'witam, wczoraj wieczorem {w:skręcałem|skręcałam} {obj} i jedna noga jest pęknięta tam gdzie wchodzi śruba. brakuje też dwóch długich śrub. przyślą państwo części czy mam znowu wszystko rozkręcać??',
      brief: '{w:skręcałem|skręcałam} {obj}: jedna noga pęknięta i brakuje dwóch śrub.',
      of: 'furniture',
    },
    {
      subject: '{product} – przestało działać',
      text: '{date} {w:kupiłem|kupiłam} u Państwa {obj} za {price}. Do zeszłego tygodnia wszystko działało, teraz po minucie czy dwóch samo się wyłącza. Mam paragon i opakowanie, o ile wiem, gwarancja jeszcze trwa. Jak oddać sprzęt do naprawy?',
      brief: '{date} {w:kupiłem|kupiłam} {obj}, a teraz wyłącza się po minucie. Jest jeszcze na gwarancji.',
      of: 'electric',
      old: true,
    },
    {
      subject: 'Odchodzi powłoka',
      text: 'Po kilku tygodniach zwykłego używania odchodzi powłoka, a używam tylko drewnianej łyżki. Nie chcę tego jeść. Produkt: {product}, kupiony {date}, zamówienie {order}.',
      brief: 'odchodzi powłoka: {product}, zakup z {date}.',
      of: 'hob',
      old: true,
    },
    {
      subject: 'Reklamacja: {product}',
      of: 'solid',
      text: 'Z przykrością zgłaszam, że {the}, zakup z {date} (zamówienie {order}), ma już poluzowane łączenie. Obchodzę się ostrożnie i nikt poza mną tego nie używa. Proszę o informację, czy naprawiają Państwo, czy wymieniają.',
      brief: '{the} ma już poluzowane łączenie. Zakup z {date}, zamówienie {order}.',
      old: true,
    },
  ],
  late: [
    {
      subject: 'Gdzie jest moje zamówienie {order}?',
      text: '{date} {w:zamówiłem|zamówiłam} {obj}, miało to potrwać trzy dni robocze. Minęło {days} dni. Śledzenie przesyłki {tracking} od dawna pokazuje „w drodze” i nic się nie zmienia. Czy mogą Państwo sprawdzić, gdzie jest paczka?',
      brief: 'moje zamówienie {order} z {date} wciąż nie dotarło, śledzenie {tracking} stoi od kilku dni.',
    },
    {
      subject: 'dostawa',
      whole: true,
      text: 'paczki dalej nie ma. zamówienie {order}. co się dzieje?',
      brief: 'gdzie jest moja paczka? Zamówienie {order}.',
    },
    {
      subject: 'Zamówienie {order}: „doręczone”, ale nie mnie',
      text: 'Według kuriera paczka {tracking} została doręczona wczoraj o 13:20. Cały dzień {w:byłem|byłam} w domu i nikt nie dzwonił. Sąsiedzi też nic nie mają. Proszę zapytać, komu ją oddali.',
      brief: 'śledzenie {tracking} pokazuje doręczenie, a ja nic nie {w:dostałem|dostałam}.',
    },
    {
      subject: 'Stracony dzień urlopu',
      text: '{w:Wziąłem|Wzięłam} we wtorek urlop, bo między 8 a 18 {p:miał|miała|miało} przyjechać {the}. Nikt nie przyjechał, nikt nie zadzwonił. Zamówienie {order}, {price}, oczywiście już opłacone. Kiedy naprawdę będzie?',
      brief: 'cały dzień {w:czekałem|czekałam} w domu na dostawę i nikt nie przyjechał. Zamówienie {order}.',
    },
    {
      subject: 'Prezent urodzinowy – zamówienie {order} spóźnione',
      text: '{w:Zamówiłem|Zamówiłam} {obj} na urodziny mamy, które są {later}. Paczka ({tracking}) powinna już tu być. Czy jest szansa, że zdąży? Jeśli nie, wolę zrezygnować i kupić coś innego.',
      brief: 'czy zamówienie {order} dotrze do {later}? To prezent urodzinowy.',
    },
    {
      subject: 'Zamówienie {order} ciągle „w przygotowaniu”',
      text: 'Moje zamówienie {order} z {date} od {days} dni ma status „w przygotowaniu”. Na stronie było napisane, że towar jest dostępny. Wysłali Państwo czy nie?',
      brief: 'zamówienie {order} od {days} dni jest „w przygotowaniu”. Poszło już?',
    },
  ],
  wrong: [
    {
      subject: 'Niewłaściwy towar w zamówieniu {order}',
      text: '{w:Zamówiłem|Zamówiłam} {obj}, a w paczce był inny produkt: {other}. Dokument dostawy jest mój i jest na nim właściwy artykuł. Proszę o przysłanie tego, co {w:zamówiłem|zamówiłam}, i o informację, co zrobić z tym.',
      brief: '{w:zamówiłem|zamówiłam} {obj}, a {w:dostałem|dostałam} coś innego: {other}. Zamówienie {order}.',
    },
    {
      subject: 'Zły kolor',
      text: 'Zamówienie {order}: {w:wybrałem|wybrałam} ciemną zieleń, a przyszedł kolor szary ({product}). Reszta się zgadza. Czy można wymienić?',
      brief: '{w:dostałem|dostałam} zły kolor: {product}, szary zamiast ciemnozielonego.',
    },
    {
      subject: 'Zamówienie {order} – to nie to, co {w:kupiłem|kupiłam}',
      text: '{w:Otworzyłem|Otworzyłam} dziś paczkę, a w środku „{other}” zamiast „{product}”. Ktoś inny pewnie szuka swojego. {w:Zapłaciłem|Zapłaciłam} {price}, a to kosztuje na stronie dużo mniej.',
      brief: 'w paczce z zamówienia {order} był produkt „{other}” zamiast „{product}”.',
    },
    {
      subject: 'Dwie takie same sztuki, jednej brak',
      text: '{w:Zamówiłem|Zamówiłam} po jednej sztuce: „{product}” i „{other}” (zamówienie {order}). Tego drugiego są dwie sztuki, a pierwszego nie ma.',
      brief: 'w zamówieniu {order} jeden produkt jest podwójnie, a brakuje: {product}.',
    },
  ],
  mind: [
    {
      subject: 'Zwrot, zamówienie {order}',
      of: 'kitchen',
      text: '{w:Chciałbym|Chciałabym} zwrócić {obj} (zamówienie {order} z {date}). Nie pasuje wymiarem do naszej kuchni. Nieużywane, w oryginalnym opakowaniu. Jak to zrobić i kto płaci za przesyłkę?',
      brief: '{w:chciałbym|chciałabym} zwrócić {obj}, wymiar nie pasuje. Nieużywane. Zamówienie {order}.',
    },
    {
      subject: 'Odstąpienie od umowy',
      text: 'Niniejszym odstępuję od umowy sprzedaży produktu „{product}”, numer zamówienia {order}, odebranego kilka dni temu. Proszę o potwierdzenie i zwrot kwoty {price} na kartę, którą {w:płaciłem|płaciłam}.',
      brief: 'odstępuję od umowy, zamówienie {order}. Gdzie mam odesłać towar?',
    },
    {
      subject: 'czy mogę odesłać',
      whole: true,
      text: 'hej, {date} {w:zamówiłem|zamówiłam} {obj}, a {w:żona kupiła|mąż kupił} tego samego dnia to samo :) mogę odesłać? jeszcze zafoliowane',
      brief: 'czy mogę odesłać {obj}? Mamy teraz dwie sztuki, nierozpakowane.',
    },
    {
      subject: 'Anulowanie zamówienia {order}',
      text: 'Proszę o anulowanie zamówienia {order}. {w:Znalazłem|Znalazłam} to samo taniej. Jeśli paczka już wyszła, nie odbiorę jej.',
      brief: 'proszę anulować zamówienie {order}.',
    },
  ],
  questions: [
    {
      subject: 'Zmywarka?',
      text: 'Czy {obj} można myć w zmywarce? W ulotce jest tylko symbol, którego nie znam.',
      brief: 'czy {obj} można myć w zmywarce?',
      of: 'kitchen',
      answer:
        'można, do 55 °C, w górnym koszu. Od czasu do czasu polecamy jednak mycie ręczne, powierzchnia dłużej wtedy wytrzyma.',
    },
    {
      subject: 'Indukcja',
      text: 'Czy {the} nadaje się na płytę indukcyjną? Wiosną będzie nowa kuchnia i nie chcę kupować wszystkiego dwa razy.',
      brief: 'czy {the} działa na indukcji?',
      of: 'hob',
      answer:
        'tak, nadaje się na indukcję, gaz i płytę ceramiczną. Na indukcji proszę wybrać pole nie większe niż dno.',
    },
    {
      subject: 'Dostawa na Hel',
      text: 'Czy dostarczają Państwo na Hel i ile wyszłoby z wysyłką ({product})? Koszyk nie przyjmuje mojego kodu pocztowego.',
      brief: 'czy dostarczają Państwo na Hel? Strona nie przyjmuje kodu.',
      answer:
        'dostarczamy: wysyłka kosztuje 14,90 € i trwa do siedmiu dni roboczych. Koszyk odrzuca kod przez pomyłkę; proszę napisać, co mamy dodać, a złożymy zamówienie za Państwa.',
    },
    {
      subject: 'Faktura do zamówienia {order}',
      link: true,
      text: 'Potrzebuję faktury na firmę do zamówienia {order}. Mam tylko paragon. Czy można ją wystawić później?',
      brief: 'czy {w:mógłbym|mogłabym} dostać fakturę na firmę do zamówienia {order}?',
      answer:
        'tak. Potrzebna jest nazwa firmy, adres i NIP; można je wpisać w zakładce „Moje zamówienia”, a PDF do {order} pojawi się od razu.',
    },
    {
      subject: 'Kiedy znowu w sprzedaży?',
      text: 'Czy wiadomo, kiedy {the} znów będzie w sprzedaży? Od dwóch tygodni na stronie jest szary przycisk.',
      brief: 'kiedy {the} znów będzie w sprzedaży?',
      answer:
        'następna dostawa jest planowana na {later}. Zapisaliśmy to na liście: przyjdzie jeden mail, a sztukę odłożymy na dwa dni.',
    },
    {
      subject: 'Część zamienna: {product}',
      text: 'Czy jest do tego filtr zapasowy ({product}), czy trzeba kupić całość od nowa? Na stronie {w:szukałem|szukałam} wszędzie.',
      brief: 'czy jest filtr zapasowy do „{product}”?',
      of: 'filter',
      answer:
        'jest, za 6,50 €. Ma go nasz warsztat i na stronie go nie widać; możemy wysłać razem z instrukcją montażu. Wystarczy odpisać „tak”.',
    },
    {
      subject: 'Gwarancja',
      text: 'Ile trwa gwarancja na {obj} i czy potrzebny jest papierowy paragon, czy wystarczy mail?',
      brief: 'ile trwa gwarancja na {obj}?',
      answer: 'dwa lata od dnia zakupu. Mail wystarczy, a nawet sam numer zamówienia – resztę znajdziemy.',
    },
    {
      subject: 'Pakowanie na prezent',
      text: 'Czy mogą Państwo zapakować {obj} na prezent i wysłać prosto do mojej siostry, bez ceny w paczce?',
      brief: 'czy pakują Państwo na prezent? Chodzi o {obj} dla siostry.',
      answer:
        'z przyjemnością. W koszyku jest opcja „To prezent”: pakowanie kosztuje 3,50 €, bilecik jest gratis, a ceny w paczce nie będzie.',
    },
    {
      subject: 'Odbiór w sklepie',
      text: 'Jeśli dziś zamówię {obj}, czy jutro po pracy mogę odebrać w sklepie? Do której są Państwo?',
      brief: 'czy jutro mogę odebrać {obj} w sklepie?',
      answer:
        'tak: zamówienie jest gotowe po dwóch godzinach, w godzinach pracy sklepu, i czeka pięć dni. Punkt obsługi jest czynny od poniedziałku do piątku, 9–17.',
    },
    {
      subject: 'Zmiana adresu, zamówienie {order}',
      text: '{w:Przeprowadziłem|Przeprowadziłam} się i {w:zapomniałem|zapomniałam} zmienić adres przed zamówieniem. Zamówienie {order} nie może iść do starego mieszkania! Da się to jeszcze zmienić?',
      brief: 'czy można jeszcze zmienić adres dostawy zamówienia {order}?',
      answer:
        'paczka jeszcze nie wyszła, więc się udało: pojedzie na adres oznaczony na koncie jako nowy. Proszę sprawdzić go w potwierdzeniu, które właśnie wysłaliśmy.',
    },
    {
      subject: 'Punkty na karcie Bramble',
      text: 'Zakup z {date} ({price}, zamówienie {order}) nie pojawił się na mojej karcie. Czy można dopisać punkty później?',
      brief: 'na karcie nie ma punktów za zamówienie {order}.',
      answer:
        'można i już to zrobiliśmy: od jutra będą widoczne. Karta nie była połączona z zamówieniem, to też poprawiliśmy.',
    },
  ],
  others: [
    {
      subject: 'Newsletter',
      text: 'Już trzy razy {w:wypisałem|wypisałam} się z newslettera i dalej przychodzi. Proszę usunąć mnie na dobre.',
      brief: 'proszę mnie wypisać z newslettera, trzy razy już {w:próbowałem|próbowałam}.',
      answer:
        'adres był na dwóch listach, a wypisanie działało tylko na jednej. Teraz nie ma go na żadnej, a koledzy, którzy je prowadzą, już o tym wiedzą.',
    },
    {
      subject: 'Podwójna płatność',
      text: 'Za zamówienie {order} pobrano z karty dwa razy: {price} dnia {date} i minutę później jeszcze raz to samo. Proszę sprawdzić.',
      brief: 'za zamówienie {order} pobrano mi pieniądze dwa razy.',
      answer:
        'zgadza się: pierwsza płatność była oznaczona jako nieudana, a jednak przeszła. Drugą, {price}, zwróciliśmy na kartę; banki pokazują to po dwóch–pięciu dniach.',
    },
    {
      subject: 'Nie mogę się zalogować',
      link: true,
      text: 'Link do nowego hasła w ogóle nie przychodzi, w spamie też go nie ma. Potrzebuję dostać się do faktur.',
      brief: 'link do nowego hasła nie przychodzi.',
      answer:
        'na koncie był wpisany stary adres. Zmieniliśmy go na ten, z którego przyszła wiadomość, i wysłaliśmy nowy link, ważny dwie godziny.',
    },
    {
      subject: 'Państwa kierowca',
      text: 'Kierowca zostawił paczkę ({product}) na chodniku w deszczu i powiedział, że noszenie po schodach to nie jego sprawa. Mam 74 lata. Chyba nie za to {w:zapłaciłem|zapłaciłam}.',
      brief: 'kierowca zostawił paczkę na chodniku w deszczu i odjechał.',
      answer:
        'tak nie powinno być: opłacona była dostawa pod drzwi. Zwróciliśmy koszt dostawy i zgłosiliśmy to przewoźnikowi z numerem trasy. Jeśli coś zamokło, proszę dać znać, wymienimy.',
    },
    {
      subject: 'Sugestia: opakowania',
      text: 'W ostatniej paczce była jedna mała rzecz w kartonie wielkości walizki, pełnym plastikowych poduszek. Nie można by używać papieru?',
      brief: 'mam sugestię: kartony są za duże i tyle plastiku!',
      answer:
        'dziękujemy, przekazaliśmy to dalej. Od wiosny magazyn wypełnia kartony wyłącznie papierem; nad rozmiarami też trwają prace.',
    },
  ],
  praise: [
    {
      subject: 'Podziękowanie',
      text: 'Tym razem żadnego problemu! {w:Chciałem|Chciałam} tylko napisać, że pani, która mi w zeszłym tygodniu doradzała, była wspaniała. Proszę jej to przekazać.',
      brief: '{w:chciałem|chciałam} tylko podziękować, wszystko idealnie.',
    },
    {
      subject: 'brawo',
      text: 'Zamówione w poniedziałek, we wtorek u mnie, zapakowane jak skarb. Tak trzymać.',
      brief: 'nie mam pytania, {w:chciałem|chciałam} tylko pochwalić: paczka w jeden dzień.',
    },
  ],
  more: [
    {
      ask: 'Dziękuję, to mi pomogło. Jeszcze jedno: czy można zapłacić przy odbiorze?',
      answer: 'przy odbiorze już niestety nie, ale można przelewem albo fakturą z terminem 14 dni.',
    },
    {
      ask: 'Rozumiem. A czy dotyczy to też rzeczy z wyprzedaży?',
      answer: 'tak, między wyprzedażą a resztą roku nie ma różnicy.',
    },
    {
      ask: 'Aha. A jak to zrobić w aplikacji? Nie widzę przycisku.',
      answer:
        'w aplikacji trzeba wejść w swoje imię, potem „Zamówienia” i trzy kropki obok zamówienia. Wiemy, że jest to dobrze ukryte.',
    },
    {
      ask: 'Świetnie. Czy {w:mógłbym|mogłabym} prosić to na piśmie z numerem zamówienia? Papierami zajmuje się {w:żona|mąż} :)',
      answer:
        'oczywiście: sprawa dotyczy zamówienia {order} i to, co {w:napisałem|napisałam} wcześniej, obowiązuje bez dodatkowych warunków.',
    },
  ],
  again: [
    {
      ask: 'Przepraszam, że wracam do tematu, ale znowu się to stało. Dokładnie to samo.',
      answer:
        'w takim razie sprawa nie była załatwiona, przepraszam. {w:Zająłem|Zajęłam} się nią ponownie: do wyboru zwrot pieniędzy albo nowa sztuka, bez odsyłania czegokolwiek z góry.',
    },
    {
      ask: 'Do tej pory nic nie dotarło. Miały być dwa dni.',
      answer:
        'to prawda, tak {w:pisałem|pisałam}. Paczka wyszła dzień później, niż mi podano; jest już u przewoźnika, numer {tracking}, dostawa jutro.',
    },
    {
      ask: 'Niestety nie zadziałało, link jest „nieaktualny”.',
      answer: 'oto nowy link, tym razem ważny tydzień. Jeśli i ten nie zadziała, proszę odpisać, zrobię to ręcznie.',
    },
  ],
  photo: [
    'Przesyłam dwa zdjęcia, całość i uszkodzone miejsce. Mam nadzieję, że wystarczy.',
    'Zdjęcia w załączniku. Na etykiecie jest partia 24-117, może się przyda.',
    'w załączniku, przepraszam za światło',
  ],
  chase: [
    'Czy coś już wiadomo? Mija kolejny dzień.',
    'Od tamtej pory cisza. Czy ktoś się tym zajmuje?',
    'Pytam tylko, czy przewoźnik odpowiedział. Śledzenie {tracking} bez zmian.',
    'halo?? ciągle czekam',
  ],
  sentBack: [
    'Rano {w:nadałem|nadałam} paczkę, na potwierdzeniu jest {tracking}.',
    'Przesyłka jest w drodze do Państwa. Numer {tracking}.',
    'Wysłane. Proszę dać znać, kiedy dotrze.',
  ],
  thanks: [
    'Dziękuję bardzo!',
    'Super, dzięki za szybką pomoc.',
    'Świetnie, dziękuję!',
    'dzięki 👍',
    'Dziękuję, bardzo miła obsługa. Miłego weekendu.',
  ],
  agent: {
    greetings: ['{c:Szanowny Panie|Szanowna Pani},', 'Dzień dobry,', 'Witam serdecznie,'],
    closings: ['Z poważaniem\n{me}\nBramble & Sons', 'Pozdrawiam serdecznie\n{me}, Bramble & Sons'],
    sorry: [
      'na tę odpowiedź {c:musiał Pan|musiała Pani} czekać dłużej, niż obiecujemy, za co przepraszam.',
      'na początek: przepraszam. Odpowiedź człowieka miała być wcześniej i nie dotrzymaliśmy słowa.',
    ],
    askPhoto: [
      'przykro mi, że produkt dotarł w takim stanie. Czy {c:mógłby Pan|mogłaby Pani} przysłać zdjęcie uszkodzenia i opakowania? Potrzebujemy ich tylko dla przewoźnika, resztę załatwimy od razu.',
      'dziękuję za zgłoszenie. Jedno–dwa zdjęcia uszkodzonego miejsca pomogą nam szybko zdecydować. Wystarczy odpowiedzieć na tego maila.',
    ],
    replacement: [
      'nowa sztuka wychodzi dziś z magazynu i powinna dotrzeć w ciągu dwóch dni roboczych (paczka {tracking}). Uszkodzonej nie trzeba odsyłać.',
      '{w:zamówiłem|zamówiłam} bezpłatną wymianę. Numer paczki to {tracking}. Uszkodzony produkt można oddać do recyklingu.',
    ],
    outOfStock: [
      'chętnie wymienimy {obj}, ale w magazynie nie ma już ani sztuki. {w:Zamówiłem|Zamówiłam} u dostawcy i odezwę się, gdy tylko poznam termin, najpóźniej za trzy dni.',
    ],
    shipped: ['dostawca dostarczył towar: wymieniona sztuka wyszła dziś, numer {tracking}. Dziękuję za cierpliwość.'],
    refund: [
      '{w:zatwierdziłem|zatwierdziłam} zwrot {price}. Pieniądze wrócą na kartę lub konto użyte przy płatności w ciągu 14 dni; większość banków jest szybsza.',
      'zwracamy całą kwotę {price}. Nic więcej nie trzeba robić, pieniądze dotrą w ciągu 14 dni.',
    ],
    repair: [
      'zajmie się tym nasz warsztat. W załączniku jest opłacona etykieta; od dnia dostarczenia naprawa trwa do siedmiu dni roboczych i nic nie kosztuje.',
    ],
    repaired: ['dobre wieści z warsztatu: produkt naprawiony, sprawdzony i już w drodze powrotnej ({tracking}).'],
    checking: [
      '{w:zapytałem|zapytałam} przewoźnika, gdzie jest paczka {tracking}. Ma czas na odpowiedź do jutra, a ja odezwę się tak czy inaczej.',
      'to za długo, ma {c:Pan|Pani} rację. Ostatni skan {tracking} jest z sortowni; {w:otworzyłem|otworzyłam} zgłoszenie u przewoźnika i będę informować na bieżąco.',
    ],
    strike: [
      'paczka {tracking} utknęła z powodu strajku u naszego przewoźnika. Nie zaginęła. Co się da, przenosimy do innego przewoźnika; jutro napiszę, który z nich ją ma.',
    ],
    update: [
      'krótko, na czym stoimy: zgłoszenie jest nadal otwarte, dziś {w:ponagliłem|ponagliłam} przewoźnika. Odezwę się najpóźniej za dwa dni robocze.',
      'niestety jeszcze nic nowego, ale sprawa nie jest zapomniana. Napiszę, gdy tylko dostanę odpowiedź.',
    ],
    found: [
      'paczka się znalazła: trafiła do niewłaściwego oddziału. Doręczenie jutro, numer {tracking}.',
      'przewoźnik ją odnalazł. {tracking} jest już u kuriera i powinna dotrzeć jutro do 16:00.',
    ],
    lost: [
      'przewoźnik uznał paczkę za zaginioną. Zwracamy {price}; jeśli {c:woli Pan|woli Pani} jednak otrzymać {obj}, wystarczy odpisać, wyślę ponownie.',
    ],
    label: [
      'przepraszam za pomyłkę. W załączniku jest etykieta zwrotna, przesyłka nic nie kosztuje. Gdy tylko paczka zostanie zeskanowana, wyślemy właściwy produkt.',
      'to nasz błąd w magazynie. Proszę użyć załączonej etykiety i dać znać po nadaniu; właściwy produkt jest już odłożony.',
    ],
    replaced: ['dziękuję, widzimy paczkę w systemie. Właściwy produkt wyszedł dziś, numer {tracking}.'],
    accept: [
      'oczywiście. Na zwrot jest 14 dni i nic on nie kosztuje: etykieta w załączniku. Gdy towar do nas dotrze, zwrócimy {price}.',
      'potwierdzamy odstąpienie od umowy, zamówienie {order}. Proszę odesłać {obj} z załączoną etykietą, zwrot pieniędzy nastąpi po otrzymaniu.',
    ],
    refuse: [
      '14 dni na zwrot minęło już jakiś czas temu, więc nie mogę przyjąć go za zwrotem pieniędzy. Mogę zaproponować wymianę w sklepie albo bon na 10 €.',
    ],
    refunded: ['zwrot do nas dotarł, dziękuję. Dziś {w:zleciłem|zleciłam} przelew {price}.'],
    noReply: [
      'nie mam odpowiedzi, więc przyjmuję, że sprawa jest załatwiona. Jeśli nie, wystarczy odpisać, a zgłoszenie znów się otworzy.',
    ],
    toChase: [
      'słuszne pytanie. Przewoźnik jeszcze nie odpowiedział; właśnie tam {w:dzwoniłem|dzwoniłam} i mam obiecaną odpowiedź na dziś.',
      'ktoś się tym zajmuje, mianowicie ja. Gdy tylko będę wiedzieć więcej, napiszę tutaj.',
    ],
  },
  acknowledgement: {
    subject: 'Otrzymaliśmy Państwa wiadomość',
    text: 'Dziękujemy za wiadomość do Bramble & Sons. Człowiek odpowie Państwu najpóźniej do {due}. Nie trzeba nic robić; aby coś dodać, wystarczy odpowiedzieć na tę wiadomość.',
  },
  away: {
    subject: 'Nieobecność: {subject}',
    text: 'Jestem poza biurem do {later} i rzadko czytam pocztę. W pilnych sprawach proszę dzwonić do moich współpracowników.',
  },
  spam: [
    {
      subject: 'Kredyt bez BIK w 15 minut',
      text: 'Szybka gotówka do 50 000 zł bez zaświadczeń! Kliknij w link i odbierz pieniądze jeszcze dziś, oferta ważna tylko 24h!!!',
    },
    {
      subject: 'Dopłata do przesyłki 1,49',
      text: 'Twoja paczka została wstrzymana. Dopłać 1,49 w ciągu 12 godzin, w przeciwnym razie wróci do nadawcy. Kliknij tutaj.',
    },
  ],
}
