import type { Catalogue } from './en.ts'

export const pl: Catalogue = {
  'plus.subject': 'Próba adresu',
  'plus.text':
    'System obsługi klientów napisał tę wiadomość sam do siebie na adres {address}, aby sprawdzić, czy poczta na takie adresy dociera. Nic nie trzeba robić.',
}
