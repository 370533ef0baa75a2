import type { problems as master } from '../en/problems.ts'

export const problems: Readonly<Record<keyof typeof master, string>> = {
  'problem.unreachable': 'Serwer nie odpowiada. Proszę sprawdzić połączenie i spróbować ponownie.',
  'problem.not-signed-in': 'Sesja się skończyła. Proszę zalogować się ponownie.',
  'problem.not-allowed': 'Przydzielone role na to nie pozwalają. Może pomóc administrator.',
  'problem.cross-site': 'To trzeba zrobić na własnej stronie panelu. Proszę wczytać ją ponownie.',
  'problem.key-running': 'To jest jeszcze wykonywane. Proszę chwilę zaczekać.',
  'problem.key-done': 'To zostało już wykonane. Po ponownym wczytaniu strony będzie to widać.',
  'problem.not-found': 'Nie ma tu czegoś takiego.',
  'problem.unknown-workspace': 'Ta przestrzeń robocza nie istnieje lub jest niedostępna.',
  'problem.body-too-large': 'To jest za duże, by to wysłać.',
  'problem.not-outside':
    'To adres klienta albo tego zespołu: tam nic się nie przekazuje. Można odpowiedzieć klientowi albo napisać notatkę.',
  'problem.not-forwarded': 'Tego nie można przekazać. Proszę wybrać mniej wiadomości albo inne.',
  'problem.cannot-be': 'Zgłoszenie nie może przejść w ten stan.',
  'problem.file-refused':
    'Pliku nie można dołączyć: jest pusty, za duży albo takiego rodzaju, który serwery poczty odrzucają. Usuń go.',
  'problem.file-gone': 'Jednego z plików już tu nie ma. Usuń go albo dołącz ponownie.',
  'problem.no-address': 'Klient nie ma adresu, na który można napisać.',
  'problem.unknown-person': 'Tej osoby już tu nie ma.',
  'problem.unknown-fact': 'Karta nie ma takiego faktu albo wartość do niego nie pasuje.',
  'problem.unknown-position': 'Karta nie ma takiego stanowiska.',
  'problem.no-charter': 'Żadna karta nie obowiązuje. Najpierw trzeba ją opublikować.',
  'problem.other-version': 'To dotyczy innej wersji karty. Proszę wczytać stronę ponownie.',
  'problem.calendar-file-faulty':
    'To nie jest plik kalendarza (.ics), który da się odczytać. Proszę wyeksportować kalendarz ponownie albo wziąć mniejszy.',
  'problem.mail-settled': 'Ta wiadomość ma już zgłoszenie.',
  'problem.name-taken': 'To jest już zajęte. Proszę wybrać coś innego.',
  'problem.last-address': 'To ostatni adres, a jeden jest potrzebny. Można go zmienić albo najpierw dodać inny.',
  'problem.address-answers': 'Ten adres odpowiada. Najpierw trzeba wybrać inny.',
  'problem.demo-not-loaded': 'Nie ma dema do usunięcia.',
  'problem.no-pdf':
    'Ten serwer nie może utworzyć pliku PDF. Otwórz podręcznik do druku i zapisz go jako PDF w przeglądarce.',
  'problem.pdf-failed': 'Plik PDF nie powstał. Spróbuj ponownie za minutę albo wydrukuj podręcznik z przeglądarki.',
  'problem.picture-not-allowed': 'Obraz leży tam, dokąd ten serwer nie sięga.',
  'problem.picture-not-loaded': 'Nie udało się wczytać obrazu.',
  'problem.too-many': 'Zbyt wiele żądań. Proszę chwilę zaczekać i spróbować ponownie.',
  'problem.database-away': 'Baza danych nie odpowiada. Panel próbuje dalej sam.',
  'problem.stopping': 'Serwer się zatrzymuje. Proszę spróbować za chwilę.',
  'problem.unexpected': 'Coś poszło nie tak po naszej stronie. Proszę spróbować ponownie.',
  'problem.ticket-merged': 'To zgłoszenie włączono do innego. Kontynuuj tam.',
  'problem.other-customer': 'Autor nie jest klientem tamtego zgłoszenia. Odpowiedzi trafiają tylko do tamtego klienta.',
}
