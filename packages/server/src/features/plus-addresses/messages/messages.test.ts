import { describeMailWords } from '../../../../test/mail-words.ts'
import { en, type MessageKey } from './en.ts'
import { CATALOGUES, speaking } from './speak.ts'

describeMailWords({
  about: 'the words of the mail that tries an address with a plus',
  catalogues: CATALOGUES,
  keys: Object.keys(en) as MessageKey[],
  speaking,
  values: { address: 'care+test@acme.example' },
})
