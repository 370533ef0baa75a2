import type { Catalogue } from './en.ts'

export const pl: Catalogue = {
  subject:
    '{count, plural, one {Zgłoszenie czeka na Ciebie: {number}} few {# zgłoszenia czekają na Ciebie: {number}} many {# zgłoszeń czeka na Ciebie: {number}} other {# zgłoszenia czeka na Ciebie: {number}}}',
  told: 'Zgłoszenie {number}: nadszedł czas na krok {step} punktu {clause}: {due}.',
  given: 'Zgłoszenie {number} jest teraz Twoje: nadszedł czas na krok {step} punktu {clause}: {due}.',
  waited:
    'Zgłoszenie {number}: oczekiwanie w kroku {step} punktu {clause} trwało tak długo, jak może: {due}. Przejdź do następnego kroku.',
}
