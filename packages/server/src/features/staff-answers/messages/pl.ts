import type { Catalogue } from './en.ts'

export const pl: Catalogue = {
  'message.subject': 'Zgłoszenie {number}: klient napisał',
  'refused.subject': 'Zgłoszenie {number}: wiadomości nie przyjęto jako Twojej odpowiedzi',
  'refused.lead':
    'Na adres, z którego tylko Ty odpowiadasz na zgłoszenie {number}, przyszła wiadomość. Nie wysłano jej do klienta; czeka w systemie.',
  'refused.staff-unverified':
    'Powód: nie ma dowodu, że pochodzi z adresu, którym się logujesz. Jeśli nie Ty ją napisałeś lub napisałaś, ktoś inny zna ten adres: powiadom administratora.',
  'refused.staff-not-allowed':
    'Powód: nie możesz teraz odpowiadać na to zgłoszenie pocztą. Mogło zostać zamknięte, scalone lub przekazane innemu zespołowi albo odpowiadanie pocztą jest wyłączone.',
  'refused.staff-expired': 'Powód: wiadomość, na którą odpowiada, jest zbyt stara. Jej adres był ważny dwa tygodnie.',
  'refused.empty': 'Powód: nad cytatem nie ma Twoich słów.',
  'refused.quoted':
    'Powód: może zawierać słowa innej wiadomości. Napisz całą odpowiedź nad cytatem, bez niczego pomiędzy.',
  'refused.files':
    'Powód: dołączonego pliku nie można wysłać dalej: jest pusty, za duży, sam jest wiadomością albo takiego rodzaju, który serwery poczty odrzucają.',
  'refused.automatic': 'Powód: wygląda na napisaną przez maszynę.',
  'refused.moved': 'Powód: po wiadomości, na którą odpowiada, ktoś napisał w zgłoszeniu.',
  'refused.no-address': 'Powód: system nie ma adresu tego klienta, na który można ją wysłać.',
  'refused.ambiguous': 'Powód: wysłano ją na więcej niż jeden taki adres.',
  'refused.desk': 'Odpowiedz w systemie. Informujemy o tym najwyżej raz dziennie.',
}
